import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import type { Failure } from '@/lib/core/base/errors';
import { ALL_TRACKERS, filterTrackers } from '@/lib/core/tracker/filter';
import { patchList } from '@/lib/core/tracker/patch-list';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';

import { createAttempt } from './attempt';
import { createTurns } from './turns';

export type JobNotice = Extract<Notice, { kind: 'job' }>;

/** Cached trackers, newest first, and how many more are there that cannot be read. */
export interface CachedTrackers {
  readonly rows: readonly Tracker[];
  readonly unreadable: number;
}

interface TrackerListActions {
  listTrackers(advertiserId: number, limit?: number): Promise<CachedTrackers>;
  /** Those of them that are cached. */
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
  /** Brings the cached list up to date; `unread` trackers are there besides and cannot be read. */
  sync(advertiserId: number, whole: boolean): Promise<{ readonly unread: number }>;
}

/**
 * The trackers of the chosen advertiser: painted from what is kept, brought up to date, and patched as they
 * are changed elsewhere. `fail` makes a failure of an error.
 */
export function createTrackerList(
  actions: TrackerListActions,
  advertiser: ReadonlySignal<Ref | null>,
  fail: (error: unknown) => Failure,
) {
  const attempt = createAttempt(fail);
  const { failure } = attempt;
  const trackers = signal<readonly Tracker[]>([]);
  const total = signal(0);
  const filter = signal(ALL_TRACKERS);
  const syncing = signal(false);
  const progress = signal<{ loaded: number; total: number } | null>(null);
  /** The service's rate limit holds requests back until then, in milliseconds since 1970. */
  const waitingUntil = signal<number | null>(null);
  /** How many trackers are there that the list cannot show. */
  const unread = signal(0);
  /** How many cached trackers cannot be read. */
  const unreadable = signal(0);
  /** The job of which it was last told that it is done. */
  const jobDone = signal<JobNotice | null>(null);

  const shown = computed(() => filterTrackers(trackers.value, filter.value));

  const takeTurn = createTurns();
  /** Whether what is asked now is of the list that is shown as its answer comes. */
  let isCurrent = takeTurn();
  /** The last reading of a whole list; what is patched meanwhile waits for it. */
  let reading: Promise<unknown> = Promise.resolve();
  /** Trackers that were changed and are not yet shown so. */
  const changed = new Set<number>();
  let patching: Promise<void> | null = null;

  /** Shows the first rows of another list; what was asked of the list before is forgotten. */
  function show(first: CachedTrackers, count: number): void {
    isCurrent = takeTurn();
    batch(() => {
      trackers.value = first.rows;
      total.value = count;
      unreadable.value = first.unreadable;
      unread.value = 0;
      syncing.value = false;
      progress.value = null;
      waitingUntil.value = null;
      failure.value = null;
    });
  }

  /** Reads the whole list of an advertiser. */
  function read(advertiserId: number): Promise<CachedTrackers> {
    const listing = actions.listTrackers(advertiserId);
    reading = listing.catch(() => {});
    return listing;
  }

  async function reload(advertiserId: number): Promise<void> {
    const counts = isCurrent;
    const all = await read(advertiserId);
    if (!counts()) return;
    batch(() => {
      trackers.value = all.rows;
      total.value = all.rows.length;
      unreadable.value = all.unreadable;
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

  /** Shows the trackers with these ids as they were `found`; those that were not are taken out. */
  function patch(ids: readonly number[], found: readonly Tracker[]): void {
    const chosen = advertiser.value;
    if (!chosen) return;
    batch(() => {
      trackers.value = patchList(trackers.value, chosen.id, ids, found);
      total.value = trackers.value.length;
    });
  }

  /** Shows what was changed, whoever did it. While that goes on, the next changes gather. */
  async function showChanged(): Promise<void> {
    while (changed.size > 0) {
      await reading;
      const ids = [...changed];
      changed.clear();
      const found = await actions.findTrackers(ids);
      // Of a list that has not come in whole, the rest brings it.
      if (trackers.value.length >= total.value) patch(ids, found);
    }
  }

  async function trackersChanged(ids: readonly number[] | null): Promise<void> {
    const chosen = advertiser.value;
    if (!chosen) return;
    if (ids === null) return reload(chosen.id);
    for (const id of ids) changed.add(id);
    patching ??= showChanged().finally(() => (patching = null));
    await patching;
  }

  function hear(notice: Notice): void {
    if (notice.kind === 'waiting') waitingUntil.value = Date.now() + notice.seconds * 1000;
    else if (notice.kind === 'changed') {
      const { change } = notice;
      if (change.what === 'trackers') void attempt.run(() => trackersChanged(change.ids));
    } else if (notice.kind === 'job') {
      // First the list shows it, then its form gives way.
      if (notice.state === 'done') {
        void attempt.run(async () => {
          await patching;
          jobDone.value = notice;
        });
      }
    } else if (notice.advertiserId === advertiser.value?.id) {
      progress.value = { loaded: notice.loaded, total: notice.total };
    }
  }

  return {
    attempt,
    trackers,
    total,
    filter,
    shown,
    syncing,
    progress,
    waitingUntil,
    unread,
    unreadable,
    failure,
    jobDone,
    show,
    read,
    refresh,
    patch,
    hear,
  };
}
