import { browser } from 'wxt/browser';

import { type Dismissals, readDismissals } from '../core/dismissals';

const KEY = 'dismissals';
let changing: Promise<unknown> = Promise.resolve();

/** What is dismissed. */
export async function readDismissed(): Promise<Dismissals> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return readDismissals(stored);
}

/** Changes what is dismissed; one change after the other. Every frame hears of it by itself. */
export function changeDismissals(change: (before: Dismissals) => Dismissals): Promise<void> {
  const write = async () => {
    await browser.storage.local.set({ [KEY]: change(await readDismissed()) });
  };
  const written = changing.then(write);
  changing = written.catch(() => {});
  return written;
}
