import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import type { Failure } from '@/lib/core/base/errors';
import { appendPiece, patchList } from '@/lib/core/tracker/patch-list';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';

import type { AskedActions } from './asked-trackers';
import { createAttempt } from './attempt';
import { createTrackerSearch } from './tracker-search';
import { createTurns } from './turns';

export type JobNotice = Extract<Notice, { kind: 'job' }>;

/**
 * A piece of the cached trackers, newest first: how many more are there that cannot be read, and what reads the
 * next piece; `null` at the end.
 */
export interface CachedTrackers {
  readonly rows: readonly Tracker[];
  readonly unreadable: number;
  readonly next: (() => Promise<CachedTrackers>) | null;
}

interface TrackerListActions extends AskedActions {
  /** The first piece, as many as can be seen; those after it are longer. */
  listTrackers(advertiserId: number): Promise<CachedTrackers>;
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
  /** Reads the part of the list that has not been read yet. */
  const rest = signal<CachedTrackers['next']>(null);
  /** Whether what was read last ended before all of them had come. */
  const isPart = signal(false);
  /** How many there are; `null` until all have been read. */
  const total = computed(() =>
    rest.value === null && !isPart.value ? trackers.value.length : null,
  );
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

  const search = createTrackerSearch(trackers, actions, attempt.fail);

  const takeTurn = createTurns();
  /** Whether what is asked now is of the list that is shown as its answer comes. */
  let isCurrent = takeTurn();
  const takeReload = createTurns();
  let isReloading = false;
  /** Trackers that were changed and are not yet shown so. */
  const changed = new Set<number>();
  let patching: Promise<void> | null = null;

  /** Shows the first piece of another list; what was asked of the list before is forgotten. */
  function show(first: CachedTrackers): void {
    isCurrent = takeTurn();
    search.others.forget();
    batch(() => {
      trackers.value = first.rows;
      rest.value = first.next;
      unreadable.value = first.unreadable;
      unread.value = 0;
      isPart.value = false;
      syncing.value = false;
      progress.value = null;
      waitingUntil.value = null;
      failure.value = null;
    });
  }

  /** Reads what has not been read of the list that is shown, and shows each piece as it comes. */
  async function readRest(advertiserId: number): Promise<void> {
    const counts = isCurrent;
    for (let next = rest.value; next !== null; next = rest.value) {
      const piece = await next();
      // Another reading may have come so far, or to the end, meanwhile.
      if (!counts() || rest.value !== next) return;
      batch(() => {
        trackers.value = appendPiece(trackers.value, advertiserId, piece.rows);
        unreadable.value += piece.unreadable;
        rest.value = piece.next;
      });
    }
    await patchChanged();
  }

  /** Reads the whole list anew; until it is there, the one before stays. */
  async function reload(advertiserId: number): Promise<void> {
    const counts = isCurrent;
    const isLast = takeReload();
    isReloading = true;
    let rows: readonly Tracker[] = [];
    let lost = 0;
    try {
      let next: CachedTrackers['next'] = () => actions.listTrackers(advertiserId);
      while (next !== null) {
        const piece: CachedTrackers = await next();
        rows = appendPiece(rows, advertiserId, piece.rows);
        lost += piece.unreadable;
        next = piece.next;
      }
      if (counts() && isLast()) {
        batch(() => {
          trackers.value = rows;
          unreadable.value = lost;
          rest.value = null;
        });
      }
    } finally {
      if (isLast()) isReloading = false;
    }
    await patchChanged();
  }

  /** Shows the rest of the list, and then what a sync of it tells; that patches it as it comes. */
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
      await readRest(chosen.id);
      if (!counts()) return;
      const found = await actions.sync(chosen.id, whole);
      await patching;
      if (!counts()) return;
      void search.others.again();
      batch(() => {
        unread.value = found.unread;
        isPart.value = false;
      });
    } catch (error) {
      // Of a list that is not shown any more, the end of a session is another person's.
      if (!counts()) return;
      const found = fail(error);
      await patching;
      if (!counts()) return;
      const known = progress.value?.total ?? 0;
      batch(() => {
        failure.value = found;
        isPart.value ||= known > trackers.value.length;
      });
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
    trackers.value = patchList(trackers.value, chosen.id, ids, found);
    void attempt.run(() => search.others.refresh(ids));
  }

  // A list that has not come in whole is patched once it has.
  const isWhole = () => rest.value === null && !isReloading;

  /** Shows what was changed, whoever did it. While that goes on, the next changes gather. */
  async function showChanged(): Promise<void> {
    while (changed.size > 0 && isWhole()) {
      const ids = [...changed];
      changed.clear();
      const found = await actions.findTrackers(ids);
      patch(ids, found);
    }
  }

  function patchChanged(): Promise<void> {
    patching ??= showChanged().finally(() => (patching = null));
    return patching;
  }

  async function trackersChanged(ids: readonly number[] | null): Promise<void> {
    const chosen = advertiser.value;
    if (!chosen) return;
    if (ids === null) return reload(chosen.id);
    for (const id of ids) changed.add(id);
    await patchChanged();
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
    } else if (notice.kind === 'sync-progress' && notice.advertiserId === advertiser.value?.id) {
      progress.value = { loaded: notice.loaded, total: notice.total };
    }
  }

  return {
    attempt,
    trackers,
    total,
    ...search,
    syncing,
    progress,
    waitingUntil,
    unread,
    unreadable,
    failure,
    jobDone,
    show,
    refresh,
    patch,
    hear,
  };
}
