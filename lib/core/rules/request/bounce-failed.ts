import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** Where the service sends a browser on to give it its cookie, the browser gets there. */
export const bounceFailed: RequestRule = {
  kind: 'request',
  code: 'bounce-failed',
  severity: 'error',
  outcomes: ['bounce-failed'],
  look: ({ request }) => endedAs(request, 'bounce-failed'),
  seen: ({ error }) =>
    `The service sent the browser on to its address /bounce first, and that failed (${error ?? ''}).`,
  next: 'Allow both ib.adnxs.com and secure.adnxs.com in the page’s policy, switch blockers off, and load the page again.',
};

export const about: About = {
  why: 'A browser without the service’s cookie takes this detour, and only behind it is the impression counted.',
  bad: 'Status 302 to /bounce, and that blocked by the page.',
  good: 'Status 302 to /bounce, and that with status 200.',
};
