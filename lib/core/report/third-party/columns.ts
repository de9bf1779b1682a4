import { z } from '../../base/schema';
import { chooseColumn, chosenColumnsSchema } from '../../table/chosen-columns';
import { memorySchema, type MemoryOf } from '../../table/column-memory';
import { readText } from '../../table/cells';
import { plainTitle } from '../../table/plain-title';
import type { RawRow } from '../../table/raw-row';
import {
  DATE_TITLES,
  DEVICE_TITLES,
  HOUR_TITLES,
  IMPRESSION_TITLES,
  LEVEL_TITLES,
  SYSTEM_TITLES,
} from './titles';

/** What is looked for in an ad server's report. */
export const REPORT_COLUMNS = [
  'date',
  'hour',
  'placement',
  'placementId',
  'impressions',
  'device',
  'system',
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

/** Where a column stands; counted from 0. */
export type ReportPlace = readonly [ReportColumn, number];

const rankOf = (titles: readonly string[]) =>
  new Map(titles.map((title, rank) => [plainTitle(title), rank] as const));
const SINGLE: readonly (readonly [ReportColumn, ReadonlyMap<string, number>])[] = [
  ['date', rankOf(DATE_TITLES)],
  ['hour', rankOf(HOUR_TITLES)],
  ['device', rankOf(DEVICE_TITLES)],
  ['system', rankOf(SYSTEM_TITLES)],
];
const RANKED_IMPRESSIONS = rankOf(IMPRESSION_TITLES);
const RANKED_LEVELS = LEVEL_TITLES.map(([names, ids]) => [rankOf(names), rankOf(ids)] as const);

/** A title that stands in a row, and in which column. */
export interface TitleAt {
  readonly title: string;
  readonly index: number;
}

/** Shares and changes, whose signs are no letters of a title. */
const NO_COUNT = /[%％‰±∆]|\+\/[-−]/;
/** Sentences of an introduction are no titles. */
const LONGEST_TITLE = 80;

/** The titles of a row. */
export function titlesOf({ columns, values }: RawRow): readonly TitleAt[] {
  return values.flatMap((value, at) => {
    const title = readText(value).trim();
    return title === '' || title.length > LONGEST_TITLE ? [] : [{ title, index: columns[at] ?? 0 }];
  });
}

/** The columns that are known by their titles. */
export function recogniseColumns(titles: readonly TitleAt[]): readonly ReportPlace[] {
  const ranked = [...SINGLE, ['impressions', RANKED_IMPRESSIONS] as const];
  const places = ranked.flatMap(([column, ranks]) => placeOf(column, titles, ranks));
  return [...places, ...placementColumns(titles)];
}

/**
 * A placement's name and id, of one level: the first that the file has of placement, line item, flight, ad, creative, ad
 * unit.
 */
export function placementColumns(titles: readonly TitleAt[]): readonly ReportPlace[] {
  for (const [names, ids] of RANKED_LEVELS) {
    const found = [...placeOf('placement', titles, names), ...placeOf('placementId', titles, ids)];
    if (found.length > 0) return found;
  }
  return [];
}

function placeOf(
  column: ReportColumn,
  titles: readonly TitleAt[],
  ranks: ReadonlyMap<string, number>,
): readonly ReportPlace[] {
  const index = bestOf(titles, ranks);
  return index === null ? [] : [[column, index]];
}

/** Titles that count impressions, too, in the order of the file: which of them is meant is a person's to say. */
export function impressionTitles(titles: readonly TitleAt[]): readonly TitleAt[] {
  return titles.filter(
    ({ title }) => !NO_COUNT.test(title) && RANKED_IMPRESSIONS.has(plainTitle(title)),
  );
}

function bestOf(titles: readonly TitleAt[], ranks: ReadonlyMap<string, number>): number | null {
  let found: { readonly index: number; readonly rank: number } | null = null;
  for (const { title, index } of titles) {
    const rank = NO_COUNT.test(title) ? undefined : ranks.get(plainTitle(title));
    if (rank !== undefined && (found === null || rank < found.rank)) found = { index, rank };
  }
  return found?.index ?? null;
}

/** How the day, month and year of a date stand. */
export const DateOrderSchema = z.enum(['dmy', 'mdy']);
export type DateOrder = z.infer<typeof DateOrderSchema>;

/** What a person said of a file with these titles; a column that is `null` is not there. */
export const ReportChoiceSchema = z.object({
  columns: chosenColumnsSchema(REPORT_COLUMNS),
  /** `null`: nobody was asked. */
  dateOrder: z.nullable(DateOrderSchema),
});
export type ReportChoice = z.infer<typeof ReportChoiceSchema>;

/** What was chosen for reports, by their titles. */
export const ReportColumnMemorySchema = memorySchema(ReportChoiceSchema);
export type ReportColumnMemory = MemoryOf<ReportChoice>;

/** The choice with another column for one of them; `null` where the file has none. */
export function chooseReportColumn(
  choice: ReportChoice | null,
  column: ReportColumn,
  at: number | null,
): ReportChoice {
  return {
    dateOrder: choice?.dateOrder ?? null,
    columns: chooseColumn(choice?.columns ?? null, column, at),
  };
}
