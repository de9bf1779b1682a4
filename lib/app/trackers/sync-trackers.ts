import type { ApiClient, Timer } from '../../api/client';
import { listTrackerPage, trackerPages } from '../../api/imptracker';
import { PAGE_SIZE, type Row } from '../../api/paging';
import { type List, readList } from '../../api/read-list';
import { stoppable } from '../../api/stoppable';
import type { Tracker } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import { completeChanges, completeSync, type Ended, putListed } from '../../store/listed-trackers';
import { readSync, type Sync } from '../../store/syncs';
import { countTrackers, findTrackers } from '../../store/trackers';
import { createGather } from './gather';

export interface SyncProgress {
  readonly advertiserId: number;
  readonly loaded: number;
  readonly total: number;
}

export interface SyncDeps {
  readonly client: ApiClient;
  readonly db: Database;
  /** Whose the list is. */
  readonly account: string;
  readonly now: () => number;
  readonly timer: Timer;
  readonly onProgress: (progress: SyncProgress) => void;
}

export interface SyncOptions {
  readonly advertiserId: number;
  /** Read everything anew, also what has not changed. */
  readonly whole: boolean;
  readonly signal?: AbortSignal;
}

export interface SyncResult {
  /** How many are cached. */
  readonly count: number;
  /** How many there are besides that cannot be read, or are counted and not given. */
  readonly unread: number;
}

// A list that was read whole within a day is brought up to date by its changes alone.
const WHOLE_AFTER_MS = 24 * 60 * 60 * 1000;
/**
 * How far before the last sync the changes are read again: what was written then may have been listed
 * later. Replicas were seen 7 seconds behind.
 */
const OVERLAP_MS = 5 * 60 * 1000;
/** Pages that are written together, and that may have come while others are: twice as many as are asked for at once. */
const PAGES = 12;

/** Brings the cached trackers of an advertiser up to date. */
export async function syncTrackers(deps: SyncDeps, options: SyncOptions): Promise<SyncResult> {
  const sync = await readSync(deps.db, deps.account, options.advertiserId);
  if (!options.whole && isFresh(sync, deps.now())) {
    const cached = await countTrackers(deps.db, deps.account, options.advertiserId);
    // A single page is as quickly read whole, and is surer.
    if (cached > PAGE_SIZE) {
      const result = await applyChanges(deps, options, sync);
      if (result) return result;
    }
  }
  return readWhole(deps, options);
}

// A list from the future was read by a clock that was wrong.
function isFresh({ completedAt }: Sync, now: number): boolean {
  return completedAt !== null && completedAt <= now && now - completedAt < WHOLE_AFTER_MS;
}

/** Fetches what changed; `null` where that does not tell all: then the whole list is to be read. */
async function applyChanges(
  deps: SyncDeps,
  options: SyncOptions,
  sync: Sync,
): Promise<SyncResult | null> {
  const { client, db, account } = deps;
  const { advertiserId, signal } = options;
  if (sync.startedAt === null) return null;
  const since = sync.startedAt - OVERLAP_MS;
  const changed = await readChanges(deps, options, since);
  // The service's clock went back: what it changes now is older than what it changed before.
  if (changed === null || changed.servedAt === null || changed.servedAt < sync.startedAt)
    return null;
  const known = sync.unreadable.filter((id) => !changed.items.has(id));
  const unreadable = [...new Set([...known, ...changed.unreadable])];
  const { total } = await listTrackerPage(client, { advertiserId, size: 1, ...signalOf(signal) });
  const cached = await findTrackers(db, account, changed.unreadable);
  const count = (await countTrackers(db, account, advertiserId)) - cached.length;
  if (total !== count + unreadable.length + sync.withheld) return null;
  const ended = { ...sync, startedAt: changed.servedAt, unreadable };
  await completeChanges(db, account, ended, changed.unreadable);
  return resultOf(ended, await countTrackers(db, account, advertiserId));
}

/** What was changed since a moment, kept as it comes; `null` where the service does not go by it. */
async function readChanges(
  deps: SyncDeps,
  { advertiserId, signal }: SyncOptions,
  since: number,
): Promise<List<Tracker> | null> {
  const pages = trackerPages(deps.client, { advertiserId, changedSince: since });
  const isOlder = ({ lastModified }: Tracker) => lastModified < since - 1000;
  const ignored = new Error('min_last_modified is ignored');
  try {
    return await readList(
      async (query) => {
        const page = await pages(query);
        if (page.items.some(isOlder)) throw ignored;
        return page;
      },
      {
        ...signalOf(signal),
        onRows: (rows, _, servedAt) =>
          putListed(deps.db, deps.account, advertiserId, itemsOf(rows), servedAt),
      },
    );
  } catch (error) {
    if (error === ignored) return null;
    throw error;
  }
}

/** Rows of a list that came together. */
interface ListedPage {
  readonly rows: readonly Row<Tracker>[];
  readonly total: number;
  readonly servedAt: number | null;
}
const NO_PAGE = { total: 0, servedAt: null };

async function readWhole(deps: SyncDeps, options: SyncOptions): Promise<SyncResult> {
  const { client, db, account, now, timer, onProgress } = deps;
  const { advertiserId, signal } = options;
  let loaded = 0;
  // Some pages are kept while the next are asked for: a stopped worker loses these, not all.
  const lots = { lot: PAGES, most: PAGES, timer };
  const behind = createGather<ListedPage>(lots, async (pages) => {
    // Whoever has signed out has nothing written after that.
    if (signal?.aborted) return;
    const rows = pages.flatMap((page) => page.rows);
    // All are told as of the moment at which the list was begun.
    const [{ servedAt, total } = NO_PAGE] = pages;
    await putListed(db, account, advertiserId, itemsOf(rows), servedAt);
    loaded += rows.length;
    // Whoever has stopped it hears no more of it.
    if (!signal?.aborted) onProgress({ advertiserId, loaded, total });
  });
  const list = await readList(trackerPages(client, { advertiserId }), {
    ...signalOf(signal),
    onRows: (rows, total, servedAt) => behind.add({ rows, total, servedAt }),
  }).finally(() => stoppable(behind.done(), signal));
  const listed = list.items.size + list.unreadable.length;
  // Others may have written meanwhile; what is still counted and was not given, is withheld.
  const counted =
    list.total === listed
      ? listed
      : (await listTrackerPage(client, { advertiserId, size: 1, ...signalOf(signal) })).total;
  const ended: Ended = {
    advertiserId,
    completedAt: now(),
    startedAt: list.servedAt,
    unreadable: [...list.unreadable],
    withheld: counted - listed,
  };
  const count = await completeSync(db, account, ended, new Set(list.items.keys()));
  return resultOf(ended, count);
}

function resultOf({ unreadable, withheld }: Ended, count: number): SyncResult {
  return { count, unread: unreadable.length + Math.max(0, withheld) };
}

function itemsOf(rows: readonly Row<Tracker>[]): readonly Tracker[] {
  return rows.flatMap(({ item }) => (item === null ? [] : [item]));
}

function signalOf(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
