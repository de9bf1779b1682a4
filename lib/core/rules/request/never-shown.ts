import type { About, RequestRule } from '../rule';

/** It was asked for by a page that a person saw. */
export const neverShown: RequestRule = {
  kind: 'request',
  code: 'never-shown',
  severity: 'warning',
  look: ({ isNeverShown }) => (isNeverShown === true ? {} : null),
  seen: 'Its page was loaded ahead by the browser (prerendered), and was not shown: it is not counted as fired.',
  next: 'Open that page itself, and judge what it fires then.',
};

export const about: About = {
  why: 'Nobody saw the page. The server had the request all the same, and may count it.',
  bad: 'Sec-Purpose: prefetch;prerender, of a page that nobody went to.',
  good: 'The same of a page that was gone to: it counts from then on.',
};
