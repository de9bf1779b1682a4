import { browser } from 'wxt/browser';

/**
 * How much each account has asked of the service of late, in `storage.session`: it outlives a worker
 * that is stopped and a person who signs out, whom it does not name, and is gone with the browser.
 */
export const paceStore = {
  async read(account: string): Promise<unknown> {
    const key = await keyOf(account);
    return (await browser.storage.session.get(key))[key];
  },
  async write(account: string, state: unknown): Promise<void> {
    await browser.storage.session.set({ [await keyOf(account)]: state });
  },
};

async function keyOf(account: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(account));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `pace ${hex.join('').slice(0, 32)}`;
}
