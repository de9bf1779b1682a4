import { numberOf, seriesOf } from '../period-count';
import type { Grain } from '../question';
import type { CountedTuple, Report } from '../report';
import type { ReportType } from '../report-type';
import { sumSeries } from '../series-sums';

/** The rows of several reports as if they were of one. */
export interface MergedReports {
  readonly type: ReportType;
  readonly by: Grain;
  readonly timeZone: string;
  readonly rows: readonly CountedTuple[];
  /** Of another type, time zone or grain than the newest: their figures are not of the same periods and objects. */
  readonly leftOut: readonly Report[];
}

/**
 * What reports tell together, of each period what the newest that has it tells: nothing is counted twice. The newest says of
 * which type, time zone and grain they are; `null` where there is none. The cost of a row is known where one report alone tells of it.
 */
export function mergeReports(reports: readonly Report[]): MergedReports | null {
  const ordered = reports.toSorted((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
  const newest = ordered.at(-1);
  if (!newest) return null;
  const { type, question } = newest;
  const { by, timeZone } = question;
  const isAlike = (one: Report) =>
    one.type === type && one.question.by === by && one.question.timeZone === timeZone;
  const rows = new Map<string, CountedTuple[]>();
  for (const report of ordered.filter(isAlike)) {
    for (const [key, told] of rowsOf(report)) rows.set(key, [...(rows.get(key) ?? []), told]);
  }
  return {
    type,
    by,
    timeZone,
    rows: [...rows.values()].flatMap((some) => mergeRows(some, by)),
    leftOut: ordered.filter((one) => !isAlike(one)),
  };
}

/** The publisher in a report’s address is that of all its rows. */
function withParent(row: CountedTuple, { publisherId }: Report): CountedTuple {
  const { lineItemId, placementId, paymentRuleId } = row.tuple;
  const publisher = row.tuple.publisherId ?? publisherId;
  return { ...row, tuple: { lineItemId, publisherId: publisher, placementId, paymentRuleId } };
}

/** Rows by their tuple, with the publisher of the address: what is then one row is summed, as it is of one report. */
function rowsOf(report: Report): ReadonlyMap<string, CountedTuple> {
  const rows = new Map<string, CountedTuple>();
  for (const row of report.counted) {
    const told = withParent(row, report);
    const key = Object.values(told.tuple).join();
    const before = rows.get(key);
    rows.set(key, before ? together(before, told, report.question.by) : told);
  }
  return rows;
}

function together(one: CountedTuple, other: CountedTuple, by: Grain): CountedTuple {
  const cost = one.cost === null || other.cost === null ? null : one.cost + other.cost;
  return { ...one, cost, impressions: sumSeries([one.impressions, other.impressions], by) };
}

/** Rows of one tuple, the newest last. */
function mergeRows(rows: readonly CountedTuple[], by: Grain): readonly CountedTuple[] {
  const newest = rows.at(-1);
  if (!newest || rows.length === 1) return rows;
  const counts = new Map<number, number | null>();
  for (const { impressions } of rows) {
    const start = numberOf(impressions.first, by);
    for (const [at, count] of impressions.counts.entries()) counts.set(start + at, count);
  }
  const numbers = [...counts.keys()].toSorted((a, b) => a - b);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return [newest];
  return [{ ...newest, cost: null, impressions: seriesOf(counts, by, [first, last]) }];
}
