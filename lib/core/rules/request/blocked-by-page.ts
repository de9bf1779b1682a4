import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The page let the request go. */
export const blockedByPage: RequestRule = {
  kind: 'request',
  code: 'blocked-by-page',
  severity: 'error',
  outcomes: ['blocked-by-page'],
  look: ({ request }) => endedAs(request, 'blocked-by-page'),
  seen: 'The page’s own security policy (CSP) blocked it.',
  next: 'Ask the publisher to allow ib.adnxs.com in img-src and script-src of the policy.',
};

export const about: About = {
  why: 'The request was never sent, so nothing was counted.',
  bad: 'A page with Content-Security-Policy: img-src self.',
  good: 'Status 200, from the server.',
};
