import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The request came through. */
export const networkError: RequestRule = {
  kind: 'request',
  code: 'network-error',
  severity: 'error',
  look: ({ request }) => endedAs(request, 'network-error'),
  seen: ({ error }) => `It failed on the way (${error ?? ''}).`,
  next: 'Check VPN, proxy and the host in the tag, then load the page again.',
};

export const about: About = {
  why: 'The server did not answer, so the impression was most likely not counted.',
  bad: 'net::ERR_NAME_NOT_RESOLVED',
  good: 'Status 200, from the server.',
};
