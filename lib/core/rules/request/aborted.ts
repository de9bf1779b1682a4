import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/**
 * The answer was seen. The server may have counted what was given up, or was under way when its page was left. What a
 * browser held back for its size looks alike: DevTools lists it as if it were under way.
 */
export const aborted: RequestRule = {
  kind: 'request',
  code: 'aborted',
  severity: 'warning',
  outcomes: ['aborted'],
  look: ({ request, isEndUnheard }) => (isEndUnheard === true ? null : endedAs(request, 'aborted')),
  seen: 'It was given up before its whole answer was seen: whether it was counted, or sent at all, is not known.',
  next: 'Load the page again and stay on it. If it stays so, the creative is taken away too early.',
};

export const about: About = {
  why: 'The server may have counted it all the same.',
  bad: 'net::ERR_ABORTED',
  good: 'Status 200, from the server.',
};
