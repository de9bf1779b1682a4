import { isUnclosed } from './place';
import type { About, PageRule } from '../rule';

/** The script ends before the page does. */
export const pageScriptUnclosed: PageRule = {
  kind: 'page',
  code: 'page-script-unclosed',
  severity: 'error',
  look: ({ place }) => (isUnclosed(place) ? {} : null),
  seen: 'Its script is the last of the page and holds what was to stand behind it: it was never closed, and so never ran.',
  next: 'Write </script> right behind it.',
};

export const about: About = {
  why: 'A script that the page’s end cuts off is not run, and what follows its opening tag is taken for its text.',
  bad: '<script src="https://ib.adnxs.com/imptr?id=531&t=1"><p>The end.',
  good: '<script src="https://ib.adnxs.com/imptr?id=531&t=1"></script><p>The end.',
};
