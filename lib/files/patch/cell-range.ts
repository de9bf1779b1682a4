import { columnOf } from '../cell-places';
import { attribute } from '../xml';

/** Cells from one corner to the other, both within, counted from 0. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A range as a sheet writes it, `A1:F20` or `A1`; `null` where it is none. */
export function readRange(text: string | null): CellRange | null {
  const [, from, to] = /^\s*(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?\s*$/i.exec(
    text ?? '',
  ) ?? [null, null];
  if (!from) return null;
  const [a, b] = [from, to ?? from].map((address) => ({
    row: Number(/\d+$/.exec(address)?.[0]) - 1,
    column: columnOf(address),
  }));
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** The cells that a formula fills beside its own, by its attributes; `null` where it fills none. */
export function formulaRange(attributes: string): string | null {
  // What is called shared is only written once: each of its cells says that it is a formula.
  const fills = ['array', 'dataTable'].includes(attribute(attributes, 't') ?? '');
  return fills ? attribute(attributes, 'ref') : null;
}
