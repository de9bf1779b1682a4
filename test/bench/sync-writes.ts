import 'fake-indexeddb/auto';

import { requestToken } from '@/lib/api/auth';
import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { syncTrackers } from '@/lib/app/trackers/sync-trackers';
import { openDatabase } from '@/lib/store/database';

import type { Sandbox } from '../sandbox/index.ts';
import type { Row } from './row.ts';

/** How often a sync writes: a count and not a time, so that it is the same on any machine. */
export async function benchSyncWrites({ httpUrl, world }: Sandbox): Promise<readonly Row[]> {
  let time = 0;
  let requests = 0;
  const deps = {
    fetch: (async (...request) => {
      requests += 1;
      return fetch(...request);
    }) satisfies typeof fetch,
    timer: () => () => {},
    pace: createPace({
      now: () => time,
      sleep: async (ms) => void (time += ms),
      onWait: () => {},
    }),
  };
  const access = { baseUrl: httpUrl, token: null };
  const token = await requestToken(createApiClient(deps, access), world.credentials);
  const db = await openDatabase();
  const client = createApiClient(deps, { ...access, token });
  const order = { advertiserId: world.advertisers.large.id, whole: true };
  const work = { client, db, account: 'bench', timer: () => () => {}, onProgress: () => {} };
  const sync = () => syncTrackers({ ...work, now: () => time }, order);
  const first = await countWrites(sync);
  const again = await countWrites(sync);
  requests = 0;
  await syncTrackers({ ...work, now: () => time }, { ...order, whole: false });
  db.close();
  return [
    {
      what: 'rows written by a sync of 10,000 trackers (a count)',
      value: first,
      baseline: 'its pages (a count)',
      base: 100,
      limit: 1.2,
    },
    {
      what: '… the same again, nothing changed (a count)',
      value: again,
      baseline: 'trackers (a count)',
      base: 10_000,
      limit: 0,
    },
    {
      what: '… refreshed, nothing changed: requests (a count)',
      value: requests,
      baseline: 'one (a count)',
      base: 1,
      limit: 2,
    },
  ];
}

async function countWrites(work: () => Promise<unknown>): Promise<number> {
  let writes = 0;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...row: Parameters<typeof put>) {
    if (this.name === 'trackerBlocks') writes += 1;
    return put.apply(this, row);
  };
  await work();
  IDBObjectStore.prototype.put = put;
  return writes;
}
