import { batch, signal } from '@preact/signals';

import type { Ref } from '@/lib/core/tracker/tracker';

import { createTurns } from './turns';

/** What is shown together with an advertiser: how it is read, and what takes it in. */
interface OfAdvertiser<T> {
  read(id: number): Promise<T>;
  take(found: T): void;
}

/** Whose trackers a page shows; a choice made here is remembered. */
export function createAdvertiser(remember: (chosen: Ref) => Promise<void>) {
  const advertiser = signal<Ref | null>(null);
  const takeTurn = createTurns();

  async function show<T>(chosen: Ref, isLast: () => boolean, { read, take }: OfAdvertiser<T>) {
    const found = await read(chosen.id);
    if (!isLast()) return false;
    batch(() => {
      advertiser.value = chosen;
      take(found);
    });
    return true;
  }

  return {
    advertiser,
    /** Chooses another advertiser and shows it. Says whether it is still the one that was chosen last. */
    async choose<T>(chosen: Ref, of: OfAdvertiser<T>): Promise<boolean> {
      const isLast = takeTurn();
      await remember(chosen);
      return show(chosen, isLast, of);
    },
    /** Shows the one that was chosen in another window; says the same. */
    async follow<T>(chosen: Ref | null, of: OfAdvertiser<T>): Promise<boolean> {
      if (!chosen || chosen.id === advertiser.value?.id) return false;
      return show(chosen, takeTurn(), of);
    },
  };
}
