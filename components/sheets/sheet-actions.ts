import type { DraftActions } from '@/components/stores/draft';
import type { ColumnMemory } from '@/lib/core/tag-sheet/read/column-memory';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { SheetOrder } from '@/lib/core/tag-sheet/sheet-table';

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
  /** Which columns of sheets were chosen by hand. */
  readColumns(): Promise<ColumnMemory>;
  changeColumns(change: (before: ColumnMemory) => ColumnMemory): Promise<void>;
  /** Lets the page draw and answer before long work goes on. */
  breathe(): Promise<void>;
}
