import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import type { Failure } from '@/lib/core/base/errors';
import { ALL_TRACKERS, filterTrackers, searchText } from '@/lib/core/tracker/filter';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';

import { createTurns } from './turns';

export type TrackerList = ReturnType<typeof createTrackerList>;
export type JobNotice = Extract<Notice, { kind: 'job' }>;

export interface TrackerListActions {
  listTrackers(advertiserId: number, limit?: number): Promise<readonly Tracker[]>;
  findTracker(id: number): Promise<Tracker | null>;
  /** Brings the cached list up to date; `unread` trackers are there besides and cannot be read. */
  sync(advertiserId: number, whole: boolean): Promise<{ readonly unread: number }>;
}

/** What has come in is shown while the rest loads, in steps that a list of any length can bear. */
const RELOAD_EVERY = 1000;

/**
 * The trackers of the chosen advertiser: painted from what is kept, then brought up to date. `fail`
 * makes a failure of an error.
 */
export function createTrackerList(
  actions: TrackerListActions,
  advertiser: ReadonlySignal<Ref | null>,
  fail: (error: unknown) => Failure,
) {
  const trackers = signal<readonly Tracker[]>([]);
  const total = signal(0);
  const filter = signal(ALL_TRACKERS);
  const syncing = signal(false);
  const progress = signal<{ loaded: number; total: number } | null>(null);
  /** The service's rate limit holds requests back until then, in milliseconds since 1970. */
  const waitingUntil = signal<number | null>(null);
  /** How many trackers are there that the list cannot show. */
  const unread = signal(0);
  const failure = signal<Failure | null>(null);
  /** The job of which it was last told that it is done. */
  const jobDone = signal<JobNotice | null>(null);

  const texts = computed(
    () => new Map(trackers.value.map((tracker) => [tracker.id, searchText(tracker)])),
  );
  const shown = computed(() =>
    filter.value === ALL_TRACKERS
      ? trackers.value
      : filterTrackers(trackers.value, texts.value, filter.value),
  );

  const takeTurn = createTurns();
  /** Whether what is asked now is of the list that is shown as its answer comes. */
  let isCurrent = takeTurn();
  let shownUpTo = 0;

  /** Shows the first rows of another list; what was asked of the list before is forgotten. */
  function show(first: readonly Tracker[], count: number): void {
    isCurrent = takeTurn();
    batch(() => {
      trackers.value = first;
      total.value = count;
      unread.value = 0;
      syncing.value = false;
      progress.value = null;
      waitingUntil.value = null;
      failure.value = null;
    });
  }

  async function reload(advertiserId: number): Promise<void> {
    const counts = isCurrent;
    const all = await actions.listTrackers(advertiserId);
    if (!counts()) return;
    batch(() => {
      trackers.value = all;
      total.value = all.length;
    });
  }

  async function refresh(whole: boolean): Promise<void> {
    const chosen = advertiser.value;
    if (!chosen) return;
    const counts = isCurrent;
    batch(() => {
      syncing.value = true;
      failure.value = null;
      progress.value = null;
      waitingUntil.value = null;
    });
    shownUpTo = 0;
    try {
      if (trackers.value.length < total.value) await reload(chosen.id);
      const found = await actions.sync(chosen.id, whole);
      if (!counts()) return;
      await reload(chosen.id);
      if (counts()) unread.value = found.unread;
    } catch (error) {
      const found = fail(error);
      if (!counts()) return;
      await reload(chosen.id);
      if (counts()) failure.value = found;
    } finally {
      if (counts()) {
        batch(() => {
          syncing.value = false;
          progress.value = null;
          waitingUntil.value = null;
        });
      }
    }
  }

  /** Puts a saved tracker into the list, or takes a deleted one (`null`) out. */
  function patch(id: number, tracker: Tracker | null): void {
    const others = trackers.value.filter((item) => item.id !== id);
    batch(() => {
      trackers.value = tracker ? [tracker, ...others] : others;
      total.value = trackers.value.length;
    });
  }

  /** Puts into the list what a job has changed, whoever asked for it, and tells its form. */
  async function jobChanged(notice: JobNotice): Promise<void> {
    if (notice.state !== 'done') return;
    for (const id of notice.ids) {
      const tracker = await actions.findTracker(id);
      // Of a list that has not come in whole, the rest brings it.
      const isWhole = trackers.value.length >= total.value;
      const isHere = tracker === null || tracker.advertiserId === advertiser.value?.id;
      if (isWhole && isHere) patch(id, tracker);
    }
    jobDone.value = notice;
  }

  function hear(notice: Notice): void {
    if (notice.kind === 'waiting') {
      waitingUntil.value = Date.now() + notice.seconds * 1000;
      return;
    }
    if (notice.kind === 'job') {
      jobChanged(notice).catch((error: unknown) => {
        failure.value = fail(error);
      });
      return;
    }
    const { advertiserId, loaded, total: all } = notice;
    if (advertiserId !== advertiser.value?.id) return;
    progress.value = { loaded, total: all };
    if (loaded - shownUpTo < RELOAD_EVERY || loaded <= trackers.value.length) return;
    shownUpTo = loaded;
    void reload(advertiserId);
  }

  return {
    trackers,
    total,
    filter,
    shown,
    syncing,
    progress,
    waitingUntil,
    unread,
    failure,
    jobDone,
    show,
    refresh,
    patch,
    hear,
  };
}
