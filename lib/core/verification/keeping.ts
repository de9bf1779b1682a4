import { z } from '../base/schema';

/** The most recordings that can be kept, and the most days. */
export const MOST_RECORDINGS = 1000;
export const MOST_DAYS = 3650;
/** The fewest and the most requests of one recording that can be kept, and how many are where nobody chose: lists are smooth so far. */
export const LEAST_REQUESTS = 1000;
export const MOST_REQUESTS = 1_000_000;
const USUAL_REQUESTS = 100_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How many recordings of an account stay here, how long, and how large one may become. */
const KeepingSchema = z.object({
  /** The newest of them. */
  recordings: z.number().check(z.int(), z.gte(1), z.lte(MOST_RECORDINGS)),
  /** Days since a recording began; `null` for no limit. */
  days: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(MOST_DAYS))),
  /** The requests of one recording. */
  requests: z._default(
    z.number().check(z.int(), z.gte(LEAST_REQUESTS), z.lte(MOST_REQUESTS)),
    USUAL_REQUESTS,
  ),
});
export type Keeping = z.infer<typeof KeepingSchema>;

/** Where nobody chose. */
export const DEFAULT_KEEPING: Keeping = { recordings: 50, days: null, requests: USUAL_REQUESTS };

/** What was chosen, from what was kept; what cannot be read was not chosen. */
export function keepingOf(value: unknown): Keeping {
  return KeepingSchema.safeParse(value).data ?? DEFAULT_KEEPING;
}

/** The moment, in milliseconds since 1970, before which what began is not kept. */
export function keptSince({ days }: Pick<Keeping, 'days'>, now: number): number {
  return days === null ? -Infinity : now - days * DAY_MS;
}

/** What a person wrote of it; `null` where it is no such number. An empty number of days is no limit. */
export function readKeeping(recordings: string, days: string, requests: string): Keeping | null {
  const parsed = KeepingSchema.safeParse({
    recordings: wholeOf(recordings),
    days: days.trim() === '' ? null : wholeOf(days),
    requests: wholeOf(requests),
  });
  return parsed.data ?? null;
}

function wholeOf(text: string): number {
  return /^\s*\d{1,7}\s*$/.test(text) ? Number(text) : Number.NaN;
}
