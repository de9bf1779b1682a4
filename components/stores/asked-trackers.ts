import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';

import type { Tracker } from '@/lib/core/tracker/tracker';

import { createTurns } from './turns';

export interface AskedActions {
  /** Those of them that are cached. */
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
  /** Asks the service for them, which are kept then; gives those that it does not show. */
  lookUp(ids: readonly number[]): Promise<readonly number[]>;
}

/** So long must nothing be typed before the service is asked, in milliseconds. */
const TYPING_PAUSE_MS = 400;

/**
 * Trackers that are searched for by their ids and are not in the list: of other advertisers, or not read yet.
 * What is cached is there at once; the service is asked for the rest.
 */
export function createAskedTrackers(
  actions: AskedActions,
  /** The ids that are searched for; `null` where none are. */
  ids: ReadonlySignal<readonly number[] | null>,
  /** What the list has by itself. */
  listed: () => readonly Tracker[],
  fail: (error: unknown) => void,
) {
  const asked = signal<readonly Tracker[]>([]);
  /** Of which the service shows none. */
  const absent = signal<readonly number[]>([]);
  const isAsking = signal(false);
  const takeTurn = createTurns();

  function clear(): void {
    batch(() => {
      asked.value = [];
      absent.value = [];
      isAsking.value = false;
    });
  }

  async function ask(wanted: readonly number[]): Promise<void> {
    const counts = takeTurn();
    const mine = new Set(listed().map(({ id }) => id));
    const missing = wanted.filter((id) => !mine.has(id));
    if (missing.length === 0) return clear();
    try {
      const cached = await actions.findTrackers(missing);
      if (!counts()) return;
      const known = new Set(cached.map(({ id }) => id));
      const unknown = missing.filter((id) => !known.has(id));
      batch(() => {
        asked.value = cached;
        absent.value = [];
        isAsking.value = unknown.length > 0;
      });
      if (unknown.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE_MS));
      if (!counts()) return;
      const notShown = await actions.lookUp(unknown);
      const found = await actions.findTrackers(missing);
      if (!counts()) return;
      batch(() => {
        asked.value = found;
        absent.value = notShown;
        isAsking.value = false;
      });
    } catch (error) {
      if (!counts()) return;
      isAsking.value = false;
      fail(error);
    }
  }

  // The same ids, however they are typed, are asked for once.
  let last = '';
  effect(() => {
    const wanted = ids.value;
    const key = wanted?.join() ?? '';
    if (key === last) return;
    last = key;
    if (wanted === null) {
      takeTurn();
      clear();
    } else void ask(wanted);
  });

  return {
    asked,
    absent,
    isAsking,
    /** Shows those of them anew that were changed. */
    async refresh(changed: readonly number[]): Promise<void> {
      const mine = asked.value.filter(({ id }) => changed.includes(id)).map(({ id }) => id);
      if (mine.length === 0) return;
      const found = new Map((await actions.findTrackers(mine)).map((it) => [it.id, it]));
      asked.value = asked.value.flatMap((it) =>
        mine.includes(it.id) ? (found.get(it.id) ?? []) : [it],
      );
    },
  };
}
