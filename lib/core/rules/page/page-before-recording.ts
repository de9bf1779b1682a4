import type { About, PageRule } from '../rule';

/** The page was recorded from its beginning. */
export const pageBeforeRecording: PageRule = {
  kind: 'page',
  code: 'page-before-recording',
  severity: 'info',
  look: ({ isAllRecorded }) => (isAllRecorded ? null : {}),
  seen: 'No request of it is among those recorded, but not all that this page fired was recorded: it may have been called before.',
  next: 'Reload the page with DevTools open.',
};

export const about: About = {
  why: 'What a page fires before DevTools opens, while it is closed, or before the list is cleared is not known.',
  bad: 'DevTools was opened on a page that was there already.',
  good: 'The page was loaded with DevTools open.',
};
