import { browser } from 'wxt/browser';

import { type ColumnMemory, ColumnMemorySchema } from '../../core/tag-sheet/read/column-memory';

const KEY = 'sheetColumns';

let changing: Promise<void> = Promise.resolve();

/** Which columns of tag sheets were chosen by hand; what cannot be read is as if nothing had been. */
export async function readSheetColumns(): Promise<ColumnMemory> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = ColumnMemorySchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}

/** Changes what is remembered, one change after the other. */
export function changeSheetColumns(change: (before: ColumnMemory) => ColumnMemory): Promise<void> {
  const write = async () => browser.storage.local.set({ [KEY]: change(await readSheetColumns()) });
  const written = changing.then(write);
  changing = written.catch(() => {});
  return written;
}
