import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { clearRecording } from '@/lib/app/recording/clear-recording';
import { recordPixels, type RecorderParts } from '@/lib/app/recording/record-pixels';
import { type Observation, observationsOf } from '@/lib/core/recording/observation';
import { MOST_COUNTED } from '@/lib/core/verification/not-kept';
import { type Database, openDatabase } from '@/lib/store/database';
import { takeOver } from '@/lib/store/series';
import * as store from '@/lib/store/verifications';

import { request, START } from '../../core/verification/build';

const ACCOUNT = 'somebody';
const MOST = 1000;
let db: Database;
let count = 0;
let now = START;
let most = MOST;
beforeEach(async () => {
  now = START;
  most = MOST;
  db = await openDatabase(`room-${(count += 1)}`);
});
afterEach(() => db.close());

const pixel = (
  buster: number,
  startedAt = now,
  source: 'devtools-event' | 'webRequest' = 'devtools-event',
): Observation => {
  const url = `https://ib.adnxs.com/imptr?id=531&cachebuster=${buster}`;
  const [one] = observationsOf(request(url, { startedAt }));
  if (!one) throw new Error('nothing was told');
  return { ...one, source, requestId: `${source} ${buster}` };
};

/** A recorder against a real store, with a source and a clock in the test's hands. */
function record(changes: Partial<RecorderParts> = {}) {
  let tell = (_observations: readonly Observation[]) => {};
  const timers: (() => void)[] = [];
  const recorder = recordPixels({
    sources: [
      {
        onObserved: (listener) => void (tell = listener),
        look: async () => ({ observations: [], newestPage: null, urls: new Set() }),
      },
    ],
    page: { onNavigated: () => {}, current: async () => null },
    store: {
      earlierOfTab: (tabId) => store.earlierOfTab(db, ACCOUNT, tabId),
      takeOver: (id) => takeOver(db, ACCOUNT, id),
      putVerification: (row) => store.putVerification(db, ACCOUNT, row),
      addPageView: (row) => store.addPageView(db, row),
      changeRequests: (id, change) => store.changeRequests(db, id, change),
    },
    room: {
      most: async () => most,
      kept: (id) => store.countRequests(db, id),
      tell: (id, notKept) => store.tellNotKept(db, id, notKept),
    },
    tabId: 7,
    browserRun: async () => 'run1',
    mayMissFirstPage: false,
    now: () => now,
    later: (_ms, step) => void timers.push(step),
    newId: () => `id${(count += 1)}`,
    notify: () => {},
    ...changes,
  });
  const fire = async (from: number, to: number) => {
    tell(Array.from({ length: to - from }, (_, index) => pixel(from + index)));
    await recorder.kept();
  };
  const row = () => store.readVerification(db, recorder.verificationId);
  const keptNow = () => store.countRequests(db, recorder.verificationId);
  return { recorder, tell: (all: readonly Observation[]) => tell(all), fire, row, keptNow, timers };
}

