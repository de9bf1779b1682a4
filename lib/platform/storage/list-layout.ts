import { browser } from 'wxt/browser';

import { type ListLayout, readListLayout } from '../../core/verification/list-layout';

const KEY = 'requestList';

/** How the person has the list of requests: of the browser, whoever is signed in. */
export async function readKeptLayout(): Promise<ListLayout> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  return readListLayout(kept);
}

/** Keeps it for the next opening. */
export async function keepLayout(layout: ListLayout): Promise<void> {
  await browser.storage.local.set({ [KEY]: layout });
}
