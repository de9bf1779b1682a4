import type { DraftActions } from '@/components/stores/draft';
import type { ColumnMemory } from '@/lib/core/tag-sheet/read/column-memory';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import type { FillOrder } from '@/lib/core/table/plan-fill';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { SheetOrder } from '@/lib/core/tag-sheet/sheet-table';

import type { SavedFill } from './saved-fill';

/** What the page can do. The entrypoint plugs in the database and files; a test plugs in fakes. */
export interface SheetActions extends DraftActions {
  /** `YYYY-MM-DD`, in the person's own zone. */
  today(): string;
  /** Saves a file and gives its name. */
  saveXlsx(order: SheetOrder): Promise<string>;
  saveCsv(order: SheetOrder): Promise<string>;
  copyTable(order: SheetOrder): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  /** Reads a file beside the page, with the columns that were chosen; `signal` ends that at once. */
  readFile(
    file: File,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
    memory: ColumnMemory,
  ): Promise<OpenSheet>;
  /** The same file as it is now, whatever becomes of it on the disk. */
  holdFile(file: File): Promise<File>;
  /** Fills columns into a sheet of a file beside the page and saves that; `signal` ends it at once. */
  fillFile(file: File, sheet: string, order: FillOrder, signal: AbortSignal): Promise<SavedFill>;
  /** Which columns of sheets were chosen by hand. */
  readColumns(): Promise<ColumnMemory>;
  changeColumns(change: (before: ColumnMemory) => ColumnMemory): Promise<void>;
  /** Lets the page draw and answer before long work goes on. */
  breathe(): Promise<void>;
}
