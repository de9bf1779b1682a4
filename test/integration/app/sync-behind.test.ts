import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';

import { requestToken } from '@/lib/api/auth';
import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { type SyncProgress, syncTrackers } from '@/lib/app/trackers/sync-trackers';
import { AppError } from '@/lib/core/base/errors';
import { type Database, openDatabase } from '@/lib/store/database';
import { countTrackers } from '@/lib/store/trackers';

import { sandboxForTest } from '../sandbox/support.ts';

// Its own: the files of a project share one database.
const ACCOUNT = 'somebody who stops';

/** A database whose transactions are done once they may be. */
function slowly(real: Database, may: Promise<void>): Database {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...of: unknown[]): unknown => {
        const made: unknown = Reflect.apply(value, target, of);
        return name === 'transaction' && of[1] === 'readwrite' ? doneBy(Object(made), may) : made;
      };
    },
  });
}

function doneBy(transaction: object, may: Promise<void>): object {
  return new Proxy(transaction, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (name === 'done') return may.then(() => part);
      return typeof part === 'function' ? part.bind(target) : part;
    },
  });
}

/** A first sync of a long list whose pages are not on disk until they may be; and when so many were asked for. */
async function begin(until: number) {
  const { httpUrl, world } = await sandboxForTest();
  const may = Promise.withResolvers<void>();
  const stop = new AbortController();
  const told: SyncProgress[] = [];
  const untilAsked = Promise.withResolvers<void>();
  let asked = 0;
  const deps = {
    fetch: (async (...request) => {
      if (String(request[0]).includes('/imptracker')) asked += 1;
      if (asked === until) untilAsked.resolve();
      return fetch(...request);
    }) satisfies typeof fetch,
    timer: () => () => {},
    pace: createPace({ now: () => 0, sleep: async () => {} }),
  };
  const access = { baseUrl: httpUrl, token: null };
  const token = await requestToken(createApiClient(deps, access), world.credentials);
  const real = await openDatabase();
  const sync = syncTrackers(
    {
      client: createApiClient(deps, { ...access, token }),
      db: slowly(real, may.promise),
      account: ACCOUNT,
      now: () => 0,
      timer: () => () => {},
      onProgress: (progress) => told.push(progress),
    },
    { advertiserId: world.advertisers.large.id, whole: true, signal: stop.signal },
  );
  sync.catch(() => {});
  const kept = () => countTrackers(real, ACCOUNT, world.advertisers.large.id);
  return { sync, may, stop, told, kept, untilAsked: untilAsked.promise, asked: () => asked };
}

test('the next pages are asked for while those that came are being written; a stop waits for none of it', async () => {
  const all = await begin(7);
  await all.untilAsked;
  expect(all.told).toEqual([]);
  all.stop.abort(new AppError('cancelled'));
  await expect(all.sync).rejects.toMatchObject({ code: 'cancelled' });
  all.may.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  // Whoever has stopped it hears no more of it, and no page more was asked for.
  expect(all.told).toEqual([]);
  expect(all.asked()).toBe(7);
});

test('what has gathered is not written once it is stopped: its person may have signed out', async () => {
  // The first page is being written, and six have come since.
  const all = await begin(13);
  await all.untilAsked;
  all.stop.abort(new AppError('cancelled'));
  await expect(all.sync).rejects.toMatchObject({ code: 'cancelled' });
  all.may.resolve();
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(await all.kept()).toBe(100);
});
