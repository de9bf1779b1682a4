import { z } from '../base/schema';
import type { ToldByEntry } from './har-entry';
import { redirectTarget } from './redirect-target';

const EndSchema = z.object({
  startedDateTime: z.string(),
  request: z.object({ url: z.string() }),
  response: z.object({
    status: z.optional(z.nullable(z.number())),
    _error: z.optional(z.nullable(z.string())),
  }),
});

/** The service's own detour, which gives a browser without its cookie one before it counts. */
function isBounce(url: string): boolean {
  return /^https?:\/\/[^/?#]*\/bounce\?/i.test(url);
}

/** The entries of a log that are of the detour, by their URL, and how each failed; `null` where it did not. */
export function bouncesIn(entries: readonly unknown[]): ReadonlyMap<string, string | null> {
  const bounces = new Map<string, string | null>();
  for (const entry of entries) {
    const { data } = EndSchema.safeParse(entry);
    if (data && isBounce(data.request.url)) bounces.set(data.request.url, failureOf(data.response));
  }
  return bounces;
}

// One that was given up had been sent. An empty error is the page's policy, as it is of a pixel itself.
function failureOf({
  status,
  _error: error,
}: z.infer<typeof EndSchema>['response']): string | null {
  if (error?.includes('ERR_ABORTED')) return null;
  if (error) return error;
  if (error === '' && !status) return 'CSP';
  return status && status >= 400 ? `HTTP ${status}` : null;
}

/**
 * A pixel request whose detour failed: the service had it and counted nothing. `stopped` is what the browser says
 * where it did not even go there.
 */
export function withBounce(
  told: ToldByEntry,
  bounces: ReadonlyMap<string, string | null>,
  stopped: string | null,
): ToldByEntry {
  const target = redirectTarget(told);
  if (target === null || !isBounce(target)) return told;
  const error = stopped ?? bounces.get(target) ?? null;
  return error === null ? told : { ...told, outcome: 'bounce-failed', error };
}
