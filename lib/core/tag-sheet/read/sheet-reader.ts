import { SEARCHED_ROWS } from '../../table/collect-rows';
import { tabular } from '../../table/column-titles';
import type { TakeRow } from '../../table/raw-row';
import type { RowScore } from '../../table/row-score';
import { collectSheet } from './collect';
import type { ColumnMemory } from './column-memory';
import { understood } from './header';
import { NoHeaderError } from './no-header';
import type { OpenSheet } from './open-sheet';
import { bestSheet } from './read-sheet';

const score: RowScore = {
  rows: SEARCHED_ROWS,
  of: (rows) => understood(rows) || tabular(rows),
};

/**
 * Takes the rows of a file's sheets and gives the one that is a tag sheet. `memory` says which columns
 * were chosen by hand in sheets with such titles.
 */
export function createTagSheetReader(memory: ColumnMemory = []) {
  const collectors: ReturnType<typeof collectSheet>[] = [];
  return {
    score,
    open(name: string): TakeRow {
      const collector = collectSheet(name, memory);
      collectors.push(collector);
      return collector.take;
    },
    /** Fails with `NoHeaderError` where no sheet is one. */
    finish(): OpenSheet {
      const found = bestSheet(collectors.map((collector) => collector.finish()));
      if (found) return found;
      const offers = collectors.map((collector) => collector.offer());
      throw new NoHeaderError(offers.toSorted((a, b) => b.titles.length - a.titles.length)[0]);
    },
  };
}
