import { appendAll } from '@/lib/core/base/long-lists';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';

/** What is looked for: every word, and what else must hold. One query is one object: its results are kept by it. */
export interface RequestQuery {
  /** In lower case, without white space. */
  readonly words: readonly string[];
  /** What else must be so of a request; `null` where nothing must. */
  readonly holds: ((row: CheckedRequest) => boolean) | null;
}

/** So many requests are one text: long enough to be searched at once, short enough for a frame. */
const LOT = 512;

interface Lot {
  rows: readonly CheckedRequest[];
  /** The texts of its requests, each with a line end behind it, which no word has. */
  text: string;
  /** Where each of them ends. */
  ends: readonly number[];
  query: RequestQuery | null;
  found: readonly CheckedRequest[];
}

/**
 * Finds requests by what is written of them. Their texts are made once and kept in lots; a lot that has not changed is
 * not searched again for the same query: of one more request no other text is read.
 * Each step of what is given is one lot's worth of work: who runs it may rest, or stop, between any two.
 */
export function createRequestIndex(textOf: (row: CheckedRequest) => string) {
  const lots: Lot[] = [];

  function lotAt(index: number, rows: readonly CheckedRequest[]): Lot {
    const known = lots[index];
    const from = index * LOT;
    const count = Math.min(LOT, rows.length - from);
    let same = 0;
    if (known) {
      const most = Math.min(count, known.rows.length);
      while (same < most && known.rows[same] === rows[from + same]) same += 1;
      if (same === count && same === known.rows.length) return known;
    }
    const ends = known?.ends.slice(0, same) ?? [];
    let at = ends.at(-1) ?? 0;
    const parts = [known?.text.slice(0, at) ?? ''];
    const own = rows.slice(from, from + count);
    for (const row of own.slice(same)) {
      const text = `${textOf(row)}\n`;
      parts.push(text);
      at += text.length;
      ends.push(at);
    }
    const made = { rows: own, text: parts.join(''), ends, query: null, found: [] };
    lots[index] = made;
    return made;
  }

  return {
    /** The requests that a query finds, in their order, when it is done. */
    *find(rows: readonly CheckedRequest[], query: RequestQuery) {
      const count = Math.ceil(rows.length / LOT);
      if (lots.length > count) lots.length = count;
      const found: CheckedRequest[] = [];
      for (let index = 0; index < count; index += 1) {
        const lot = lotAt(index, rows);
        if (lot.query !== query) {
          lot.found = searchLot(lot, query);
          lot.query = query;
        }
        appendAll(found, lot.found);
        yield;
      }
      return found;
    },
  };
}

function searchLot({ rows, text, ends }: Lot, { words, holds }: RequestQuery) {
  // The longest is in the fewest.
  const [first, ...others] = words.toSorted((a, b) => b.length - a.length);
  const found: CheckedRequest[] = [];
  const take = (place: number) => {
    const row = rows[place];
    if (row && (holds === null || holds(row))) found.push(row);
  };
  if (first === undefined) {
    for (let place = 0; place < rows.length; place += 1) take(place);
    return found;
  }
  let place = 0;
  for (let at = text.indexOf(first); at >= 0;) {
    while ((ends[place] ?? Infinity) <= at) place += 1;
    const end = ends[place] ?? text.length;
    const isAll =
      others.length === 0 || hasAll(text.slice(place === 0 ? 0 : ends[place - 1], end), others);
    if (isAll) take(place);
    place += 1;
    at = text.indexOf(first, end);
  }
  return found;
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
