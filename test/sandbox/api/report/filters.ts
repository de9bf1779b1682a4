import { castError, syntaxError, type Where } from '../failure.ts';
import { COLUMNS } from './columns.ts';
import type { ReportType } from './types.ts';

/** Rows of which a dimension has one of these values. */
export interface Filter {
  readonly column: string;
  readonly values: readonly (string | number)[];
}

/**
 * The filters of an order: an array of objects with one key each; several values are an array, and
 * a key is never there twice (documented; that it is refused is assumed).
 */
export function readFilters(
  sent: readonly Readonly<Record<string, unknown>>[],
  type: ReportType,
  at: Where,
): Filter[] {
  const filters = sent.map((one) => readFilter(one, type, at));
  const twice = filters.find(
    (one, nth) => filters.findIndex(({ column }) => column === one.column) < nth,
  );
  if (twice) throw syntaxError(`Filter ${twice.column} is there twice; use an array of values`, at);
  return filters;
}

function readFilter(sent: Readonly<Record<string, unknown>>, type: ReportType, at: Where): Filter {
  const [entry, more] = Object.entries(sent);
  if (entry === undefined || more !== undefined) {
    throw syntaxError('Each filter is an object with one key', at);
  }
  const [column, value] = entry;
  if (!type.filters.includes(column)) throw syntaxError(`Invalid filter: ${column}`, at);
  const values = Array.isArray(value) ? value : [value];
  const isInt = COLUMNS.get(column)?.type === 'int';
  return {
    column,
    values: values.map((each: unknown) =>
      isInt ? readInt(column, each, at) : readText(column, each, at),
    ),
  };
}

function readInt(column: string, value: unknown, at: Where): number {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?\d{1,15}$/.test(text)) throw castError(column, 'int', at);
  return Number(text);
}

function readText(column: string, value: unknown, at: Where): string {
  if (typeof value !== 'string') throw castError(column, 'string', at);
  return value;
}
