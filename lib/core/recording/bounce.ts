import { z } from '../base/schema';
import type { ToldByEntry } from './har-entry';
import { isBounce, redirectTarget } from './redirect-target';

const EndSchema = z.object({
  startedDateTime: z.string(),
  request: z.object({ url: z.string() }),
  response: z.object({
    status: z.optional(z.nullable(z.number())),
    _error: z.optional(z.nullable(z.string())),
  }),
});

/** The entries of a log that are of the detour, by their URL, and how each failed; `null` where it did not. */
export function bouncesIn(entries: readonly unknown[]): ReadonlyMap<string, string | null> {
  const bounces = new Map<string, string | null>();
  for (const entry of entries) {
    const bounce = readBounce(entry);
    if (bounce) bounces.set(bounce.url, bounce.failure);
  }
  return bounces;
}

/** An entry of the detour: where it led, and how it failed or `null`; `null` where the entry is of none. */
export function readBounce(entry: unknown): { url: string; failure: string | null } | null {
  const { data } = EndSchema.safeParse(entry);
  if (!data || !isBounce(data.request.url)) return null;
  return { url: data.request.url, failure: failureOf(data.response) };
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

/** A pixel request whose detour failed: the service had it and counted nothing. */
export function withBounce<T extends ToldByEntry>(
  told: T,
  bounces: ReadonlyMap<string, string | null>,
): T {
  const target = redirectTarget(told);
  const error = target === null ? null : (bounces.get(target) ?? null);
  return error === null ? told : { ...told, outcome: 'bounce-failed', error };
}
