import { type IDBPTransaction, type StoreNames, unwrap, wrap } from 'idb';

import { NO_ACCOUNT, UNKNOWN_ACCOUNT } from '../core/base/account';
import { z } from '../core/base/schema';
import { isOfNobody } from '../core/tracker/draft-key';
import type { Database, PiggybackSchema } from './schema';

type Upgrade = IDBPTransaction<PiggybackSchema, StoreNames<PiggybackSchema>[], 'versionchange'>;

/** Takes a database from one version to the next. One that is out in the world is never changed. */
type Migration = (db: Database, transaction: Upgrade) => Promise<void>;

/** The first makes version 1 of nothing. A new one comes last, with a fixture of what it makes. */
export const MIGRATIONS: readonly Migration[] = [
  firstStores,
  withJobs,
  withAccounts,
  withRuns,
  withPassports,
  withReports,
  withBlocks,
  withComparisons,
];

/** A row of each tracker, as versions before 7 had them: no part of what there is now. */
const TRACKERS = 'trackers';

async function firstStores(db: Database): Promise<void> {
  const trackers = unwrap(db).createObjectStore(TRACKERS, { keyPath: 'id' });
  trackers.createIndex('by-advertiser', ['advertiserId', 'order']);
  db.createObjectStore('syncs', { keyPath: 'advertiserId' });
  db.createObjectStore('drafts', { keyPath: 'key' });
  db.createObjectStore('verifications', { keyPath: 'id' });
  const pageViews = db.createObjectStore('pageViews', { keyPath: 'id' });
  pageViews.createIndex('by-verification', 'verificationId');
  const requests = db.createObjectStore('pixelRequests', { keyPath: 'key' });
  requests.createIndex('by-verification', ['verificationId', 'startedAt']);
}

async function withJobs(db: Database): Promise<void> {
  db.createObjectStore('jobs', { keyPath: 'id' });
}

const KeySchema = z.object({ key: z.string() });

/** Of the rows that this migration leaves, whatever later ones make of them. */
const FIRST_ROW_VERSION = 1;

/** Every row says whose it is. What the service can tell again is dropped; recordings are everybody's. */
async function withAccounts(db: Database, transaction: Upgrade): Promise<void> {
  unwrap(db).deleteObjectStore(TRACKERS);
  db.deleteObjectStore('syncs');
  const trackers = unwrap(db).createObjectStore(TRACKERS, { keyPath: ['account', 'id'] });
  trackers.createIndex('by-advertiser', ['account', 'advertiserId', 'order']);
  db.createObjectStore('syncs', { keyPath: ['account', 'advertiserId'] });
  transaction.objectStore('verifications').createIndex('by-account', 'account');
  transaction.objectStore('pixelRequests').createIndex('by-account', 'account');

  const typed = await transaction.objectStore('drafts').getAll();
  db.deleteObjectStore('drafts');
  const drafts = db.createObjectStore('drafts', { keyPath: ['account', 'key'] });
  for (const row of typed) {
    const key = KeySchema.safeParse(row).data?.key;
    const isNobodys = key !== undefined && isOfNobody(key);
    const account = isNobodys ? NO_ACCOUNT : UNKNOWN_ACCOUNT;
    void drafts.put({ ...Object(row), account, v: FIRST_ROW_VERSION });
  }

  // A job has known its account from the beginning.
  for (const name of ['jobs', 'verifications', 'pageViews', 'pixelRequests'] as const) {
    let cursor = await transaction.objectStore(name).openCursor();
    while (cursor) {
      void cursor.update({ account: NO_ACCOUNT, ...Object(cursor.value), v: FIRST_ROW_VERSION });
      cursor = await cursor.continue();
    }
  }
}

/** Bulk changes of trackers, and what came of each of their rows. */
async function withRuns(db: Database): Promise<void> {
  const runs = db.createObjectStore('runs', { keyPath: 'id' });
  runs.createIndex('by-account', 'account');
  db.createObjectStore('runRows', { keyPath: ['run', 'at'] });
}

/** What is noted of each tracker; and requests are found by the tracker that they name. */
async function withPassports(db: Database, transaction: Upgrade): Promise<void> {
  const events = db.createObjectStore('trackerEvents', {
    keyPath: ['account', 'trackerId', 'at', 'kind'],
  });
  events.createIndex('by-time', ['account', 'at']);
  transaction.objectStore('pixelRequests').createIndex('by-tracker', ['account', 'url.id']);
}

/** Reports, and apart from them their figures, which a list of them does not read. */
async function withReports(db: Database): Promise<void> {
  db.createObjectStore('reports', { keyPath: ['account', 'id'] });
  db.createObjectStore('reportCounts', { keyPath: ['account', 'id'] });
}

const TrackerRowSchema = z.looseObject({
  account: z.string(),
  advertiserId: z.number(),
  id: z.number(),
  v: z.literal(FIRST_ROW_VERSION),
});
const ROWS_AT_ONCE = 1000;
const ROWS_OF_A_BLOCK = 100;

/** Trackers lie in blocks: a row of each was as slow to write as a hundred of them are. */
async function withBlocks(db: Database, transaction: Upgrade): Promise<void> {
  const blocks = db.createObjectStore('trackerBlocks', {
    keyPath: ['account', 'advertiserId', 'from'],
  });
  blocks.createIndex('by-advertiser', ['account', 'advertiserId', 'order', 'count']);
  blocks.createIndex('by-stretch', 'stretches', { multiEntry: true });

  const trackers = wrap(unwrap(transaction).objectStore(TRACKERS));
  const begun = new Map<string, OldTracker[]>();
  const put = (some: readonly OldTracker[]) => {
    const [first] = some;
    if (first) void blocks.put(blockOf(first, some));
  };
  let range: IDBKeyRange | undefined;
  for (;;) {
    const keys = await trackers.getAllKeys(range, ROWS_AT_ONCE);
    for (const row of await trackers.getAll(range, ROWS_AT_ONCE)) {
      const { data } = TrackerRowSchema.safeParse(row);
      // What cannot be read, the service tells again.
      if (!data) continue;
      const key = JSON.stringify([data.account, data.advertiserId]);
      const some = begun.get(key) ?? [];
      begun.set(key, some);
      if (some.push(data) === ROWS_OF_A_BLOCK) put(some.splice(0));
    }
    const last = keys.at(-1);
    if (last === undefined) break;
    range = IDBKeyRange.lowerBound(last, true);
  }
  for (const some of begun.values()) put(some);
  unwrap(db).deleteObjectStore(TRACKERS);
}

type OldTracker = z.infer<typeof TrackerRowSchema>;

// As they were then, whatever later versions make of a block.
function blockOf({ account, advertiserId, id }: OldTracker, some: readonly OldTracker[]) {
  const moments = some.map(({ lastModified }) => Number(lastModified) || 0);
  return {
    account,
    advertiserId,
    from: id,
    order: -moments.reduce((a, b) => Math.max(a, b)),
    count: some.length,
    stretches: [...new Set(some.map((one) => Math.floor(one.id / 1000)))].map((of) => [
      account,
      of,
    ]),
    items: some.map(itemOf),
    v: FIRST_ROW_VERSION,
  };
}

const OF_THE_ROW = new Set(['account', 'order', 'v']);

function itemOf(row: OldTracker): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !OF_THE_ROW.has(name)));
}

/** Ad servers' own reports beside those, and apart from them their figures, which a change of the threshold does not write. */
async function withComparisons(db: Database): Promise<void> {
  db.createObjectStore('comparisons', { keyPath: ['account', 'id'] });
  db.createObjectStore('comparisonFiles', { keyPath: ['account', 'id'] });
}
