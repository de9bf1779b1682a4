import { MAX_ROWS } from '../../base/limits';
import { collectRows } from '../../table/collect-rows';
import { type ColumnOffer, understandColumns } from './choose-columns';
import type { ColumnMemory } from './column-memory';
import { knownColumns } from './header';
import type { OpenSheet } from './open-sheet';

/**
 * Keeps of a sheet's rows what a check needs, as they are read. `memory` says which columns were chosen
 * by hand. Fails with `SheetFileError` where there is more than a sheet may have.
 */
export function collectSheet(name: string, memory: ColumnMemory = []) {
  let offer: ColumnOffer = { titles: [], fingerprint: '', choice: null };
  const collector = collectRows({
    understand: (top) => {
      const understood = understandColumns(top, memory);
      ({ offer } = understood);
      return understood.header;
    },
    columnsOf: knownColumns,
    most: MAX_ROWS,
  });
  return {
    take: collector.take,
    /** The sheet, where it is a tag sheet. */
    finish(): OpenSheet | null {
      const found = collector.finish();
      return found && { name, header: found.header, offer, rows: found.rows };
    },
    /** The columns that it has, be it a tag sheet or not. */
    offer(): ColumnOffer {
      collector.finish();
      return offer;
    },
  };
}
