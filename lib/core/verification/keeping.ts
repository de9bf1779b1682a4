import { z } from '../base/schema';

/** The most recordings that can be kept, and the most days. */
export const MOST_RECORDINGS = 1000;
export const MOST_DAYS = 3650;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How many recordings of an account stay here, and how long. */
const KeepingSchema = z.object({
  /** The newest of them. */
  recordings: z.number().check(z.int(), z.gte(1), z.lte(MOST_RECORDINGS)),
  /** Days since a recording began; `null` for no limit. */
  days: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(MOST_DAYS))),
});
export type Keeping = z.infer<typeof KeepingSchema>;

/** Where nobody chose. */
export const DEFAULT_KEEPING: Keeping = { recordings: 50, days: null };

/** What was chosen, from what was kept; what cannot be read was not chosen. */
export function keepingOf(value: unknown): Keeping {
  return KeepingSchema.safeParse(value).data ?? DEFAULT_KEEPING;
}

/** The moment, in milliseconds since 1970, before which what began is not kept. */
export function keptSince({ days }: Keeping, now: number): number {
  return days === null ? -Infinity : now - days * DAY_MS;
}

/** What a person wrote of it; `null` where it is no such number. An empty number of days is no limit. */
export function readKeeping(recordings: string, days: string): Keeping | null {
  const parsed = KeepingSchema.safeParse({
    recordings: wholeOf(recordings),
    days: days.trim() === '' ? null : wholeOf(days),
  });
  return parsed.data ?? null;
}

function wholeOf(text: string): number {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN;
}
