import { z } from '../../base/schema';
import { MAX_FINGERPRINT_CHARS } from '../../base/limits';
import { type ColumnChoice, ColumnChoiceSchema } from './column-choice';

export const REMEMBERED_SHEETS = 50;

/** Which columns were chosen by hand, by the titles of the sheet: newest first, one entry for each. */
export const ColumnMemorySchema = z
  .array(
    z.object({
      fingerprint: z.string().check(z.maxLength(MAX_FINGERPRINT_CHARS)),
      choice: ColumnChoiceSchema,
    }),
  )
  .check(z.maxLength(REMEMBERED_SHEETS));
export type ColumnMemory = z.infer<typeof ColumnMemorySchema>;

/** What was chosen for sheets with these titles, or `null`. */
export function recallColumns(memory: ColumnMemory, fingerprint: string): ColumnChoice | null {
  return memory.find((entry) => entry.fingerprint === fingerprint)?.choice ?? null;
}

/**
 * The memory with this choice in front, and the oldest gone where there are too many; with `null` what
 * was chosen for these titles is forgotten.
 */
export function rememberColumns(
  memory: ColumnMemory,
  fingerprint: string,
  choice: ColumnChoice | null,
): ColumnMemory {
  const others = memory.filter((entry) => entry.fingerprint !== fingerprint);
  return choice ? [{ fingerprint, choice }, ...others].slice(0, REMEMBERED_SHEETS) : others;
}
