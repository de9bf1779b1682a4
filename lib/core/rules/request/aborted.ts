import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The page waited for the answer. The server may have counted it before the page gave it up. */
export const aborted: RequestRule = {
  kind: 'request',
  code: 'aborted',
  severity: 'warning',
  look: ({ request }) => endedAs(request, 'aborted'),
  seen: 'The page gave the request up before the answer came.',
  next: 'Load the page again. If it stays so, the creative is taken away too early.',
};

export const about: About = {
  why: 'The server may have counted it all the same.',
  bad: 'net::ERR_ABORTED',
  good: 'Status 200, from the server.',
};
