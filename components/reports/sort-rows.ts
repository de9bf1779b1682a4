import type { TableSort } from '@/lib/core/base/table-layout';

/** By what a cell is sorted; `null` is not known and comes last both ways. */
export type CellValue = string | number | null;

/** Rows in the order of a column; without one, as they are given. */
export function sortRows<T, C extends string>(
  rows: readonly T[],
  sort: TableSort<C>,
  valueOf: (row: T, column: C) => CellValue,
): readonly T[] {
  if (sort === null) return rows;
  const { column, isDescending } = sort;
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a, column), valueOf(b, column)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other);
  });
}

const NAMES = new Intl.Collator('en', { numeric: true });

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return NAMES.compare(String(one), String(other));
}
