import type { About, PageRule } from '../rule';

/** What stands on a page is called. */
export const pageNotRequested: PageRule = {
  kind: 'page',
  code: 'page-not-requested',
  severity: 'error',
  look: () => ({}),
  seen: 'It stands on the page as a browser would load it, and no request of it was recorded.',
  next: 'Look whether something holds it back: a consent tool, a content security policy (see the Console), a frame that is not shown. Then look again.',
};

export const about: About = {
  why: 'The element is there, so something on the page or in the browser keeps it from being loaded, or it was put in only this moment.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">, and no request',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">, and its request',
};
