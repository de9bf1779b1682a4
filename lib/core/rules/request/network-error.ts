import { failedBy } from './failed-by';
import type { About, RequestRule } from '../rule';

/** The request came through. What is known of why it did not has a rule of its own. */
export const networkError: RequestRule = {
  kind: 'request',
  code: 'network-error',
  severity: 'error',
  outcomes: ['network-error'],
  look: ({ request }) => failedBy(request, 'other'),
  seen: ({ error }) => `It failed on the way (${error ?? ''}).`,
  next: 'Check VPN, proxy and the host in the tag, then load the page again.',
};

export const about: About = {
  why: 'The server did not answer, so the impression was most likely not counted.',
  bad: 'net::ERR_CONNECTION_RESET',
  good: 'Status 200, from the server.',
};
