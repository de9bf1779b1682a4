import { failedBy } from './failed-by';
import type { About, RequestRule } from '../rule';

/** Somebody took the connection. */
export const connectionRefused: RequestRule = {
  kind: 'request',
  code: 'connection-refused',
  severity: 'error',
  outcomes: ['network-error'],
  look: ({ request }) => failedBy(request, 'connection-refused'),
  seen: ({ host, error }) => `${host || 'The server'} took no connection (${error ?? ''}).`,
  next: 'Check host and port in the tag, then VPN, proxy and firewall.',
};

export const about: About = {
  why: 'The request was never sent, so nothing was counted.',
  bad: 'net::ERR_CONNECTION_REFUSED',
  good: 'Status 200, from the server.',
};
