import type { About, TextRule } from '../rule';

/** No quotes were doubled. */
export const doubledQuotes: TextRule = {
  kind: 'text',
  code: 'doubled-quotes',
  severity: 'error',
  seen: 'The quotes are doubled, as in a whole cell copied from Excel: a browser would find no URL.',
  next: 'Copy it from the formula bar.',
};

export const about: About = {
  why: 'To a browser src="" is an empty address.',
  bad: '<img src=""https://ib.adnxs.com/imptr?id=531&t=2"">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