describe('a recording has room for so many requests', () => {
  it('and goes on with these: what they come to is kept, and what is new is counted', async () => {
    const { fire, tell, row, keptNow, recorder } = record();
    await fire(0, MOST - 1);
    expect((await row())?.notKept).toBeUndefined();
    const open = { ...pixel(9_000_000), status: 0, outcome: 'pending', duration: null } as const;
    tell([open]);
    await recorder.kept();
    expect((await row())?.notKept).toEqual({ since: START, count: 0 });
    now += 1000;
    await fire(5000, 5003);
    tell([{ ...open, status: 200, outcome: 'answered', duration: 900 }]);
    await recorder.kept();
    expect(await keptNow()).toBe(MOST);
    expect((await row())?.notKept).toEqual({ since: START, count: 3 });
    const { rows } = await store.loadRequests(db, recorder.verificationId);
    expect(rows.find(({ url }) => url.cachebuster === '9000000')?.outcome).toBe('answered');
    expect(rows.some(({ url }) => url.cachebuster === '5000')).toBe(false);
  });

  it('counts what several sources tell again and again once, and to a bound', async () => {
    const { fire, tell, row, recorder } = record();
    await fire(0, MOST);
    now += 1000;
    for (let again = 0; again < 3; again += 1) {
      tell([pixel(1, now, 'webRequest'), pixel(1), pixel(2)]);
    }
    await recorder.kept();
    expect((await row())?.notKept?.count).toBe(2);
    for (let from = 3; from < MOST_COUNTED + 2000; from += 4000) await fire(from, from + 4000);
    expect((await row())?.notKept?.count).toBe(MOST_COUNTED);
  });

  it('keeps the count by itself after a while, and not with each request', async () => {
    const { fire, tell, row, recorder, timers } = record();
    await fire(0, MOST);
    now += 1000;
    timers.length = 0;
    for (let index = 0; index < 50; index += 1) tell([pixel(7000 + index)]);
    expect(timers.length).toBe(1);
    for (const step of timers) step();
    await recorder.kept();
    expect((await row())?.notKept?.count).toBe(50);
  });

  it('has room again once it is cleared, or done again', async () => {
    const { fire, row, keptNow, recorder } = record();
    await fire(0, MOST);
    now += 1000;
    await fire(MOST, MOST + 5);
    const full = recorder.verificationId;
    now += 1000;
    await clearRecording(
      {
        now: () => now,
        tell: () => recorder.clear(now),
        clearRequests: (id, at) => store.clearRequests(db, id, at),
      },
      full,
    );
    await fire(5000, 5003);
    expect(await keptNow()).toBe(3);
    expect((await row())?.notKept).toBeUndefined();
    await fire(6000, 6000 + MOST);
    expect((await row())?.notKept?.count).toBe(0);
    await recorder.repeat(full);
    now += 1000;
    await fire(9000, 9003);
    expect(await keptNow()).toBe(3);
    expect(await row()).toMatchObject({ repeats: full });
    expect((await row())?.notKept).toBeUndefined();
    expect((await store.readVerification(db, full))?.notKept?.count).toBe(0);
  });

  it('is no larger after the recorder was stopped and is there again', async () => {
    const before = record({ hearsAll: true });
    await before.fire(0, MOST - 10);
    now += 1000;
    const after = record({ hearsAll: true });
    await after.recorder.started;
    expect(after.recorder.verificationId).toBe(before.recorder.verificationId);
    // What was kept is told again, and takes no more room.
    after.tell([pixel(3, START), pixel(4, START)]);
    await after.fire(MOST, MOST + 10);
    expect(await after.keptNow()).toBe(MOST);
    now += 1000;
    await after.fire(5000, 5002);
    const last = record({ hearsAll: true });
    await last.recorder.started;
    now += 1000;
    await last.fire(6000, 6003);
    expect(await last.keptNow()).toBe(MOST);
    expect((await last.row())?.notKept).toEqual({ since: START + 1000, count: 5 });
  });

  it('and for as many more as are chosen later, unless it is full by then', async () => {
    const { fire, row, keptNow } = record();
    await fire(0, MOST - 1);
    most = MOST + 5;
    now += 1000;
    await fire(MOST, MOST + 4);
    expect((await row())?.notKept).toBeUndefined();
    await fire(5000, 5002);
    expect(await keptNow()).toBe(MOST + 5);
    most = 2 * MOST;
    now += 1000;
    await fire(6000, 6003);
    expect(await keptNow()).toBe(MOST + 5);
    expect((await row())?.notKept).toEqual({ since: START + 1000, count: 3 });
  });

  it('DevTools that are opened on a full one begin another, which expects the same', async () => {
    const before = record();
    await before.fire(0, MOST);
    const full = before.recorder.verificationId;
    await store.changeVerification(db, full, (one) => ({ ...one, expectedIds: [531] }));
    now += 1000;
    const after = record();
    await after.recorder.started;
    await after.fire(5000, 5003);
    expect(after.recorder.verificationId).not.toBe(full);
    expect(await after.row()).toMatchObject({ expectedIds: [531] });
    expect(await after.keptNow()).toBe(3);
  });
});
