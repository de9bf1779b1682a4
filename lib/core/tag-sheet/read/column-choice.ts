import { LAST_COLUMN, MAX_KNOWN_COLUMNS } from '../../base/limits';
import { z } from '../../base/schema';
import type { TagColumn } from './header';

/** What a person can say of a sheet beside where its tags are: the columns that a check looks at. */
export const CHOSEN_KINDS = [
  'trackerId',
  'trackerName',
  'adServer',
  'placement',
  'cachebuster',
  'cost',
  'consent',
] as const;
export type ChosenKind = (typeof CHOSEN_KINDS)[number];

const ColumnSchema = z.int().check(z.gte(0), z.lte(LAST_COLUMN - 1));

/** Which columns of a sheet are which, by a person’s word; what is not said is as recognised. */
export const ColumnChoiceSchema = z.object({
  /** The columns with tags, counted from 0; none where nothing is said of them. */
  tags: z.array(ColumnSchema).check(z.maxLength(MAX_KNOWN_COLUMNS)),
  /** `null`: the sheet has no such column. */
  columns: z
    .array(z.tuple([z.enum(CHOSEN_KINDS), z.nullable(ColumnSchema)]))
    .check(z.maxLength(CHOSEN_KINDS.length)),
});
export type ColumnChoice = z.infer<typeof ColumnChoiceSchema>;

const NOTHING_SAID: ColumnChoice = { tags: [], columns: [] };

/**
 * The choice with another column in one of the places for tags; the place after the last one adds to
 * them, and `null` takes one away.
 */
export function chooseTag(
  choice: ColumnChoice | null,
  now: readonly Pick<TagColumn, 'index'>[],
  place: number,
  column: number | null,
): ColumnChoice {
  const before = now.map(({ index }) => index);
  const after = [...before.slice(0, place), column, ...before.slice(place + 1)];
  const tags = new Set(after.flatMap((index) => index ?? []));
  return { ...(choice ?? NOTHING_SAID), tags: [...tags].toSorted((a, b) => a - b) };
}

/** The choice with another column for what is no tag; `null` where the sheet has none. */
export function chooseColumn(
  choice: ColumnChoice | null,
  kind: ChosenKind,
  column: number | null,
): ColumnChoice {
  const { tags, columns } = choice ?? NOTHING_SAID;
  return { tags, columns: [...columns.filter(([it]) => it !== kind), [kind, column]] };
}
