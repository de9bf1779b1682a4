import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';

/** One thing that is kept on this browser's disk. `valueOf` makes sense of whatever stands there, and of nothing. */
export function createKept<T>(key: string, valueOf: (stored: unknown) => T) {
  const inTurn = createInTurn();
  const read = async (): Promise<T> => valueOf((await browser.storage.local.get(key))[key]);
  const write = (value: T): Promise<void> => browser.storage.local.set({ [key]: value });
  return {
    read,
    write,
    /** Changes it, one change after the other: each takes what the one before has left. */
    change: (act: (before: T) => T): Promise<void> => inTurn(async () => write(act(await read()))),
    /** Calls back at every change, whoever made it; returns how to stop. */
    onChange(listener: () => void): () => void {
      const heard = (changes: object) => {
        if (key in changes) listener();
      };
      browser.storage.local.onChanged.addListener(heard);
      return () => browser.storage.local.onChanged.removeListener(heard);
    },
  };
}
