import { browser } from 'wxt/browser';

import { type Keeping, keepingOf } from '../../core/verification/keeping';

const KEY = 'keeping';

/** How many recordings are kept, and how long. */
export async function readKeeping(): Promise<Keeping> {
  return keepingOf((await browser.storage.local.get(KEY))[KEY]);
}

export async function writeKeeping(keeping: Keeping): Promise<void> {
  await browser.storage.local.set({ [KEY]: keeping });
}

/** Calls back when it was changed; returns how to stop. */
export function onKeepingChange(listener: () => void): () => void {
  const heard = (changes: object, area: string) => {
    if (area === 'local' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
