import type { Values } from '../../base/finding';
import type { PixelRequest } from '../../recording/pixel-request';

type Failure =
  | 'host-not-found'
  | 'tls-failed'
  | 'timed-out'
  | 'connection-refused'
  | 'loop'
  | 'other';

// Chromium's words (net_error_list.h) and Firefox's (nsError, NSS).
const KINDS: readonly (readonly [Failure, RegExp])[] = [
  [
    'host-not-found',
    /ERR_NAME_|ERR_DNS_|ERR_ICANN_NAME_COLLISION|NS_ERROR_UNKNOWN_(?:PROXY_)?HOST/,
  ],
  [
    'tls-failed',
    /ERR_(?:CERT|SSL|BAD_SSL|ECH)_|ERR_TLS|ERR_CERTIFICATE|SEC_ERROR_|SSL_ERROR_|MOZILLA_PKIX_|NS_ERROR_NET_INADEQUATE_SECURITY/,
  ],
  ['timed-out', /ERR_(?:CONNECTION_)?TIMED_OUT|NS_ERROR_NET_TIMEOUT/],
  ['loop', /ERR_TOO_MANY_REDIRECTS|NS_ERROR_REDIRECT_LOOP/],
  ['connection-refused', /ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED/],
];

/** What kind of failure on the way the browser's own word is of. */
export function failureOf(error: string): Failure {
  return KINDS.find(([, words]) => words.test(error))?.[0] ?? 'other';
}

/** The values of a remark on how a request failed on the way; `null` where it did not, or otherwise. */
export function failedBy({ outcome, error, url }: PixelRequest, kind: Failure): Values | null {
  if (outcome !== 'network-error' || failureOf(error ?? '') !== kind) return null;
  return { cause: outcome, error: error ?? '', host: url.host };
}
