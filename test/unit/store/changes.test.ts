import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';

import { type Change, changedTrackers } from '@/lib/core/base/change';
import { MAX_CHANGED_IDS } from '@/lib/core/base/limits';
import { plannedJob } from '@/lib/core/job/job';
import { NoticeSchema } from '@/lib/messaging/notices';
import { forgetAccount } from '@/lib/store/accounts';
import { tellChangesTo } from '@/lib/store/changes';
import { type Database, openDatabase } from '@/lib/store/database';
import { clearDraft, writeDraft } from '@/lib/store/drafts';
import { beginJob, noteJob } from '@/lib/store/jobs';
import { completeChanges, completeSync, putListed } from '@/lib/store/listed-trackers';
import { findTrackers, putTrackers } from '@/lib/store/trackers';
import * as verifications from '@/lib/store/verifications';

import { tracker } from '../components/trackers/build';
import { pageView, request, START, verification } from '../core/verification/build';

const { advertiserId } = tracker(1, '');
const ENDED = { advertiserId, completedAt: 1, startedAt: 1, unreadable: [], withheld: 0 };
const FORM = 'form:1:new';
const SERVED = 10_000_000;
const JOB = plannedJob({
  id: 'a',
  account: 'x',
  subject: 's',
  kind: 'k',
  fingerprint: 'f',
  plan: null,
  startedAt: 1,
});

const ACCOUNT = 'x';
let databases = 0;
let db: Database;
let told: Change[];
beforeEach(async () => {
  told = [];
  db = await openDatabase(`changes-${(databases += 1)}`, (change) => told.push(change));
});

describe('every write is told once it is on disk', () => {
  it.each<[string, (db: Database) => Promise<unknown>, Change[]]>([
    ['trackers', (it) => putTrackers(it, ACCOUNT, [tracker(1, 'One')]), [changedTrackers([1])]],
    ['no trackers', (it) => putTrackers(it, ACCOUNT, []), []],
    [
      'a page of a list, of which one is other than before',
      async (it) => {
        await putListed(it, ACCOUNT, advertiserId, [tracker(1, 'One'), tracker(2, 'Two')], SERVED);
        await putListed(it, ACCOUNT, advertiserId, [tracker(1, 'One'), tracker(2, 'New')], SERVED);
      },
      [changedTrackers([1, 2]), changedTrackers([2])],
    ],
    [
      'the end of a list, on which one is no more',
      async (it) => {
        await putListed(it, ACCOUNT, advertiserId, [tracker(1, 'One'), tracker(2, 'Two')], SERVED);
        await completeSync(it, ACCOUNT, ENDED, new Set([1]));
      },
      [changedTrackers([1, 2]), changedTrackers([2])],
    ],
    [
      'changes of which one cannot be read',
      (it) => completeChanges(it, ACCOUNT, ENDED, [4]),
      [changedTrackers([4])],
    ],
    [
      'a job',
      async (it) => {
        await beginJob(it, JOB, []);
        await noteJob(it, JOB, { put: [tracker(1, '')], remove: [2], drafts: [{ key: FORM }] });
      },
      [changedTrackers([1, 2]), { what: 'drafts', ids: [FORM] }],
    ],
    [
      'a job whose person has left',
      (it) => noteJob(it, JOB, { put: [tracker(1, '')], remove: [2] }),
      [],
    ],
    [
      'drafts',
      async (it) => {
        await writeDraft(it, ACCOUNT, FORM, 1);
        await clearDraft(it, ACCOUNT, FORM);
      },
      [
        { what: 'drafts', ids: [FORM] },
        { what: 'drafts', ids: [FORM] },
      ],
    ],
    [
      'a recording, its pages, its requests and what is expected of it',
      async (it) => {
        const { id } = verification();
        await verifications.putVerification(it, ACCOUNT, verification());
        await verifications.addPageView(it, pageView('a', START));
        await verifications.changeRequests(it, id, {
          changed: [request('https://ib.adnxs.com/imptr?id=1')],
        });
        await verifications.changeVerification(it, id, (row) => ({ ...row, expectedIds: [1] }));
        await verifications.changeVerification(it, 'not there', (row) => row);
        await verifications.pruneVerifications(it, { keep: 0, since: 0, emptyBefore: 0 });
      },
      Array.from({ length: 5 }, () => ({ what: 'verifications', ids: [verification().id] })),
    ],
  ])('%s', async (_, write, changes) => {
    await write(db);
    expect(told).toEqual(changes);
  });

  it('after it can be read', async () => {
    const read: Promise<unknown>[] = [];
    const name = `changes-${(databases += 1)}`;
    const other = await openDatabase(name);
    const one = await openDatabase(name, () => read.push(findTrackers(other, ACCOUNT, [1])));
    await putTrackers(one, ACCOUNT, [tracker(1, 'One')]);
    expect(await Promise.all(read)).toEqual([[tracker(1, 'One')]]);
  });

  it('is told as any, where there are more than are told one by one', () => {
    const many = Array.from({ length: MAX_CHANGED_IDS + 1 }, (_, id) => id);
    expect(changedTrackers(many)).toEqual({ what: 'trackers', ids: null });
    expect(changedTrackers(many.slice(1)).ids).toHaveLength(MAX_CHANGED_IDS);
    const tooMany = { what: 'trackers', ids: many };
    expect(NoticeSchema.safeParse({ kind: 'changed', change: tooMany }).success).toBe(false);
  });
});

