import type { ApiClient } from '../../api/client';
import { listTrackerPage } from '../../api/imptracker';
import { readAllPages } from '../../api/paging';
import type { Database } from '../../store/database';
import {
  countTrackers,
  listTrackers,
  putTrackers,
  readSync,
  replaceTrackers,
} from '../../store/trackers';

export interface SyncProgress {
  readonly advertiserId: number;
  readonly loaded: number;
  readonly total: number;
}

export interface SyncDeps {
  readonly client: ApiClient;
  readonly db: Database;
  readonly now: () => number;
  readonly onProgress: (progress: SyncProgress) => void;
}

export interface SyncOptions {
  readonly advertiserId: number;
  /** Read everything anew, also what has not changed. */
  readonly whole: boolean;
  readonly signal?: AbortSignal;
}

// A list that was read whole within a day is brought up to date by its changes alone.
const WHOLE_AFTER_MS = 24 * 60 * 60 * 1000;

/** Brings the cached trackers of an advertiser up to date. Returns how many there are. */
export async function syncTrackers(deps: SyncDeps, options: SyncOptions): Promise<number> {
  const { advertiserId } = options;
  const sync = await readSync(deps.db, advertiserId);
  const fresh = sync.completedAt !== null && deps.now() - sync.completedAt < WHOLE_AFTER_MS;
  if (fresh && !options.whole && (await applyChanges(deps, options))) {
    return countTrackers(deps.db, advertiserId);
  }
  return readWhole(deps, options);
}

/** Fetches what changed; `false` when the cache then still differs in number: something was deleted. */
async function applyChanges(deps: SyncDeps, options: SyncOptions): Promise<boolean> {
  const { advertiserId, signal } = options;
  const [newest] = await listTrackers(deps.db, advertiserId, 1);
  if (!newest) return false;
  const query = { advertiserId, ...(signal && { signal }) };
  const changed = await readAllPages(
    (start) => listTrackerPage(deps.client, { ...query, start, changedSince: newest.lastModified }),
    () => {},
  );
  await putTrackers(deps.db, changed);
  const { total } = await listTrackerPage(deps.client, { ...query, size: 1 });
  return total === (await countTrackers(deps.db, advertiserId));
}

async function readWhole(deps: SyncDeps, options: SyncOptions): Promise<number> {
  const { advertiserId, signal } = options;
  const trackers = await readAllPages(
    async (start) => {
      const page = await listTrackerPage(deps.client, {
        advertiserId,
        start,
        ...(signal && { signal }),
      });
      // Each page is kept at once: a stopped worker or a closed browser loses one page, not all.
      await putTrackers(deps.db, page.items);
      return page;
    },
    (loaded, total) => deps.onProgress({ advertiserId, loaded, total }),
  );
  await replaceTrackers(deps.db, advertiserId, trackers, deps.now());
  return trackers.length;
}
