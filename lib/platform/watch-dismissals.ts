import { browser } from 'wxt/browser';

import { type Dismissals, readDismissals } from '../core/dismissals';

const KEY = 'dismissals';

/** Tells what is dismissed, now and at every change, until the signal. */
export function watchDismissals(
  listener: (dismissals: Dismissals) => void,
  signal?: AbortSignal,
): void {
  const heard = (changed: Record<string, { newValue?: unknown }>) => {
    if (!signal?.aborted && KEY in changed) listener(readDismissals(changed[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(heard);
  void browser.storage.local.get(KEY).then((stored) => listener(readDismissals(stored[KEY])));
}
