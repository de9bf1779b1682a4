import { SheetFileError } from '../../table/file-problem';
import type { TakeRow } from '../../table/raw-row';
import type { RowScore } from '../../table/row-score';
import { collectSheet } from './collect';
import { SEARCHED_ROWS, understood } from './header';
import type { OpenSheet } from './open-sheet';
import { bestSheet } from './read-sheet';

const score: RowScore = {
  rows: SEARCHED_ROWS,
  of: understood,
};

/** Takes the rows of a file's sheets and gives the one that is a tag sheet. */
export function createTagSheetReader() {
  const collectors: ReturnType<typeof collectSheet>[] = [];
  return {
    score,
    open(name: string): TakeRow {
      const collector = collectSheet(name);
      collectors.push(collector);
      return collector.take;
    },
    /** Fails with `SheetFileError` where no sheet is one. */
    finish(): OpenSheet {
      const found = bestSheet(collectors.map((collector) => collector.finish()));
      if (!found) throw new SheetFileError('no-header');
      return found;
    },
  };
}
