import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { plannedJob } from '@/lib/core/job/job';
import { plannedLongJob } from '@/lib/core/job/long';
import { SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';
import { forgetAccount } from '@/lib/store/accounts';
import { type Database, openDatabase } from '@/lib/store/database';
import { countForms, readDraft, writeDraft } from '@/lib/store/drafts';
import { beginJob, countLeft, listJobs } from '@/lib/store/jobs';
import { completeSync } from '@/lib/store/listed-trackers';
import { readSync } from '@/lib/store/syncs';
import { findTrackers, putTrackers } from '@/lib/store/trackers';
import { findVerifications, putVerification } from '@/lib/store/verifications';

import { tracker } from '../components/trackers/build';
import { verification } from '../core/verification/build';

const FORM = 'form:7:new';
const { advertiserId } = tracker(1, '');

let db: Database;
let names = 0;

/** Two people of one browser, each with one of everything. */
beforeEach(async () => {
  db = await openDatabase(`accounts-${(names += 1)}`);
  for (const account of ['one', 'other']) {
    await putTrackers(db, account, [tracker(1, 'One')]);
    const ended = { advertiserId, completedAt: 1, startedAt: 1, unreadable: [], withheld: 0 };
    await completeSync(db, account, ended, new Set([1]));
    await writeDraft(db, account, FORM, 'typed');
    const job = { id: account, account, subject: FORM, kind: 'k', fingerprint: 'f', plan: null };
    await beginJob(db, plannedJob({ ...job, startedAt: 1 }), []);
    await putVerification(db, account, verification({ id: account }));
  }
  await writeDraft(db, 'one', SIGN_IN_KEY, { username: 'one' });
});

/** What there is of an account. */
const heldBy = async (account: string) => ({
  trackers: (await findTrackers(db, account, [1])).length,
  synced: (await readSync(db, account, advertiserId)).completedAt,
  typed: await readDraft(db, account, FORM),
  jobs: (await listJobs(db)).filter((job) => job.account === account).length,
  recordings: (await findVerifications(db, account, [account])).length,
});

it('has as many forms to lose as something is typed in', async () => {
  await writeDraft(db, 'one', 'builder:7', 'typed');
  await writeDraft(db, 'one', 'tag-sheet:7', 'chosen');
  await writeDraft(db, 'one', 'route', 'list');
  expect(await Promise.all([countForms(db, 'one'), countForms(db, 'other')])).toEqual([2, 1]);
  expect(await countForms(db, 'on')).toBe(0);
});

it('has as many rows of runs to lose as are not done', async () => {
  const job = { kind: 'k', fingerprint: 'f', plan: null, subject: 'run', startedAt: 1 };
  const begin = (id: string, account: string, total: number) =>
    beginJob(db, plannedLongJob({ ...job, id, account }, total, 3), []);
  await begin('run', 'one', 200);
  await begin('over', 'one', 0);
  expect(await Promise.all([countLeft(db, 'one'), countLeft(db, 'other')])).toEqual([200, 0]);
});

describe('an account that is forgotten', () => {
  it('leaves nothing but its recordings', async () => {
    await forgetAccount(db, 'one');
    expect(await heldBy('one')).toEqual({
      trackers: 0,
      synced: null,
      typed: undefined,
      jobs: 0,
      recordings: 1,
    });
    expect(await readDraft(db, 'one', SIGN_IN_KEY)).toBeUndefined();
  });

  it('takes nothing of another one with it', async () => {
    const before = await heldBy('other');
    expect(before).toMatchObject({ trackers: 1, synced: 1, typed: 'typed', jobs: 1 });
    await forgetAccount(db, 'one');
    expect(await heldBy('other')).toEqual(before);
  });
});
