import type { IDBPTransaction, StoreNames } from 'idb';

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
  withComparisons,
];

async function firstStores(db: Database): Promise<void> {
  const trackers = db.createObjectStore('trackers', { keyPath: 'id' });
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
  db.deleteObjectStore('trackers');
  db.deleteObjectStore('syncs');
  const trackers = db.createObjectStore('trackers', { keyPath: ['account', 'id'] });
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

/** Ad servers' own reports beside those, and apart from them their figures, which a change of the threshold does not write. */
async function withComparisons(db: Database): Promise<void> {
  db.createObjectStore('comparisons', { keyPath: ['account', 'id'] });
  db.createObjectStore('comparisonFiles', { keyPath: ['account', 'id'] });
}
