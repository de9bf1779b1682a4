import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';
import {
  type TrackerColumnMemory,
  TrackerColumnMemorySchema,
} from '../../core/tracker-sheet/columns';

const KEY = 'trackerColumns';

const inTurn = createInTurn();

/** Which columns of sheets of trackers were chosen by hand; what cannot be read is as if nothing had been. */
export async function readTrackerColumns(): Promise<TrackerColumnMemory> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = TrackerColumnMemorySchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}

/** Changes what is remembered, one change after the other. */
export function changeTrackerColumns(
  change: (before: TrackerColumnMemory) => TrackerColumnMemory,
): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: change(await readTrackerColumns()) });
  });
}
