import { isSwallowed } from './place';
import type { About, PageRule } from '../rule';

/** The script has an end of its own. */
export const pageScriptOpen: PageRule = {
  kind: 'page',
  code: 'page-script-open',
  severity: 'error',
  look: ({ place }) => (isSwallowed(place) ? {} : null),
  seen: 'It stands in the text of a script that was not closed before: the browser takes it for code, and calls nothing of it.',
  next: 'Write </script> right behind the script that stands before it.',
};

export const about: About = {
  why: 'HTML knows no <script … />: a browser takes all that follows, up to the next </script>, for the script’s own text, and shows and calls none of it.',
  bad: '<script src="https://cdn.example/a.js" /><img src="https://ib.adnxs.com/imptr?id=531&t=2"></script>',
  good: '<script src="https://cdn.example/a.js"></script><img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
