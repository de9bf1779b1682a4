import type { Outcome } from './pixel-request';

interface Ending {
  readonly status: number;
  readonly fromCache: string | null;
  /** `undefined` where the browser has no such field, `null` where nothing failed. */
  readonly error: string | null | undefined;
  readonly chromium: boolean;
}

/**
 * How a request ended. Chromium gives a request that the page's Content Security Policy stopped an
 * empty error string, one that an extension stopped `ERR_BLOCKED_BY_CLIENT`; one that is still
 * under way has no error at all (probes of the peers' study, 6a).
 */
export function outcomeOf({ status, fromCache, error, chromium }: Ending): Outcome {
  if (error) return outcomeOfError(error);
  if (fromCache !== null) return 'from-cache';
  if (status > 0) return 'answered';
  if (!chromium) return 'unknown';
  return error === '' ? 'blocked-by-page' : 'pending';
}

function outcomeOfError(error: string): Outcome {
  if (error.includes('ERR_BLOCKED_BY_CLIENT')) return 'blocked-by-extension';
  if (error.includes('ERR_BLOCKED_BY_CSP')) return 'blocked-by-page';
  if (error.includes('ERR_BLOCKED_BY_')) return 'blocked-by-browser';
  if (error.includes('ERR_ABORTED')) return 'aborted';
  return 'network-error';
}
