import { browser } from 'wxt/browser';

import { ownHostsIn } from '../../core/pixel/own-hosts';

const KEY = 'pixelHosts';

/** Names of one's own under which trackers are called: an administrator's, and the person's. */
export interface PixelHosts {
  readonly managed: readonly string[];
  readonly own: readonly string[];
}

/** Both lists; what cannot be read counts as not there. */
export async function readPixelHosts(): Promise<PixelHosts> {
  const [managed, stored] = await Promise.all([readManaged(), browser.storage.local.get(KEY)]);
  return { managed, own: ownHostsIn(stored[KEY]) };
}

/** Every one of them, each once. */
export async function readOwnPixelHosts(): Promise<readonly string[]> {
  const { managed, own } = await readPixelHosts();
  return [...new Set([...managed, ...own])];
}

/** Keeps the person's own. */
export async function writePixelHosts(hosts: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: hosts });
}

/** Calls back when one of the lists changes; returns how to stop. */
export function onPixelHostsChange(listener: () => void): () => void {
  const heard = (changes: object, area: string) => {
    if ((area === 'local' || area === 'managed') && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

// Firefox rejects where there is no managed manifest, Chrome answers with nothing.
async function readManaged(): Promise<readonly string[]> {
  try {
    return ownHostsIn((await browser.storage.managed.get(KEY))[KEY]);
  } catch {
    return [];
  }
}
