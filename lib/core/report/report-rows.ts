import { leastOf, mostOf } from '../base/long-lists';
import { ReportError } from './problem';
import { IMPRESSIONS, type ReportPlan, TOLD_COLUMNS } from './plan';
import { TYPE_FACTS } from './catalogue';

const ZERO = 48;
const MAX_DIGITS = 15;

/** Where the columns of a report stand; -1 where it has none. */
export interface Columns {
  readonly count: number;
  readonly period: number;
  readonly impressions: number;
  readonly cost: number;
  /** In the order of `TOLD_COLUMNS`. */
  readonly ids: readonly number[];
  readonly names: readonly number[];
  /** The first column and the last from which on ids and names stand together; `null` where others are among them. */
  readonly together: readonly [number, number] | null;
}

/**
 * Finds the columns by their names; of a name that stands twice nobody knows which is meant. Fails where one of those is
 * missing without which nothing can be summed.
 */
export function readHeader(cells: readonly string[], plan: ReportPlan): Columns {
  const names = cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const at = (name: string) => {
    const first = plan.columns.includes(name) ? names.indexOf(name) : -1;
    return first === names.lastIndexOf(name) ? first : -1;
  };
  const { cost } = TYPE_FACTS[plan.type];
  const columns: Omit<Columns, 'together'> = {
    count: names.length,
    period: at(plan.question.by),
    impressions: at(IMPRESSIONS),
    cost: cost === null ? -1 : at(cost),
    ids: TOLD_COLUMNS.map(({ id }) => at(id)),
    names: TOLD_COLUMNS.map(({ name }) => at(name)),
  };
  const isWhole = TOLD_COLUMNS.every(({ id }) => !plan.columns.includes(id) || at(id) >= 0);
  if (columns.period < 0 || columns.impressions < 0 || !isWhole) {
    throw new ReportError('other-columns');
  }
  return { ...columns, together: togetherOf(columns) };
}

function togetherOf(columns: Omit<Columns, 'together'>): Columns['together'] {
  const { ids, names, period, impressions, cost } = columns;
  const told = [...ids, ...names].filter((column) => column >= 0);
  const [first, last] = [leastOf(told), mostOf(told)];
  if (last === null) return null;
  const isOther = (column: number) => column >= first && column <= last;
  return [period, impressions, cost].some(isOther) ? null : [first, last];
}

/** A count of a cell; `NaN` where it is none. */
export function countOf(text: string, from: number, to: number): number {
  let value = 0;
  if (from >= to || to - from > MAX_DIGITS) return Number.NaN;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * An id of a cell; 0 is none, as of a placement. `null` where the service tells it no more, as of what is older than it
 * keeps (-1); `undefined` where it is no id.
 */
export function idOf(cell: string): number | null | undefined {
  if (cell === '' || cell === '--') return null;
  if (!/^-?\d{1,15}$/.test(cell)) return undefined;
  const id = Number(cell);
  return id < 0 ? null : id;
}

/** Money of a cell; `null` where it is none. */
export function moneyOf(cell: string): number | null {
  const money = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(cell) ? Number(cell) : null;
  return Number.isFinite(money) ? money : null;
}

/** A sum with more money; `null` where that is none, or no number reaches so far. */
export function moreMoney(sum: number, money: number | null): number | null {
  const more = money === null ? null : sum + money;
  return Number.isFinite(more) ? more : null;
}
