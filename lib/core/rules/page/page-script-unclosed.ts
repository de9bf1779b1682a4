import { isUnclosed } from './place';
import type { About, PageRule } from '../rule';

/** The script ends before the page does. */
export const pageScriptUnclosed: PageRule = {
  kind: 'page',
  code: 'page-script-unclosed',
  severity: 'error',
  look: ({ place }) => (isUnclosed(place) ? {} : null),
  seen: 'Its script is open to the end of the page, which stands in its text: it was never closed, and so never ran.',
  next: 'Write </script> right behind it.',
};

export const about: About = {
  why: 'A script that the page’s end cuts off is not run. Of one with an address of its own a browser may ask for that all the same, as it looks ahead.',
  bad: "<script>new Image().src = 'https://ib.adnxs.com/imptr?id=531&t=2';</body></html>",
  good: "<script>new Image().src = 'https://ib.adnxs.com/imptr?id=531&t=2';</script></body></html>",
};
