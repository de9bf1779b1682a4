import type { About, TagRule } from '../rule';

/** The tag is whole. */
export const cutOff: TagRule = {
  kind: 'tag',
  code: 'cut-off',
  severity: 'error',
  look: ({ tag }) => (tag.isCutOff ? { at: tag.element } : null),
  seen: 'The end of the tag is missing.',
  next: 'Copy the whole tag again.',
};

export const about: About = {
  why: 'A browser reads on until it finds the end, and swallows what comes next.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
