import { isCode } from './place';
import type { About, PageRule } from '../rule';

/** The tag of a script was called by it. */
export const pageInScript: PageRule = {
  kind: 'page',
  code: 'page-in-script',
  severity: 'info',
  look: (context) => (isCode(context) ? {} : null),
  seen: 'It stands in the text of a script, which has not called it so far. Whether it will is not known.',
  next: 'Do what the script may wait for: scroll to the ad, give consent, stay on the page. Then look again.',
};

export const about: About = {
  why: 'Code may call it at any time, or never: that can only be seen when it does.',
  bad: "<script>onSeen(() => (new Image().src = 'https://ib.adnxs.com/imptr?id=531&t=2'))</script>",
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
