import { failedBy } from './failed-by';
import type { About, RequestRule } from '../rule';

/** The name of the host was found. */
export const hostNotFound: RequestRule = {
  kind: 'request',
  code: 'host-not-found',
  severity: 'error',
  outcomes: ['network-error'],
  look: ({ request }) => failedBy(request, 'host-not-found'),
  seen: ({ host, error }) =>
    `There is no host ${host ?? ''}, as far as this computer can find out (${error ?? ''}).`,
  next: 'Check the host in the tag letter by letter, then VPN, proxy and whether a filter in the network hides it.',
};

export const about: About = {
  why: 'The request was never sent. Filters for a whole network hide the names of ad servers in this way.',
  bad: 'net::ERR_NAME_NOT_RESOLVED',
  good: 'Status 200, from the server.',
};
