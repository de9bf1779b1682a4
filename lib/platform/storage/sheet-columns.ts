import { ColumnMemorySchema } from '../../core/tag-sheet/read/column-memory';
import { createKept } from './kept';

const kept = createKept(
  'sheetColumns',
  (stored) => ColumnMemorySchema.safeParse(stored).data ?? [],
);

/** Which columns of tag sheets were chosen by hand; what cannot be read is as if nothing had been. */
export const readSheetColumns = kept.read;
export const changeSheetColumns = kept.change;
