import { isBounce } from './redirect-target';
import type { Outcome } from './pixel-request';

/** Mixed content, of which Chromium has no word in the log. */
export const MIXED_CONTENT = 'mixed content';

/** Whether an error is the word of Firefox for what is on a list of its tracking protection (nsError, url-classifier). */
export function isTrackingProtection(error: string): boolean {
  return /NS_ERROR_\w*(?:TRACKING|FINGERPRINTING|CRYPTOMINING)\w*_URI/.test(error);
}

/** Whether the browser's word for a failure says no more than that there was one. */
export function isWithoutReason(error: string | null): boolean {
  return error === null || /^(?:|net::ERR_FAILED|NS_ERROR_FAILURE)$/.test(error);
}

interface Ending {
  readonly status: number;
  readonly fromCache: string | null;
  /** `undefined` where the browser has no such field, `null` where nothing failed. */
  readonly error: string | null | undefined;
  readonly redirectUrl: string;
  readonly chromium: boolean;
  /** Without TLS, asked for by a page that has it. */
  readonly mixed: boolean;
  /** Inside the browser it was made a request of something else, and asked no server. */
  readonly replaced: boolean;
}

/**
 * How a request ended. Chromium gives a request that the page's Content Security Policy stopped an
 * empty error string, and likewise one it stopped as mixed content; one that an extension stopped
 * `ERR_BLOCKED_BY_CLIENT`; one that is still under way has no error at all. An error beside a status
 * is of an answer that came and was kept from the page: the server counted (peers' study, 6a and 7).
 */
export function outcomeOf(ending: Ending): Outcome {
  const { status, fromCache, error, redirectUrl, chromium, mixed, replaced } = ending;
  // A blocker may send a request to a picture of its own instead, or anywhere; it never leaves the browser.
  if (replaced || IN_BROWSER.test(redirectUrl)) return 'blocked-by-extension';
  // The service answered, and the browser did not follow: to its detour it has to.
  if (error && status >= 300 && status < 400)
    return isBounce(redirectUrl) ? 'bounce-failed' : 'answered';
  if (error) return outcomeOfError(error, status);
  if (fromCache !== null) return 'from-cache';
  if (status > 0) return 'answered';
  if (!chromium) return 'unknown';
  if (error !== '') return 'pending';
  return mixed ? 'blocked-by-browser' : 'blocked-by-page';
}

// No server's answer leads there: a picture in the address itself, or in an extension.
const IN_BROWSER = /^(?:data|[a-z-]+-extension):/i;

function outcomeOfError(error: string, status: number): Outcome {
  // As it is exported.
  if (error === MIXED_CONTENT) return 'blocked-by-browser';
  if (error.includes('ERR_BLOCKED_BY_CLIENT')) return 'blocked-by-extension';
  if (error.includes('ERR_BLOCKED_BY_CSP')) return 'blocked-by-page';
  if (/ERR_BLOCKED_BY_(?:ORB|RESPONSE)/.test(error)) return 'withheld';
  if (error.includes('ERR_BLOCKED_BY_') || isTrackingProtection(error)) return 'blocked-by-browser';
  // A frame gives up what has no content, once the answer is there.
  if (/ERR_ABORTED|NS_BINDING_ABORTED/.test(error))
    return status === 204 || status === 205 ? 'answered' : 'aborted';
  return status > 0 ? 'withheld' : 'network-error';
}
