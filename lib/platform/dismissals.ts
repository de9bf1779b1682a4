import { browser } from 'wxt/browser';

import { type Dismissals, readDismissals } from '../core/dismissals';

const KEY = 'dismissals';
let changing: Promise<unknown> = Promise.resolve();

/** Changes what is dismissed; one change after the other. Every frame hears of it by itself. */
export function changeDismissals(change: (before: Dismissals) => Dismissals): Promise<void> {
  const write = async () => {
    const { [KEY]: stored } = await browser.storage.local.get(KEY);
    await browser.storage.local.set({ [KEY]: change(readDismissals(stored)) });
  };
  const written = changing.then(write);
  changing = written.catch(() => {});
  return written;
}
