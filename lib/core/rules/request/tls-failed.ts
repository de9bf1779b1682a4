import { failedBy } from './failed-by';
import type { About, RequestRule } from '../rule';

/** The connection could be secured. */
export const tlsFailed: RequestRule = {
  kind: 'request',
  code: 'tls-failed',
  severity: 'error',
  outcomes: ['network-error'],
  look: ({ request }) => failedBy(request, 'tls-failed'),
  seen: ({ host, error }) => `No secure connection to ${host ?? ''} came about (${error ?? ''}).`,
  next: 'Check the host in the tag, the clock of this computer, and whether a proxy or a virus scanner opens secure connections.',
};

export const about: About = {
  why: 'The request was never sent. A host that is mistyped, or a proxy that answers in its place, often has no certificate for that name.',
  bad: 'net::ERR_CERT_COMMON_NAME_INVALID',
  good: 'Status 200, from the server.',
};
