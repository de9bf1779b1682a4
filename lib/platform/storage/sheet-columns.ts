import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';
import { type ColumnMemory, ColumnMemorySchema } from '../../core/tag-sheet/read/column-memory';

const KEY = 'sheetColumns';

const inTurn = createInTurn();

/** Which columns of tag sheets were chosen by hand; what cannot be read is as if nothing had been. */
export async function readSheetColumns(): Promise<ColumnMemory> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = ColumnMemorySchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}

/** Changes what is remembered, one change after the other. */
export function changeSheetColumns(change: (before: ColumnMemory) => ColumnMemory): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: change(await readSheetColumns()) });
  });
}
