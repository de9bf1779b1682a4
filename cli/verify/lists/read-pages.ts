import {
  MAX_PAGE_ROWS,
  PAGE_TITLES,
  type PageToVisit,
  readPageList,
} from '@/lib/core/verification/page-list';
import { browserAddress } from '@/lib/files/read-list';

import { CommandError } from '../../shared/command-error';
import type { Input } from '../../shared/read-input';
import { readList } from './table';

export { MAX_PAGES, type PageToVisit } from '@/lib/core/verification/page-list';

/** The pages of a list. Fails with `CommandError`, also at the first line that is not understood. */
export function readPages(input: Input): readonly PageToVisit[] {
  const list = readPageList(readList(input, PAGE_TITLES, MAX_PAGE_ROWS), browserAddress);
  const [wrong] = list.refused;
  if (list.isUntitled) throw new CommandError('list-unreadable', input.name);
  if (wrong) {
    const { line, text } = wrong;
    throw wrong.what === 'id'
      ? new CommandError('id-unreadable', `${text} (line ${line})`)
      : new CommandError('page-unreadable', `${line}: ${text.slice(0, 200)}`);
  }
  if (list.isTooLong) throw new CommandError('list-too-long', input.name);
  if (list.pages.length === 0) throw new CommandError('no-pages', input.name);
  return list.pages;
}
