import { failedBy } from './failed-by';
import type { About, RequestRule } from '../rule';

/** An answer came in time. */
export const timedOut: RequestRule = {
  kind: 'request',
  code: 'timed-out',
  severity: 'error',
  outcomes: ['network-error'],
  look: ({ request }) => failedBy(request, 'timed-out'),
  seen: ({ host, error }) => `${host || 'The server'} did not answer in time (${error ?? ''}).`,
  next: 'Load the page again. If it stays so, check VPN, proxy and firewall.',
};

export const about: About = {
  why: 'Whether the request arrived is not known; without an answer there is no proof that the impression was counted.',
  bad: 'net::ERR_CONNECTION_TIMED_OUT',
  good: 'Status 200, from the server.',
};
