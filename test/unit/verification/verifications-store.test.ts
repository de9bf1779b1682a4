import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type Database, openDatabase } from '@/lib/store/database';
import {
  addPageView,
  changeRequests,
  changeVerification,
  clearRequests,
  latestOfTab,
  listVerifications,
  loadPageViews,
  loadRequests,
  pruneVerifications,
  putVerification,
  readVerification,
} from '@/lib/store/verifications';

import { pageView, request, START, verification } from './build';

let db: Database;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`verifications-${(count += 1)}`);
});
afterEach(() => db.close());

const pixel = (buster: number, startedAt = START + buster) =>
  request(`https://ib.adnxs.com/imptr?id=1&cachebuster=${buster}`, { startedAt });

describe('verifications', () => {
  it('lists newest first and finds the latest of a tab', async () => {
    await putVerification(db, verification({ id: 'old', startedAt: 1 }));
    await putVerification(db, verification({ id: 'new', startedAt: 3 }));
    await putVerification(db, verification({ id: 'other', startedAt: 2, tabId: 8 }));
    expect((await listVerifications(db)).map((item) => item.id)).toEqual(['new', 'other', 'old']);
    expect((await latestOfTab(db, 7))?.id).toBe('new');
    expect(await latestOfTab(db, 99)).toBeNull();
  });

  it('changes expected trackers', async () => {
    await putVerification(db, verification());
    const change = (row: ReturnType<typeof verification>) => ({ ...row, expectedIds: [5] });
    expect(await changeVerification(db, 'v1', change)).toBe(true);
    expect(await changeVerification(db, 'none', change)).toBe(false);
    expect((await readVerification(db, 'v1'))?.expectedIds).toEqual([5]);
  });

  it('keeps requests in the order of their start, each once, apart for each verification', async () => {
    await changeRequests(db, 'v1', { changed: [pixel(2), { ...pixel(1), outcome: 'pending' }] });
    await changeRequests(db, 'v1', { changed: [pixel(1)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    expect(await loadRequests(db, 'v1')).toEqual([pixel(1), pixel(2)]);
    expect(await loadRequests(db, 'v2')).toEqual([pixel(1)]);
  });

  it('drops in the same step what turned out to be part of another', async () => {
    await changeRequests(db, 'v1', { changed: [pixel(1), pixel(2)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    await changeRequests(db, 'v1', { changed: [pixel(3)], gone: [pixel(1).key] });
    expect(await loadRequests(db, 'v1')).toEqual([pixel(2), pixel(3)]);
    expect(await loadRequests(db, 'v2')).toEqual([pixel(1)]);
  });

  it('leaves out rows that cannot be read', async () => {
    await db.put('pixelRequests', { key: 'v1 odd', verificationId: 'v1', startedAt: 1 });
    await db.put('verifications', { id: 'odd' });
    await db.put('pageViews', { id: 'odd', verificationId: 'v1' });
    expect(await loadRequests(db, 'v1')).toEqual([]);
    expect(await listVerifications(db)).toEqual([]);
    expect(await loadPageViews(db, 'v1')).toEqual([]);
  });

  it('clears requests and keeps the rest', async () => {
    await putVerification(db, verification({ expectedIds: [1] }));
    await addPageView(db, pageView('b', 2));
    await addPageView(db, pageView('a', 1));
    await changeRequests(db, 'v1', { changed: [pixel(1)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    await clearRequests(db, 'v1', START);
    expect(await loadRequests(db, 'v1')).toEqual([]);
    expect(await loadRequests(db, 'v2')).toHaveLength(1);
    expect((await loadPageViews(db, 'v1')).map((view) => view.id)).toEqual(['a', 'b']);
    expect(await readVerification(db, 'v1')).toMatchObject({ expectedIds: [1], clearedAt: START });
  });

  it('prunes the oldest, and the empty ones before a moment', async () => {
    for (const [id, startedAt] of [
      ['v1', 1],
      ['v2', 2],
      ['v3', 3],
      ['v4', 4],
    ] as const) {
      await putVerification(db, verification({ id, startedAt }));
    }
    await changeRequests(db, 'v1', { changed: [pixel(1)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    await addPageView(db, pageView('a', 1));
    await pruneVerifications(db, 3, 4);
    expect((await listVerifications(db)).map((item) => item.id)).toEqual(['v4', 'v2']);
    expect(await loadRequests(db, 'v1')).toEqual([]);
    expect(await loadPageViews(db, 'v1')).toEqual([]);
  });
});
