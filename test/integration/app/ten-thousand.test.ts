import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';

import { requestToken } from '@/lib/api/auth';
import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { syncTrackers } from '@/lib/app/trackers/sync-trackers';
import { openDatabase } from '@/lib/store/database';
import { countTrackers, readAs } from './support/stores';

import { sandboxForTest } from '../sandbox/support.ts';

const ACCOUNT = 'somebody';
/** What 85 pages bring, each but the first with one row of the page before. */
const OF_A_MINUTE = 100 + 84 * 99;

test('ten thousand come in at the client’s own pace, after a wait of which is told, each once', async () => {
  const { httpUrl, world } = await sandboxForTest();
  // Time stands still, until all that may be asked at once has come in and the others sleep.
  let time = 0;
  const now = () => time;
  const minuteIsUsedUp = Promise.withResolvers<void>();
  const sleep = async (ms: number) => {
    const end = time + ms;
    await minuteIsUsedUp.promise;
    time = Math.max(time, end);
  };
  const waits: number[] = [];
  const told: number[] = [];
  const asked: { at: number; query: string }[] = [];
  const deps = {
    fetch: (async (input, init) => {
      const url = new URL(String(input));
      if (url.pathname === '/imptracker') {
        asked.push({ at: now(), query: url.search });
      }
      return fetch(url, init);
    }) satisfies typeof fetch,
    timer: () => () => {},
    pace: createPace({ now, sleep, onWait: (seconds) => waits.push(seconds) }),
  };
  const access = { baseUrl: httpUrl, token: null };
  const token = await requestToken(createApiClient(deps, access), world.credentials);
  const db = await openDatabase();
  readAs(db, async () => ACCOUNT);
  const advertiserId = world.advertisers.large.id;

  const { count, unread } = await syncTrackers(
    {
      client: createApiClient(deps, { ...access, token }),
      db,
      account: ACCOUNT,
      now,
      timer: (ms: number, act: () => void) => {
        const id = setTimeout(act, ms);
        return () => clearTimeout(id);
      },
      onProgress: ({ loaded }) => {
        told.push(loaded);
        if (loaded >= OF_A_MINUTE) minuteIsUsedUp.resolve();
      },
    },
    { advertiserId, whole: false },
  );

  expect({ count, unread }).toEqual({ count: 10_000, unread: 0 });
  // By their ids: of any that came twice, another would be missing here.
  expect(await countTrackers(db, advertiserId)).toBe(10_000);
  // A page begins with the last row of the one before: that takes one more than the hundred there are.
  expect(new Set(asked.map(({ query }) => query)).size).toBe(101);
  expect(asked.map(({ at }) => at)).toEqual([...Array(85).fill(0), ...Array(16).fill(60_000)]);
  expect(new Set(waits)).toEqual(new Set([60]));
  // Pages that come together are kept and told together.
  expect(told.length).toBeLessThanOrEqual(101);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(10_000);
});
