import type { RawRow } from '../table/raw-row';
import { type Titles, titledRows } from '../table/titled-rows';
import { readIds } from '../tracker/read-ids';

/** A page to be visited. */
export interface PageToVisit {
  readonly url: string;
  /** The trackers that the list expects on this very page; empty where it says nothing of it. */
  readonly ownIds: readonly number[];
}

/** Pages of one run. At some ten seconds a page, one browser is busy with them for a day. */
export const MAX_PAGES = 10_000;
/** Rows of a list: a page may have one for each of its trackers. */
export const MAX_PAGE_ROWS = 5 * MAX_PAGES;
/** The longest address of a page, in characters: browsers show no longer one. */
export const MAX_PAGE_CHARS = 8000;
/** Trackers that one page expects. */
export const MAX_OWN_IDS = 1000;
/** Of what was not understood, so many lines are named. */
const MAX_REFUSED = 20;

export const PAGE_TITLES: Titles<'url' | 'expect'> = {
  url: /^(?:(?:page|test|landing)[\s_-]*)?(?:urls?|pages?|address(?:es)?|links?)$/i,
  expect:
    /^(?:expect(?:ed)?|(?:expect(?:ed)?[\s_-]*)?(?:imp(?:ression)?[\s_-]*)?trackers?)(?:[\s_-]*ids?)?$/i,
};

/** A line of a list that is not understood: what should be a page's address, or a tracker's id. */
export interface RefusedLine {
  readonly line: number;
  readonly what: 'address' | 'id';
  /** What stands there. */
  readonly text: string;
}

/** What a list has. */
export interface PageList {
  /** Each once, in the order of the list. */
  readonly pages: readonly PageToVisit[];
  /** The first of the lines that are not understood. */
  readonly refused: readonly RefusedLine[];
  readonly refusedCount: number;
  /** It has more pages than one run takes; the rest was not read. */
  readonly isTooLong: boolean;
  /** It is a workbook, and no title of it is one of an address. */
  readonly isUntitled: boolean;
}

/** The address as a browser writes it, of a text that begins like one; `null` where it is none. */
export type AddressOf = (text: string) => string | null;

/** A list as its file has it: the rows of a sheet, and the text, `null` where it is none. */
export interface ListSource {
  readonly rows: readonly RawRow[];
  readonly text: string | null;
}

/**
 * The pages of a list, each once: a sheet with a title such as `url`, and perhaps `expect` with ids, or a text with an
 * address in each line (`#` begins a remark). What a browser takes for an address, it is told by `addressOf`.
 */
export function readPageList(source: ListSource, addressOf: AddressOf): PageList {
  const pages = new Map<string, Set<number>>();
  const refused: RefusedLine[] = [];
  let refusedCount = 0;
  const titled = titledPages(source);
  let isTooLong = titled !== null && titled.length > MAX_PAGE_ROWS;
  const refuse = (one: RefusedLine) => {
    refusedCount += 1;
    if (refused.length < MAX_REFUSED) refused.push(one);
  };
  for (const { line, url, expect } of isTooLong ? [] : linesOf(titled, source.text ?? '')) {
    const isNone = url.length > MAX_PAGE_CHARS || !/^https?:\/\//i.test(url);
    const page = isNone ? null : addressOf(url);
    const ids = readIds(expect);
    const isRead = ids.length > 0 && ids.length <= MAX_OWN_IDS && ids.every((id) => id > 0);
    if (expect !== '' && !isRead) refuse({ line, what: 'id', text: expect });
    else if (page === null) refuse({ line, what: 'address', text: url });
    else {
      const known = pages.get(page) ?? new Set<number>();
      isTooLong = pages.size === MAX_PAGES && !pages.has(page);
      if (isTooLong) break;
      for (const id of ids) known.add(id);
      pages.set(page, known);
    }
  }
  return {
    pages: [...pages].map(([url, ids]) => ({ url, ownIds: [...ids] })),
    refused,
    refusedCount,
    isTooLong,
    isUntitled: titled === null && source.text === null,
  };
}

const titledPages = ({ rows }: ListSource) => titledRows(rows, PAGE_TITLES, 'url');

interface Line {
  readonly line: number;
  readonly url: string;
  readonly expect: string;
}

function linesOf(titled: ReturnType<typeof titledPages>, text: string): readonly Line[] {
  if (titled !== null) {
    return titled.flatMap(({ line, cells: { url = '', expect = '' } }) =>
      url === '' && expect === '' ? [] : { line, url, expect },
    );
  }
  return text.split(/\r\n|\r|\n/).flatMap((one, index) => {
    const url = one.trim();
    return url === '' || url.startsWith('#') ? [] : { line: index + 1, url, expect: '' };
  });
}
