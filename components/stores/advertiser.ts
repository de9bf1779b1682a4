import { batch, signal } from '@preact/signals';

import type { Ref } from '@/lib/core/tracker/tracker';

import { createTurns } from './turns';

/** Whose trackers a page shows; the choice is remembered. */
export function createAdvertiser(remember: (chosen: Ref) => Promise<void>) {
  const advertiser = signal<Ref | null>(null);
  const takeTurn = createTurns();
  return {
    advertiser,
    /**
     * Shows another advertiser together with what is `read` of it, which `take` takes in. Says whether
     * it is still the one that was chosen last.
     */
    async choose<T>(chosen: Ref, read: () => Promise<T>, take: (found: T) => void) {
      const isLast = takeTurn();
      await remember(chosen);
      const found = await read();
      if (!isLast()) return false;
      batch(() => {
        advertiser.value = chosen;
        take(found);
      });
      return true;
    },
  };
}
