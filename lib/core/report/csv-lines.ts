import { ReportError } from './problem';

/** The longest row that is read, in UTF-16 units. */
const MAX_ROW_CHARS = 1_000_000;
/** Lines without anything: a file of them has no rows to be counted, and no end. */
const MAX_EMPTY_LINES = 1_000_000;
const RETURN = 13;
const COMMA = 44;

/** A row of a CSV as it stands in a text: `starts` and `ends` of its first `count` cells, without their quotes. */
export interface CsvRow {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly count: number;
}

/** What a cell holds. */
export function cellOf({ text, starts, ends }: CsvRow, column: number): string {
  const cell = text.slice(starts[column], ends[column]);
  return cell.includes('""') ? cell.replaceAll('""', '"') : cell;
}

/**
 * Reads a CSV that comes in pieces cut anywhere. The row that is given is good until `take` returns: to hold a
 * part of it would hold the whole piece.
 * Fails with `ReportError` where a row has no end, or quotes have none.
 */
export function createCsvLines(take: (row: CsvRow) => void) {
  let rest = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let empty = 0;

  /** Reads the row at `at`; gives where the next one begins, -1 where its end is not there yet. */
  function quotedRow(text: string, at: number, isEnd: boolean): number {
    let from = at;
    for (let count = 0; ; count += 1) {
      let to = from;
      if (text[from] === '"') {
        let mark = text.indexOf('"', from + 1);
        while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
        // A mark that is the last of the piece may be the first of two.
        if (mark < 0 && isEnd) throw new ReportError('cut-off');
        if (mark < 0 || (mark === text.length - 1 && !isEnd)) return -1;
        starts[count] = from + 1;
        ends[count] = mark;
        to = mark + 1;
      } else {
        while (to < text.length && text[to] !== ',' && text[to] !== '\n' && text[to] !== '\r')
          to += 1;
        starts[count] = from;
        ends[count] = to;
      }
      if (text[to] === ',') {
        from = to + 1;
        continue;
      }
      const line = text.indexOf('\n', to);
      if (line < 0 && !isEnd) return -1;
      take({ text, starts, ends, count: count + 1 });
      return line < 0 ? text.length : line + 1;
    }
  }

  function rows(text: string, isEnd: boolean): number {
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      let line = text.indexOf('\n', at);
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote >= 0 && (line < 0 || quote < line)) {
        const next = quotedRow(text, at, isEnd);
        if (next < 0) return at;
        at = next;
        continue;
      }
      if (line < 0) {
        if (!isEnd) return at;
        line = text.length;
      }
      const end = line > at && text.charCodeAt(line - 1) === RETURN ? line - 1 : line;
      if (end > at) take(plainRow(text, at, end));
      else if ((empty += 1) > MAX_EMPTY_LINES) throw new ReportError('too-much');
      at = line + 1;
    }
    return text.length;
  }

  function plainRow(text: string, at: number, end: number): CsvRow {
    let count = 0;
    starts[0] = at;
    for (let from = at; from < end; from += 1) {
      if (text.charCodeAt(from) !== COMMA) continue;
      ends[count] = from;
      count += 1;
      starts[count] = from + 1;
    }
    ends[count] = end;
    return { text, starts, ends, count: count + 1 };
  }

  return {
    /** The next piece of the text. */
    push(piece: string): void {
      const text = rest + piece;
      const read = rows(text, false);
      rest = text.slice(read);
      if (rest.length > MAX_ROW_CHARS) throw new ReportError('too-much');
    },
    /** Nothing more comes. Says whether the last row had no line’s end. */
    end(): boolean {
      const isOpen = rest.trim() !== '';
      rows(rest, true);
      rest = '';
      return isOpen;
    },
  };
}
