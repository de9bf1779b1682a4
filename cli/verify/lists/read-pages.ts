import { readIds } from '@/lib/core/tracker/read-ids';

import { CommandError } from '../../shared/command-error';
import type { Input } from '../../shared/read-input';
import { readTitled, textOf } from './table';

/** A page to be visited. */
export interface PageToVisit {
  readonly url: string;
  /** The trackers that the list expects on this very page; empty where it says nothing of it. */
  readonly ownIds: readonly number[];
}

/** Pages of one run. At some ten seconds a page, one browser is busy with them for a day. */
export const MAX_PAGES = 10_000;
/** The longest address of a page, in characters: browsers show no longer one. */
const MAX_PAGE_CHARS = 8000;

const TITLES = {
  url: /^(?:(?:page|test|landing)[\s_-]*)?(?:urls?|pages?|address(?:es)?|links?)$/i,
  expect:
    /^(?:expect(?:ed)?|(?:expect(?:ed)?[\s_-]*)?(?:imp(?:ression)?[\s_-]*)?trackers?)(?:[\s_-]*ids?)?$/i,
};

/**
 * The pages of a list, each once: a sheet with a title such as `url`, and perhaps `expect` with ids, or a text with an
 * address in each line (`#` begins a remark). Fails with `CommandError`, also at the first line that is no address.
 */
export function readPages(input: Input): readonly PageToVisit[] {
  const pages = new Map<string, Set<number>>();
  for (const { line, url, ids } of linesOf(input)) {
    const page = addressOf(url);
    if (page === null) throw new CommandError('page-unreadable', `${line}: ${url.slice(0, 200)}`);
    const known = pages.get(page) ?? new Set<number>();
    for (const id of ids) known.add(id);
    pages.set(page, known);
    if (pages.size > MAX_PAGES) throw new CommandError('list-too-long', input.name);
  }
  if (pages.size === 0) throw new CommandError('no-pages', input.name);
  return [...pages].map(([url, ids]) => ({ url, ownIds: [...ids] }));
}

interface Line {
  readonly line: number;
  readonly url: string;
  readonly ids: readonly number[];
}

function linesOf(input: Input): readonly Line[] {
  const rows = readTitled(input, TITLES, 'url', MAX_ROWS);
  if (rows !== null) {
    return rows.flatMap(({ line, cells: { url = '', expect = '' } }) =>
      url === '' && expect === '' ? [] : { line, url, ids: idsOf(expect, line) },
    );
  }
  return textOf(input)
    .split(/\r\n|\r|\n/)
    .flatMap((text, index) => {
      const url = text.trim();
      return url === '' || url.startsWith('#') ? [] : { line: index + 1, url, ids: [] };
    });
}

/** A page may have a row for each of its trackers. */
const MAX_ROWS = 5 * MAX_PAGES;

function idsOf(cell: string, line: number): readonly number[] {
  const ids = readIds(cell);
  const isRead = ids.length > 0 && ids.every((id) => id > 0);
  if (cell !== '' && !isRead) throw new CommandError('id-unreadable', `${cell} (line ${line})`);
  return ids;
}

function addressOf(text: string): string | null {
  if (text.length > MAX_PAGE_CHARS || !/^https?:\/\//i.test(text)) return null;
  return URL.canParse(text) ? new URL(text).href : null;
}
