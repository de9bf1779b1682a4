import { cellOf, createCsvLines, type CsvRow } from './csv-lines';
import { firstPeriod, periodAt, periodsOf } from './days';
import type { ReportPlan } from './plan';
import { ReportError } from './problem';
import type { CountedTuple } from './report';
import { type Columns, countOf, idOf, moneyOf, moreMoney, readHeader } from './report-rows';
import { createOnlyAsked } from './only-asked';
import { localHour } from './time-zone';
import type { Tuple } from './tuple';

/** Counts of all tuples and periods that are kept of a report, and rows that are read. */
const MAX_COUNTS = 2_000_000;
const MAX_ROWS = 5_000_000;
/** Ways in which tuples and their names are written. */
const MAX_KEYS = 200_000;
const MAX_NAME_CHARS = 500;

/** What was read of a report. */
export interface ReadReport {
  readonly rows: number;
  /** Rows that are of no tuple, or of another than asked, of no period of the span, or of no count. */
  readonly unread: number;
  readonly counted: CountedTuple[];
}

interface Sum {
  readonly tuple: Tuple;
  readonly names: CountedTuple['names'];
  readonly counts: Float64Array;
  /** Whether a row had its say on a period: what was not told is not always none. */
  readonly told: Uint8Array;
  cost: number | null;
}

export type ReportReader = ReturnType<typeof createReportReader>;

/**
 * Reads the CSV of a report, in pieces as they come, and keeps sums per tuple and period alone: how many rows there are
 * takes no memory. A period without a row counted none where the service had counted everything before its end
 * (`closedUntil`, in milliseconds since 1970), and is not known where it had not; where the service does not say,
 * what lies behind the last period of any row is not known. Fails with `ReportError`; a file that ends within a row is none.
 */
export function createReportReader(plan: ReportPlan, closedUntil: number | null) {
  const { span, question } = plan;
  const { by } = question;
  const size = periodsOf(span, by);
  const sums = new Map<string, Sum>();
  /** By the cells as they stand: two may say the same tuple. */
  const sumsByCells = new Map<string, Sum>();
  const periods = new Map<string, number>();
  let columns: Columns | null = null;
  let rows = 0;
  let unread = 0;
  let lastTold = -1;
  let lastCells = 0;
  const isAsked = createOnlyAsked(plan);

  function periodOf(row: CsvRow, column: number): number {
    const cell = row.text.slice(row.starts[column], row.ends[column]);
    const known = periods.get(cell);
    if (known !== undefined) return known;
    const period = periodAt(span, by, cell);
    // What is no period is not remembered: there is no end to it.
    if (period >= 0) periods.set(copied(cell), period);
    return period;
  }

  function sumOf(row: CsvRow, columns: Columns): Sum | null {
    const { ids, names, cost } = columns;
    const key = keyOf(row, columns);
    const known = sumsByCells.get(key);
    if (known !== undefined) return known;
    const tuple = tupleOf(ids.map((column) => (column < 0 ? null : idOf(cellOf(row, column)))));
    if (tuple === null || !isAsked(tuple)) return null;
    const same = sums.get(JSON.stringify(tuple));
    if (sumsByCells.size > MAX_KEYS) throw new ReportError('too-much');
    if (same) {
      sumsByCells.set(copied(key), same);
      return same;
    }
    if ((sums.size + 1) * size > MAX_COUNTS) throw new ReportError('too-much');
    const [lineItem = null, publisher = null, placement = null, paymentRule = null] = names.map(
      (column) => (column < 0 ? null : nameOf(cellOf(row, column))),
    );
    const sum: Sum = {
      tuple,
      names: { lineItem, publisher, placement, paymentRule },
      counts: new Float64Array(size),
      told: new Uint8Array(size),
      cost: cost >= 0 ? 0 : null,
    };
    sums.set(JSON.stringify(tuple), sum);
    sumsByCells.set(copied(key), sum);
    return sum;
  }

  function take(row: CsvRow): void {
    lastCells = row.count;
    if (columns === null) {
      const cells = Array.from({ length: row.count }, (_, column) => cellOf(row, column));
      columns = readHeader(cells, plan);
      return;
    }
    rows += 1;
    if (rows > MAX_ROWS) throw new ReportError('too-much');
    const { period: when, impressions, cost } = columns;
    const period = row.count === columns.count ? periodOf(row, when) : -1;
    const count = countOf(row.text, row.starts[impressions] ?? 0, row.ends[impressions] ?? 0);
    const sum = period < 0 || Number.isNaN(count) ? null : sumOf(row, columns);
    if (sum === null) {
      unread += 1;
      return;
    }
    sum.counts[period] = (sum.counts[period] ?? 0) + count;
    sum.told[period] = 1;
    if (period > lastTold) lastTold = period;
    if (cost >= 0 && sum.cost !== null) {
      sum.cost = moreMoney(sum.cost, moneyOf(row.text.slice(row.starts[cost], row.ends[cost])));
    }
  }

  const lines = createCsvLines(take);

  /** How many periods are known even where no row tells of them. */
  function closedPeriods(): number {
    if (closedUntil === null) return lastTold + 1;
    const at = localHour(closedUntil, question.timeZone);
    if (at === null || at.date < span.first) return 0;
    if (at.date > span.last) return size;
    const cell = by === 'hour' ? `${at.date} ${String(at.hour).padStart(2, '0')}:00` : at.date;
    return Math.max(periodAt(span, by, cell), 0);
  }

  return {
    /** The next piece of its text. */
    push: (piece: string): void => lines.push(piece),
    /** How many rows were read so far. */
    rows: () => rows,
    /** Nothing more comes: what was read. Fails where not even the columns came. */
    end(): ReadReport {
      const isOpen = lines.end();
      if (columns === null) throw new ReportError('other-columns');
      // Many files have no end of their last line: only what is missing in it tells.
      if (isOpen && lastCells < columns.count) throw new ReportError('cut-off');
      const closed = closedPeriods();
      const first = firstPeriod(span, by);
      const counted = [...sums.values()].map(({ tuple, names, cost, ...sum }) => {
        const counts = Array.from(sum.counts, (count, period) =>
          period < closed || sum.told[period] === 1 ? count : null,
        );
        return { tuple, names, impressions: { by, first, counts }, cost };
      });
      return { rows, unread, counted };
    },
  };
}

/** What of a row says which tuple it is of: the cells from the first to the last where they stand together. */
function keyOf({ text, starts, ends }: CsvRow, { together, ids }: Columns): string {
  if (together) return text.slice(starts[together[0]], ends[together[1]]);
  let key = '';
  for (const column of ids) {
    if (column >= 0) key += `${text.slice(starts[column], ends[column])},`;
  }
  return key;
}

function tupleOf(ids: readonly (number | null | undefined)[]): Tuple | null {
  const [lineItemId, publisherId, placementId, paymentRuleId] = ids;
  if (
    lineItemId === undefined ||
    publisherId === undefined ||
    placementId === undefined ||
    paymentRuleId === undefined
  ) {
    return null;
  }
  return { lineItemId, publisherId, placementId, paymentRuleId };
}

function nameOf(cell: string): string | null {
  const name = cell.trim();
  return name === '' || name === '--' ? null : copied(name.slice(0, MAX_NAME_CHARS));
}

// A slice of a text holds the whole text in memory.
function copied(slice: string): string {
  return [...slice].join('');
}
