import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { NO_ACCOUNT } from '@/lib/core/base/account';
import { type Database, openDatabase } from '@/lib/store/database';
import {
  addPageView,
  changeRequests,
  changeVerification,
  clearRequests,
  countRecorded,
  countRequests,
  deleteRecordings,
  deleteVerification,
  findVerifications,
  keepFileRecording,
  earlierOfTab,
  listVerifications,
  loadPageViews,
  loadRequests,
  pruneVerifications,
  putVerification,
  readVerification,
  tellNotKept,
} from '@/lib/store/verifications';

import { pageView, request, START, verification } from '../core/verification/build';
import { visited } from '../components/visits/visits-sample';

const ACCOUNT = 'somebody';
let db: Database;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`verifications-${(count += 1)}`);
});
afterEach(() => db.close());

const pixel = (buster: number, startedAt = START + buster) =>
  request(`https://ib.adnxs.com/imptr?id=1&cachebuster=${buster}`, { startedAt });

describe('verifications', () => {
  it('lists newest first', async () => {
    await putVerification(db, ACCOUNT, verification({ id: 'old', startedAt: 1 }));
    await putVerification(db, ACCOUNT, verification({ id: 'new', startedAt: 3 }));
    await putVerification(db, ACCOUNT, verification({ id: 'other', startedAt: 2, tabId: 8 }));
    expect((await listVerifications(db, ACCOUNT)).rows.map((item) => item.id)).toEqual([
      'new',
      'other',
      'old',
    ]);
  });

  describe('what was recorded before in a tab', () => {
    const gaps = [{ from: START + 20, to: START + 30 }];
    it.each([
      ['nothing but itself', {}, [], [], START],
      ['a page', {}, [pageView('a', START + 7)], [], START + 7],
      ['requests', {}, [pageView('a', START + 7)], [pixel(12), pixel(9)], START + 12],
      ['a page after the requests', {}, [pageView('a', START + 40)], [pixel(12)], START + 40],
      ['a gap after all', { gaps }, [pageView('a', START + 7)], [pixel(12)], START + 30],
    ])('is known until its last sign: %s', async (_, changes, views, requests, lastAt) => {
      await putVerification(db, ACCOUNT, verification({ id: 'v0', startedAt: 1 }));
      await putVerification(
        db,
        ACCOUNT,
        verification({ tabId: 8, id: 'v2', startedAt: START + 1 }),
      );
      await putVerification(db, ACCOUNT, verification(changes));
      for (const view of views) await addPageView(db, view);
      await changeRequests(db, 'v1', { changed: requests });
      const found = await earlierOfTab(db, ACCOUNT, 7);
      expect(found).toMatchObject({ verification: { id: 'v1' }, isOwn: true, lastAt });
      expect(found?.pageView?.id ?? null).toBe(views[0]?.id ?? null);
    });

    it('is another’s to one and nobody’s to all', async () => {
      await putVerification(db, 'another', verification());
      expect(await earlierOfTab(db, ACCOUNT, 7)).toBeNull();
      await putVerification(db, NO_ACCOUNT, verification());
      expect((await earlierOfTab(db, ACCOUNT, 7))?.isOwn).toBe(false);
      expect((await earlierOfTab(db, NO_ACCOUNT, 7))?.isOwn).toBe(true);
    });
  });

  it('gives the views that were kept as one apart', async () => {
    await putVerification(db, ACCOUNT, verification());
    const moves = [{ url: 'https://news.example/two', at: START + 5 }];
    await addPageView(db, { ...pageView('a', START), moves });
    await addPageView(db, pageView('b', START + 3));
    const { rows } = await loadPageViews(db, 'v1');
    expect(rows.map(({ id, isMove }) => [id, isMove])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['a 1', true],
    ]);
  });

  it('changes expected trackers', async () => {
    await putVerification(db, ACCOUNT, verification());
    const change = (row: ReturnType<typeof verification>) => ({ ...row, expectedIds: [5] });
    expect(await changeVerification(db, 'v1', change)).toBe(true);
    expect(await changeVerification(db, 'none', change)).toBe(false);
    expect((await readVerification(db, 'v1'))?.expectedIds).toEqual([5]);
  });

  it('keeps requests in the order of their start, each once, apart for each verification', async () => {
    for (const id of ['v1', 'v2']) await putVerification(db, ACCOUNT, verification({ id }));
    await changeRequests(db, 'v1', { changed: [pixel(2), { ...pixel(1), outcome: 'pending' }] });
    await changeRequests(db, 'v1', { changed: [pixel(1)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    expect((await loadRequests(db, 'v1')).rows).toEqual([pixel(1), pixel(2)]);
    expect((await loadRequests(db, 'v2')).rows).toEqual([pixel(1)]);
  });

  it('drops in the same step what turned out to be part of another', async () => {
    for (const id of ['v1', 'v2']) await putVerification(db, ACCOUNT, verification({ id }));
    await changeRequests(db, 'v1', { changed: [pixel(1), pixel(2)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    await changeRequests(db, 'v1', { changed: [pixel(3)], gone: [pixel(1).key] });
    expect((await loadRequests(db, 'v1')).rows).toEqual([pixel(2), pixel(3)]);
    expect((await loadRequests(db, 'v2')).rows).toEqual([pixel(1)]);
  });

  it('counts rows that cannot be read, and leaves them where they are', async () => {
    const row = { account: ACCOUNT, v: 1 };
    await db.put('pixelRequests', { ...row, key: 'v1 odd', verificationId: 'v1', startedAt: 1 });
    await db.put('verifications', { ...row, id: 'odd' });
    await db.put('verifications', { ...row, ...verification({ id: 'later' }), v: 2 });
    await db.put('pageViews', { ...row, id: 'odd', verificationId: 'v1' });
    expect(await loadRequests(db, 'v1')).toEqual({ rows: [], unreadable: 1 });
    expect(await listVerifications(db, ACCOUNT)).toEqual({ rows: [], unreadable: 2 });
    expect(await loadPageViews(db, 'v1')).toEqual({ rows: [], unreadable: 1 });
    await pruneVerifications(db, { keep: 0, since: 0, emptyBefore: Infinity });
    expect(await db.count('verifications')).toBe(2);
  });

  it('of a run over pages stay where nothing fired, and while it goes on', async () => {
    const done = visited({ state: 'done' });
    await putVerification(db, ACCOUNT, verification({ id: 'going', visited: visited() }));
    await putVerification(db, ACCOUNT, verification({ id: 'done', visited: done }));
    await putVerification(db, ACCOUNT, verification({ id: 'panel' }));
    await pruneVerifications(db, { keep: 50, since: 0, emptyBefore: Infinity });
    expect(await db.getAllKeys('verifications')).toEqual(['done', 'going']);
    await pruneVerifications(db, { keep: 0, since: 0, emptyBefore: 0 });
    expect(await db.getAllKeys('verifications')).toEqual(['going']);
  });

  it('are seen by their own account, and those of nobody by everybody', async () => {
    const [one, other] = ['https://api.appnexus.com 1 1', 'https://api.appnexus.com 1 2'];
    for (const [id, account] of [
      ['of-one', one],
      ['of-other', other],
      ['of-nobody', NO_ACCOUNT],
    ] as const) {
      await putVerification(db, account, verification({ id }));
      await changeRequests(db, id, { changed: [pixel(1)] });
    }
    const seenBy = async (account: string) =>
      (await listVerifications(db, account)).rows.map(({ id }) => id).toSorted();
    expect(await seenBy(one)).toEqual(['of-nobody', 'of-one']);
    expect(await seenBy(other)).toEqual(['of-nobody', 'of-other']);
    expect(await seenBy(NO_ACCOUNT)).toEqual(['of-nobody']);
    const ids = ['of-one', 'of-other', 'of-nobody', 'gone'];
    const found = await findVerifications(db, one, ids);
    expect(found.map(({ id }) => id)).toEqual(['of-one', 'of-nobody']);
    expect(await countRecorded(db, one)).toBe(1);
    await deleteRecordings(db, one);
    expect(await countRecorded(db, one)).toBe(0);
    expect(await seenBy(one)).toEqual(['of-nobody']);
    expect(await seenBy(other)).toEqual(['of-nobody', 'of-other']);
    expect((await loadRequests(db, 'of-other')).rows).toHaveLength(1);
  });

  it('keeps nothing under a verification that is gone', async () => {
    expect(await changeRequests(db, 'gone', { changed: [pixel(1)] })).toBe(false);
    expect(await addPageView(db, { ...pageView('a', 1), verificationId: 'gone' })).toBe(false);
    expect([await db.count('pixelRequests'), await db.count('pageViews')]).toEqual([0, 0]);
  });

  it('deletes one with all it recorded, and nothing of another', async () => {
    for (const id of ['v1', 'v2']) {
      await putVerification(db, ACCOUNT, verification({ id }));
      await addPageView(db, { ...pageView(`of-${id}`, 1), verificationId: id });
      await changeRequests(db, id, { changed: [pixel(1), pixel(2)] });
    }
    await deleteVerification(db, 'v1');
    expect(await db.getAllKeys('verifications')).toEqual(['v2']);
    expect(await db.getAllKeys('pageViews')).toEqual(['of-v2']);
    expect((await loadRequests(db, 'v2')).rows).toHaveLength(2);
    expect(await db.count('pixelRequests')).toBe(2);
  });

  // In between a write would be kept under what is gone, where nobody finds it.
  it('leaves nothing behind of what is written while it is deleted', async () => {
    await putVerification(db, ACCOUNT, verification());
    const writes = Array.from({ length: 20 }, (_, index) => [
      () => changeRequests(db, 'v1', { changed: [pixel(index)] }),
      () => addPageView(db, pageView(`view-${index}`, index)),
    ]).flat();
    const deleting = deleteVerification(db, 'v1');
    const kept = await Promise.all(
      writes.map(async (write, index) => {
        for (let turn = 0; turn < index; turn += 1) await Promise.resolve();
        return write();
      }),
    );
    await deleting;
    expect([await db.count('pixelRequests'), await db.count('pageViews')]).toEqual([0, 0]);
    expect(kept).toContain(false);
  });

  it('prunes each account by itself', async () => {
    for (const [id, account] of [
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'other'],
    ] as const) {
      await putVerification(db, account, verification({ id, startedAt: id.charCodeAt(0) }));
    }
    await pruneVerifications(db, { keep: 1, since: 0, emptyBefore: 0 });
    expect(await db.getAllKeys('verifications')).toEqual(['b', 'c']);
  });

  it('clears requests and keeps the rest', async () => {
    await putVerification(db, ACCOUNT, verification({ id: 'v2' }));
    await putVerification(db, ACCOUNT, verification({ expectedIds: [1] }));
    await addPageView(db, pageView('b', 2));
    await addPageView(db, pageView('a', 1));
    await changeRequests(db, 'v1', { changed: [pixel(1)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    await clearRequests(db, 'v1', START);
    expect((await loadRequests(db, 'v1')).rows).toEqual([]);
    expect((await loadRequests(db, 'v2')).rows).toHaveLength(1);
    expect((await loadPageViews(db, 'v1')).rows.map((view) => view.id)).toEqual(['a', 'b']);
    expect(await readVerification(db, 'v1')).toMatchObject({ expectedIds: [1], clearedAt: START });
  });

  describe('are never pruned, however few are kept', () => {
    const keptOf = async (recording?: Parameters<typeof pruneVerifications>[2]) => {
      await putVerification(db, ACCOUNT, verification({ id: 'other', startedAt: 1, tabId: 9 }));
      await pruneVerifications(db, { keep: 0, since: Infinity, emptyBefore: Infinity }, recording);
      return db.getAllKeys('verifications');
    };

    it.each(['asked', 'window-closed', 'browser-ended', 'not-allowed', 'failed'] as const)(
      'a run over pages that is paused: %s',
      async (pause) => {
        const waiting = visited({ state: 'paused', pause });
        await putVerification(db, ACCOUNT, verification({ startedAt: 2, visited: waiting }));
        expect(await keptOf()).toEqual(['v1']);
      },
    );
    it.each(['stopped', 'done'] as const)('but one that is over: %s', async (state) => {
      await putVerification(db, ACCOUNT, verification({ visited: visited({ state }) }));
      expect(await keptOf()).toEqual([]);
    });

    it('the run that a baseline was accepted from, by itself or by a later one, behind any number of names', async () => {
      const baseline = { verificationId: 'first', startedAt: 2, acceptedAt: 3, pages: [] };
      const old = verification({ id: 'first', startedAt: 2, tabId: null });
      await putVerification(db, ACCOUNT, old);
      for (let index = 0; index < 201; index += 1) {
        const named = { id: `named ${index}`, startedAt: START + index, name: 'a', tabId: null };
        await putVerification(db, ACCOUNT, verification({ ...named, baseline }));
      }
      const left = await keptOf();
      expect(left).toContain('first');
      expect(left).not.toContain('named 0');
      expect(left).toContain('named 1');
      await putVerification(db, ACCOUNT, { ...old, baseline });
      expect(await keptOf()).toContain('first');
    });

    it('what is being recorded: by its id, and the newest of each recorded tab', async () => {
      for (const [id, tabId, startedAt] of [
        ['by id', 7, 2],
        ['before', 8, 3],
        ['in a tab', 8, 4],
      ] as const) {
        await putVerification(db, ACCOUNT, verification({ id, tabId, startedAt }));
      }
      expect(await keptOf({ id: 'by id', tabIds: [8, 12] })).toEqual(['by id', 'in a tab']);
    });
  });

  it('has room again once it is cleared', async () => {
    await putVerification(db, ACCOUNT, verification({ id: 'v1' }));
    await changeRequests(db, 'v1', { changed: [pixel(1), pixel(2)] });
    expect(await countRequests(db, 'v1')).toBe(2);
    await tellNotKept(db, 'v1', { since: START + 9, count: 4 });
    await tellNotKept(db, 'v1', { since: START + 12, count: 3 });
    expect((await readVerification(db, 'v1'))?.notKept).toEqual({ since: START + 9, count: 4 });
    await clearRequests(db, 'v1', START + 20);
    expect(await readVerification(db, 'v1')).toEqual(verification({ clearedAt: START + 20 }));
    expect(await countRequests(db, 'v1')).toBe(0);
  });

  it('prunes the oldest, and the empty ones before a moment', async () => {
    for (const [id, startedAt] of [
      ['v1', 1],
      ['v2', 2],
      ['v3', 3],
      ['v4', 4],
    ] as const) {
      await putVerification(db, ACCOUNT, verification({ id, startedAt }));
    }
    await changeRequests(db, 'v1', { changed: [pixel(1)] });
    await changeRequests(db, 'v2', { changed: [pixel(1)] });
    await addPageView(db, pageView('a', 1));
    await pruneVerifications(db, { keep: 3, since: 0, emptyBefore: 4 }, { id: 'v3', tabIds: [] });
    expect((await listVerifications(db, ACCOUNT)).rows.map((item) => item.id)).toEqual([
      'v4',
      'v3',
      'v2',
    ]);
    expect((await loadRequests(db, 'v1')).rows).toEqual([]);
    expect((await loadPageViews(db, 'v1')).rows).toEqual([]);
  });
});

describe('a recording that was read from a file', () => {
  const fileOf = (digest: string) => ({
    name: 'a.har',
    digest,
    recordedAt: START,
    entries: 3,
    leftOut: { entries: 0, unreadable: 0, requests: 0, pages: 0, cut: 0 },
  });
  const recordingOf = (id: string, digest = 'abc') => ({
    verification: verification({ id, tabId: null, file: fileOf(digest) }),
    pageViews: [{ ...pageView('a', START), verificationId: id, url: '', title: 'A fine day' }],
    requests: [pixel(1), pixel(2)],
  });

  it('is kept and read as any other', async () => {
    expect(await keepFileRecording(db, ACCOUNT, recordingOf('f1'))).toBe('f1');
    expect(await readVerification(db, 'f1')).toEqual(recordingOf('f1').verification);
    expect((await loadPageViews(db, 'f1')).rows).toEqual(recordingOf('f1').pageViews);
    expect((await loadRequests(db, 'f1')).rows).toEqual([pixel(1), pixel(2)]);
    expect(await countRecorded(db, ACCOUNT)).toBe(2);
  });

  it('is there once, however often the file is read', async () => {
    await keepFileRecording(db, ACCOUNT, recordingOf('f1'));
    expect(await keepFileRecording(db, ACCOUNT, recordingOf('f2'))).toBe('f1');
    expect((await listVerifications(db, ACCOUNT)).rows).toHaveLength(1);
    expect(await countRecorded(db, ACCOUNT)).toBe(2);
  });

  it('is another’s where another file or another person has it', async () => {
    await putVerification(db, ACCOUNT, verification({ id: 'live' }));
    await keepFileRecording(db, ACCOUNT, recordingOf('f1'));
    expect(await keepFileRecording(db, ACCOUNT, recordingOf('f2', 'other'))).toBe('f2');
    expect(await keepFileRecording(db, 'somebody else', recordingOf('f3'))).toBe('f3');
  });

  it('goes with all it holds', async () => {
    await keepFileRecording(db, ACCOUNT, recordingOf('f1'));
    await deleteVerification(db, 'f1');
    expect(await countRecorded(db, ACCOUNT)).toBe(0);
    expect(await keepFileRecording(db, ACCOUNT, recordingOf('f2'))).toBe('f2');
    await deleteRecordings(db, ACCOUNT);
    expect((await listVerifications(db, ACCOUNT)).rows).toEqual([]);
  });
});
