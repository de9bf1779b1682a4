import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The service itself was asked. While Rehearse is on, it is not, and that is said of each request. */
export const rehearsed: RequestRule = {
  kind: 'request',
  code: 'rehearsed',
  severity: 'info',
  outcomes: ['rehearsed'],
  look: ({ request }) => endedAs(request, 'rehearsed'),
  seen: 'Rehearsed: Piggyback answered in the service’s place, and nothing was counted.',
  next: 'To see the service’s own answer, and where it leads on, switch Rehearse off and load the page again.',
};

export const about: About = {
  why: 'The tag asked for its tracker. What the service would have answered is not known, and no impression was recorded or billed.',
  bad: 'Answered by Piggyback, while Rehearse was on.',
  good: 'Status 200, from the server.',
};
