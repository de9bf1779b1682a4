import { browser } from 'wxt/browser';

/**
 * One thing that is kept on this browser's disk. `valueOf` makes sense of whatever stands there, and of nothing. Not for
 * scripts in pages that are not ours: its turns are of the extension's own pages and its worker.
 */
export function createKept<T>(key: string, valueOf: (stored: unknown) => T) {
  /** One after the other in all pages and the worker: the browser lets go of it with whoever holds it. */
  const inTurn = async (act: () => Promise<void>): Promise<void> => {
    await navigator.locks.request(`piggyback-kept-${key}`, act);
  };
  const read = async (): Promise<T> => valueOf((await browser.storage.local.get(key))[key]);
  const set = (value: T): Promise<void> => browser.storage.local.set({ [key]: value });
  return {
    read,
    /** Has this stand there, after the changes that are under way. */
    write: (value: T): Promise<void> => inTurn(() => set(value)),
    /** Changes it, one change after the other, whoever makes them: each takes what the one before has left. */
    change: (act: (before: T) => T): Promise<void> => inTurn(async () => set(act(await read()))),
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
