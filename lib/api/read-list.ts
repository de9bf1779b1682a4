import { AppError } from '../core/base/errors';
import { isInOrder, type Piece, pieceOf } from './list-piece';
import { PAGE_SIZE, type Page, type Row } from './paging';
import { stoppable } from './stoppable';

/** Which page of a list to read. */
export interface PageQuery {
  /** Only rows with this id or a higher one. */
  readonly minId?: number;
  /** Only these. */
  readonly ids?: readonly number[];
  readonly start: number;
  readonly size: number;
  readonly bulk: boolean;
  readonly signal: AbortSignal;
}

/** Reads a page in the order of the ids, as far as the service does what it is asked. */
export type ReadPage<T> = (query: PageQuery) => Promise<Page<T>>;

export interface ListWatcher<T> {
  readonly signal?: AbortSignal;
  /** Told of rows that were not told of before, and how many there are in all. */
  readonly onRows?: (rows: readonly Row<T>[], total: number, servedAt: number | null) => unknown;
  /** More rows than this are not read; `isCut` says so. */
  readonly most?: number;
}

/** A list as it was while it was read. */
export interface List<T> {
  /** By id. */
  readonly items: ReadonlyMap<number, T>;
  /** Ids of rows that are there and cannot be read. */
  readonly unreadable: readonly number[];
  /** How many the service says there are. */
  readonly total: number;
  /** When the reading began, by the service's clock, in milliseconds since 1970. */
  readonly servedAt: number | null;
  readonly isCut: boolean;
}

/** As many at a time as the pace lets through. */
const AT_ONCE = 6;
const MOST_PASSES = 4;

/** A page that is on its way. */
interface Asked<T> {
  /** Only ids above this one. */
  readonly above: number;
  /** How many rows come before it among those. */
  readonly start: number;
  /** How many come before it in the list. */
  readonly place: number;
  readonly answer: Promise<Page<T>>;
}

/** How many pages that begin so many rows apart are on their way at a time. Pages of one row cannot overlap: then only the next is sure. */
function wanted(left: number, step: number): number {
  return step > 0 ? Math.min(AT_ONCE, Math.max(1, Math.ceil(left / step))) : 1;
}

/**
 * The whole of a list that others may change meanwhile. It is read by key: each page is asked for above the
 * last id that had come, as soon as one has, and begins with the last row of the one before,
 * so that a row that was deleted makes none be skipped. Where an answer shows that the service ignores
 * the key or the order, all is read by offset, and a second time for what was skipped. The first
 * failure ends all of it.
 */
export async function readList<T>(
  readPage: ReadPage<T>,
  { signal, onRows, most = Infinity }: ListWatcher<T> = {},
): Promise<List<T>> {
  const stop = new AbortController();
  const end = () => stop.abort(signal?.reason);
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end);
  const seen = new Map<number, Row<T>>();
  let first: Page<T> = { rows: [], items: [], total: 0, size: PAGE_SIZE, servedAt: null };

  function ask(query: Omit<PageQuery, 'signal'>): Promise<Page<T>> {
    const page = readPage({ ...query, signal: stop.signal });
    page.catch((error: unknown) => stop.abort(error));
    return page;
  }

  async function take(rows: readonly Row<T>[]): Promise<void> {
    stop.signal.throwIfAborted();
    const fresh = rows.filter(({ id }) => id !== null && !seen.has(id));
    for (const row of fresh) if (row.id !== null) seen.set(row.id, row);
    // What is being kept goes on being kept, but nobody waits for it.
    await stoppable(Promise.resolve(onRows?.(fresh, first.total, first.servedAt)), stop.signal);
  }

  /** Reads on by key from the first page; `false` where the service does not go by it. */
  async function byKey(piece: Piece<T>): Promise<boolean> {
    const { size } = piece;
    const step = size - 1;
    let { last, isEnd, left } = piece;
    let come = piece.rows.length;
    let onWay: readonly Asked<T>[] = [];
    while (!isEnd && seen.size < most) {
      if (last === null) return false;
      stop.signal.throwIfAborted();
      onWay = askOn(onWay, wanted(Math.min(left, most - seen.size), step));
      const [asked] = onWay;
      if (!asked) break;
      onWay = onWay.slice(1);
      const next = pieceOf(await asked.answer, asked.start, size);
      if (!isInOrder(next.rows, asked.above)) return false;
      // The list was changed between this page and the one before, or that one was cut: from there on it is read anew.
      if (asked.place !== come && next.rows[0]?.id !== last) {
        onWay = [];
        continue;
      }
      await take(next.rows);
      ({ isEnd, left } = next);
      if (next.last === null && !isEnd) return false;
      last = next.last;
      come = asked.place + next.rows.length;
    }
    return true;

    function askOn(before: readonly Asked<T>[], count: number): readonly Asked<T>[] {
      const all = [...before];
      const above = last ?? 0;
      while (all.length < count) {
        const place = (all.at(-1)?.place ?? come - step) + step;
        const start = place - come;
        const answer = ask({ minId: above + 1, start, size, bulk: true });
        all.push({ above, place, start, answer });
      }
      return all;
    }
  }

  async function byOffset(size: number): Promise<void> {
    let pass = new Set<number>();
    for (let count = 1; count <= MOST_PASSES; count += 1) {
      const before = seen.size;
      pass = await passBy(size);
      if (count > 1 && seen.size === before) break;
    }
    await lookFor([...seen.keys()].filter((id) => !pass.has(id)));
  }

  /** Reads all pages by offset, and returns the ids that came. */
  async function passBy(size: number): Promise<Set<number>> {
    const ids = new Set<number>();
    let isEnd = false;
    let left = 0;
    for (let from = 0; !isEnd && seen.size < most;) {
      const start = from;
      const pages = Math.min(AT_ONCE, Math.max(1, Math.ceil(left / size)));
      const answers = Array.from({ length: pages }, (_, index) =>
        ask({ start: start + index * size, size, bulk: true }),
      );
      for (const [index, answer] of answers.entries()) {
        const piece = pieceOf(await answer, start + index * size, size);
        for (const { id } of piece.rows) if (id !== null) ids.add(id);
        await take(piece.rows);
        ({ left } = piece);
        isEnd ||= piece.isEnd;
      }
      from += pages * size;
    }
    return ids;
  }

  /** Forgets those that are not there any more, of which the last pass told nothing. */
  async function lookFor(ids: readonly number[]): Promise<void> {
    for (let start = 0; start < ids.length; start += PAGE_SIZE) {
      const some = ids.slice(start, start + PAGE_SIZE);
      const found = await ask({ ids: some, start: 0, size: PAGE_SIZE, bulk: true });
      const there = new Set(found.rows.map(({ id }) => id));
      for (const id of some) if (!there.has(id)) seen.delete(id);
    }
  }

  try {
    first = await ask({ start: 0, size: PAGE_SIZE, bulk: false });
    const piece = pieceOf(first, 0, first.size);
    await take(first.rows);
    const isDone = piece.isEnd || (isInOrder(first.rows, 0) && (await byKey(piece)));
    if (!isDone) await byOffset(piece.size);
  } catch (error) {
    stop.abort(new AppError('cancelled'));
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
  const items = new Map<number, T>();
  const unreadable: number[] = [];
  for (const [id, { item }] of seen) {
    if (item === null) unreadable.push(id);
    else items.set(id, item);
  }
  return {
    items,
    unreadable,
    total: first.total,
    servedAt: first.servedAt,
    isCut: seen.size >= most,
  };
}
