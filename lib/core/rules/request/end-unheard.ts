import type { About, RequestRule } from '../rule';

/** Somebody recorded as it ended. */
export const endUnheard: RequestRule = {
  kind: 'request',
  code: 'end-unheard',
  severity: 'warning',
  outcomes: ['aborted'],
  look: ({ isEndUnheard }) => (isEndUnheard === true ? {} : null),
  seen: 'It was under way as its recorder ended, as by closing DevTools: how it ended, and whether it was counted, is not known.',
  next: 'Load the page again, and leave DevTools as it is until everything is answered.',
};

export const about: About = {
  why: 'The server may have counted it all the same: whoever records from then on is not told how it ended.',
  bad: 'A request without an answer, and DevTools closed.',
  good: 'Status 200, from the server, before DevTools is closed.',
};
