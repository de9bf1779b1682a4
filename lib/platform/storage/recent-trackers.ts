import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';
import { type RecentUse, RecentUseSchema } from '../../core/tracker/recent';
import { z } from '../../core/base/schema';

const KEY = 'recentTrackers';
const ListSchema = z.array(RecentUseSchema);

const inTurn = createInTurn();

/** Which trackers' tags were used last; a list that cannot be read is as if there were none. */
export async function readRecent(): Promise<readonly RecentUse[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = ListSchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}

/** Changes the list, one change after the other. */
export function changeRecent(
  change: (before: readonly RecentUse[]) => readonly RecentUse[],
): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: change(await readRecent()) });
  });
}
