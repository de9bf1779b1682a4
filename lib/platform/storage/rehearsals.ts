import { browser } from 'wxt/browser';

import type { KnownTokens } from '../../app/recording/rehearsed-source';
import { type Lease, LeasesSchema } from '../../core/rehearsal/lease';

const KEY = 'rehearsals';

/** What is rehearsed, in memory: gone with the browser, as the rules are, and closed to content scripts. */
export const rehearsalStore = {
  async read(): Promise<readonly Lease[]> {
    const { [KEY]: stored } = await browser.storage.session.get(KEY);
    return LeasesSchema.safeParse(stored).data ?? [];
  },
  async write(leases: readonly Lease[]): Promise<void> {
    await browser.storage.session.set({ [KEY]: leases });
  },
};

/** Calls back with what is rehearsed, now and whenever that changes. Ends once it was read for the first time. */
export async function watchRehearsals(listener: (leases: readonly Lease[]) => void): Promise<void> {
  browser.storage.session.onChanged.addListener((changes) => {
    const change = changes[KEY];
    if (change) listener(LeasesSchema.safeParse(change.newValue).data ?? []);
  });
  listener(await rehearsalStore.read());
}

/** The tokens of the rehearsals that are on, and of those that were since this page began. */
export function rehearsalTokens(): KnownTokens {
  const all = new Set<string>();
  const ready = watchRehearsals((leases) => {
    for (const { token } of leases) all.add(token);
  }).catch(() => {});
  return { ready, all };
}
