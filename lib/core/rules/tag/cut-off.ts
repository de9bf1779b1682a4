import type { About, TagRule } from '../rule';
import { scriptEnd } from './script-element';

/** The tag is whole. */
export const cutOff: TagRule = {
  kind: 'tag',
  code: 'cut-off',
  severity: 'error',
  look: (context) => {
    const { isCutOff, element } = context.tag;
    if (isCutOff) return { at: element };
    // With nothing behind it, it is only the end of the script that is missing.
    const script = scriptEnd(context);
    const isOpen = script && !script.isClosed && !script.isSelfClosed && !script.swallows;
    return isOpen ? { at: element } : null;
  },
  seen: 'The end of the tag is missing.',
  next: 'Copy the whole tag again.',
};

export const about: About = {
  why: 'A browser reads on until it finds the end, and swallows what comes next.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
