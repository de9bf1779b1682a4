import type { About, PageRule } from '../rule';

/** What a page asks for is recorded. */
export const pageAskedFor: PageRule = {
  kind: 'page',
  code: 'page-asked-for',
  severity: 'info',
  look: ({ isAskedFor }) => (isAskedFor ? {} : null),
  seen: 'The page asked for it, and the request is not among those that were recorded: most likely it was before recording began.',
  next: 'Reload the page with DevTools open.',
};

export const about: About = {
  why: 'A page keeps a list of what it has asked for. How that ended is known of recorded requests alone.',
  bad: 'The page lists the address, and no request was recorded.',
  good: 'The request was recorded.',
};
