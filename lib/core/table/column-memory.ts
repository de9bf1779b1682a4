import { MAX_FINGERPRINT_CHARS } from '../base/limits';
import { z } from '../base/schema';

export const REMEMBERED_SHEETS = 50;

/** What was chosen by hand for sheets with the same titles: newest first, one entry for each. */
export type MemoryOf<Choice> = readonly {
  readonly fingerprint: string;
  readonly choice: Choice;
}[];

/** The schema of such a memory by that of a choice. */
export function memorySchema<Choice>(choice: z.ZodMiniType<Choice>) {
  return z
    .array(z.object({ fingerprint: z.string().check(z.maxLength(MAX_FINGERPRINT_CHARS)), choice }))
    .check(z.maxLength(REMEMBERED_SHEETS));
}

/** What was chosen for sheets with these titles, or `null`. */
export function recallColumns<Choice>(
  memory: MemoryOf<Choice>,
  fingerprint: string,
): Choice | null {
  return memory.find((entry) => entry.fingerprint === fingerprint)?.choice ?? null;
}

/**
 * The memory with this choice in front, and the oldest gone where there are too many; with `null` what
 * was chosen for these titles is forgotten.
 */
export function rememberColumns<Choice>(
  memory: MemoryOf<Choice>,
  fingerprint: string,
  choice: Choice | null,
): MemoryOf<Choice> {
  const others = memory.filter((entry) => entry.fingerprint !== fingerprint);
  return choice === null
    ? others
    : [{ fingerprint, choice }, ...others].slice(0, REMEMBERED_SHEETS);
}
