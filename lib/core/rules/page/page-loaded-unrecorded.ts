import type { About, PageRule } from '../rule';

/** What a page has loaded was recorded. */
export const pageLoadedUnrecorded: PageRule = {
  kind: 'page',
  code: 'page-loaded-unrecorded',
  severity: 'info',
  look: ({ place }) => (place.isLoaded === true ? {} : null),
  seen: 'The image is there, and no request of it was recorded: it came from the browser’s memory, or before recording began.',
  next: 'Reload the page with DevTools open.',
};

export const about: About = {
  why: 'Images that a page has loaded before are shown again without a request. The server counts none of those.',
  bad: 'The image is shown, and no request was recorded.',
  good: 'The request was recorded.',
};
