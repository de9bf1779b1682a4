import { z } from '../base/schema';

/** Trackers that are taken from one text or file, and remarks on what was not. */
export const MAX_TAKEN = 10_000;
export const MAX_REFUSED = 200;
const MAX_QUOTE = 200;

/** Why something of a list is not taken. */
const REFUSALS = [
  'no-id',
  'tag-without-id',
  'several-ids',
  'bad-id',
  'grouped',
  'shortened',
] as const;

const RefusedSchema = z.object({
  /** The line of a text or the row of a sheet, counted from 1. */
  line: z.int().check(z.gte(1)),
  /** What stands there, no longer than is shown. */
  text: z.string().check(z.maxLength(MAX_QUOTE)),
  why: z.enum(REFUSALS),
});
export type Refused = z.infer<typeof RefusedSchema>;

/** What was understood of a list of trackers, and what was not. */
export const TakenSchema = z.object({
  /** Each once, in the order in which it stands there. */
  ids: z.array(z.int().check(z.gte(1))).check(z.maxLength(MAX_TAKEN)),
  refused: z.array(RefusedSchema).check(z.maxLength(MAX_REFUSED)),
  /** How many more lines were not understood, and how many more ids were. */
  refusedMore: z.int().check(z.gte(0)),
  idsMore: z.int().check(z.gte(0)),
});
export type Taken = z.infer<typeof TakenSchema>;

/** Gathers what is understood of a list. */
export function createTaking() {
  const ids = new Set<number>();
  const refused: Refused[] = [];
  let refusedMore = 0;
  return {
    take: (id: number): void => void ids.add(id),
    refuse(line: number, text: string, why: Refused['why']): void {
      if (refused.length < MAX_REFUSED) {
        refused.push({ line, text: text.trim().slice(0, MAX_QUOTE), why });
      } else refusedMore += 1;
    },
    size: (): number => ids.size,
    taken: (): Taken => ({
      ids: [...ids].slice(0, MAX_TAKEN),
      refused,
      refusedMore,
      idsMore: Math.max(0, ids.size - MAX_TAKEN),
    }),
  };
}
export type Taking = ReturnType<typeof createTaking>;
