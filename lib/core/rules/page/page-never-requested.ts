import type { About, PageRule } from '../rule';

/** A browser asks for what stands there. */
export const pageNeverRequested: PageRule = {
  kind: 'page',
  code: 'page-never-requested',
  severity: 'error',
  look: ({ written }) => written.get('never-requested') ?? null,
  seen: ({ element }) => `It stands in ${element ?? ''}, whose address no browser asks for.`,
  next: 'Put it in as an image: <img src="…">.',
};

export const about: About = {
  why: 'preconnect and dns-prefetch only prepare a connection to the host; canonical, alternate and others tell of an address. Nothing is counted.',
  bad: '<link rel="preconnect" href="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