/** A database whose transactions are never done. */
function neverDone(real: Database): Database {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...of: unknown[]): unknown => {
        const made: unknown = Reflect.apply(value, target, of);
        if (name !== 'transaction' || typeof made !== 'object' || made === null) return made;
        return new Proxy(made, {
          get(transaction, member) {
            if (member === 'done') return new Promise(() => {});
            const part: unknown = Reflect.get(transaction, member);
            return typeof part === 'function' ? part.bind(transaction) : part;
          },
        });
      };
    },
  });
}

describe('nothing is told of a write before it is on disk', () => {
  const OTHER_JOB = { ...JOB, state: 'done' as const };
  it.each<[string, (db: Database) => Promise<unknown>]>([
    ['trackers', (it) => putTrackers(it, ACCOUNT, [tracker(1, 'One')])],
    ['a page', (it) => putListed(it, ACCOUNT, advertiserId, [tracker(1, 'New')], SERVED)],
    ['the end of a list', (it) => completeSync(it, ACCOUNT, ENDED, new Set())],
    ['the end of changes', (it) => completeChanges(it, ACCOUNT, ENDED, [2])],
    ['a draft', (it) => writeDraft(it, ACCOUNT, FORM, 'typed')],
    ['a job', (it) => noteJob(it, OTHER_JOB, { put: [tracker(3, 'Three')] })],
    ['requests', (it) => verifications.changeRequests(it, 'v1', { changed: [request()] })],
    ['a page view', (it) => verifications.addPageView(it, pageView('b', START))],
    ['what is expected', (it) => verifications.changeVerification(it, 'v1', (row) => row)],
    ['a deletion', (it) => verifications.deleteVerification(it, 'v1')],
    ['who leaves', (it) => forgetAccount(it, ACCOUNT)],
  ])('%s', async (_, write) => {
    await putTrackers(db, ACCOUNT, [tracker(1, 'One'), tracker(2, 'Two')]);
    await verifications.putVerification(db, ACCOUNT, verification());
    await beginJob(db, JOB, []);
    told.length = 0;
    const slow = neverDone(db);
    const early: Change[] = [];
    tellChangesTo(slow, (change) => early.push(change));
    void write(slow);
    // By then all of it has been written, as another transaction over the same stores shows.
    const stores = [...db.objectStoreNames];
    for (let turn = 0; turn < 3; turn += 1) {
      await db.transaction(stores, 'readwrite').done;
    }
    expect(early).toEqual([]);
  });
});
