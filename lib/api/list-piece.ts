import type { Page, Row } from './paging';

/** What a page says of where it stands in its list. */
export interface Piece<T> {
  readonly rows: readonly Row<T>[];
  /** The highest id on it; `null` where none can be read. */
  readonly last: number | null;
  /** Nothing comes after it. */
  readonly isEnd: boolean;
  /** How many the service says come after it. */
  readonly left: number;
  /** How many come at a time. */
  readonly size: number;
}

/**
 * Where a page stands. An end needs a page that is not full: a count may be older than the rows. And
 * where the count promises more, only an empty page is believed: a service may give fewer at a time.
 */
export function pieceOf<T>({ rows, total, size }: Page<T>, start: number, asked: number): Piece<T> {
  const isFull = rows.length >= Math.min(size, asked);
  const left = Math.max(0, total - start - rows.length);
  const isEnd = rows.length === 0 || (!isFull && left === 0);
  return {
    rows,
    last: rows.findLast(({ id }) => id !== null)?.id ?? null,
    isEnd,
    left,
    size: isFull || isEnd ? size : rows.length,
  };
}

/** Whether the ids ascend, and from above this one: a service that does not go by what it is asked shows. */
export function isInOrder<T>(rows: readonly Row<T>[], above: number): boolean {
  let last = above;
  for (const { id } of rows) {
    if (id === null) continue;
    if (id <= last) return false;
    last = id;
  }
  return true;
}
