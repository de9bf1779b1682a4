import type { About, TextRule } from '../rule';

/** The tag stands outside of `<noscript>` too. */
export const inNoscript: TextRule = {
  kind: 'text',
  code: 'in-noscript',
  severity: 'warning',
  seen: 'The tag stands only in <noscript>: browsers with JavaScript never call it.',
  next: 'Move it out.',
};

export const about: About = {
  why: 'Nearly every browser runs JavaScript, so next to nothing is counted.',
  bad: '<noscript><img src="https://ib.adnxs.com/imptr?id=531&t=2"></noscript>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
