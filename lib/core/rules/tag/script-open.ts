import type { About, TagRule } from '../rule';
import { scriptEnd } from './script-element';

/** The script has an end of its own. */
export const scriptOpen: TagRule = {
  kind: 'tag',
  code: 'script-open',
  severity: 'error',
  look: (context) => {
    const script = scriptEnd(context);
    if (!script) return null;
    const { opening, isSelfClosed, isClosed, swallows } = script;
    if (isClosed ? !swallows : !(swallows || isSelfClosed)) return null;
    const mark = /(?<!\s)\s*\/\s*>$/.exec(opening.text)?.[0].length ?? 0;
    const end = { start: opening.end - mark, end: opening.end };
    const repair = [{ ...end, text: mark > 0 ? '></script>' : '</script>' }];
    return { at: { start: opening.start, end: opening.end }, repair };
  },
  seen: 'The script is not closed: <script> needs </script>, and what comes next is swallowed.',
  next: 'Write </script> right behind it.',
};

export const about: About = {
  why: 'HTML knows no <script … />: a browser takes all that follows, up to the next </script>, for the script’s own text, and shows and calls none of it.',
  bad: '<script src="https://ib.adnxs.com/imptr?id=531&t=1" /><img src="https://px.example/a.gif">',
  good: '<script src="https://ib.adnxs.com/imptr?id=531&t=1"></script><img src="https://px.example/a.gif">',
};
