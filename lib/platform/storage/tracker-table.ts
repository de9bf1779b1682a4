import { browser } from 'wxt/browser';

import { readTrackerTable, type TrackerTableLayout } from '../../core/tracker/table-layout';

const KEY = 'trackerTable';

/** How the person has the table of trackers: of the browser, whoever is signed in. */
export async function readTrackerLayout(): Promise<TrackerTableLayout> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  return readTrackerTable(kept);
}

/** Keeps it for the next opening. */
export async function keepTrackerLayout(layout: TrackerTableLayout): Promise<void> {
  await browser.storage.local.set({ [KEY]: layout });
}
