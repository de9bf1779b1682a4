import { browser } from 'wxt/browser';

/**
 * How much each account has asked of the service of late, in `storage.session`: it outlives a worker
 * that is stopped, and is gone with the browser.
 */
export const paceStore = {
  async read(account: string): Promise<unknown> {
    const key = keyOf(account);
    return (await browser.storage.session.get(key))[key];
  },
  async write(account: string, state: unknown): Promise<void> {
    await browser.storage.session.set({ [keyOf(account)]: state });
  },
};

function keyOf(account: string): string {
  return `pace ${account}`;
}
