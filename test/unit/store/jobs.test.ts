import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { type Job, plannedJob } from '@/lib/core/job/job';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { type Database, openDatabase } from '@/lib/store/database';
import { readDraft, writeDraft } from '@/lib/store/drafts';
import { beginJob, markDraft, listJobs, noteJob } from '@/lib/store/jobs';
import { findTrackers, listTrackers } from '@/lib/store/trackers';

const TRACKER: Tracker = {
  id: 21,
  memberId: 2,
  advertiserId: 7,
  name: 'Once',
  code: null,
  state: 'active',
  lineItem: null,
  publisher: null,
  placement: null,
  paymentRule: null,
  lastModified: 5,
};
const ACCOUNT = 'one';
const KEY = 'form:7:new';
const job = (id: string, startedAt = 1000): Job =>
  plannedJob({
    id,
    account: 'one',
    subject: KEY,
    kind: 'tracker-create',
    fingerprint: '[]',
    plan: { changes: { name: 'Once' } },
    startedAt,
  });

let db: Database;
let names = 0;
beforeEach(async () => {
  db = await openDatabase(`jobs-${(names += 1)}`);
});

describe('the journal on the disk', () => {
  it('gives back what was written, oldest first', async () => {
    await beginJob(db, job('b', 2000), []);
    await beginJob(db, job('a', 1000), []);
    expect(await listJobs(db)).toEqual([job('a', 1000), job('b', 2000)]);
  });

  it('forgets those that are over as another begins', async () => {
    await beginJob(db, job('a'), []);
    await beginJob(db, job('b'), ['a']);
    expect((await listJobs(db)).map(({ id }) => id)).toEqual(['b']);
  });

  it('leaves what it cannot read where it is', async () => {
    await db.put('jobs', { ...job('c'), v: 2 });
    await beginJob(db, job('a'), []);
    expect((await listJobs(db)).map(({ id }) => id)).toEqual(['a']);
    expect(await db.count('jobs')).toBe(2);
  });

  it('keeps what a job leaves together with its entry', async () => {
    await beginJob(db, job('a'), []);
    await writeDraft(db, ACCOUNT, KEY, { name: 'Once' });
    const drafts = [{ key: KEY, was: await markDraft(db, ACCOUNT, KEY) }];
    expect(await noteJob(db, job('a', 3000), { put: [TRACKER], drafts })).toBe(true);
    expect(await listJobs(db)).toEqual([job('a', 3000)]);
    expect((await listTrackers(db, ACCOUNT, 7)).rows).toEqual([TRACKER]);
    expect(await readDraft(db, ACCOUNT, KEY)).toBeUndefined();
    await noteJob(db, job('a'), { remove: [21], drafts: [{ key: KEY }] });
    expect(await findTrackers(db, ACCOUNT, [21])).toEqual([]);
  });

  it.each([
    ['was typed since', { name: 'Once' }, { name: 'Once more' }, { name: 'Once more' }],
    ['was begun since', undefined, { name: 'Another' }, { name: 'Another' }],
  ])('leaves a draft that %s', async (_, was, typed, left) => {
    await beginJob(db, job('a'), []);
    if (was) await writeDraft(db, ACCOUNT, KEY, was);
    const mark = { key: KEY, was: await markDraft(db, ACCOUNT, KEY) };
    await writeDraft(db, ACCOUNT, KEY, typed);
    await noteJob(db, job('a'), { drafts: [mark] });
    expect(await readDraft(db, ACCOUNT, KEY)).toEqual(left);
  });

  it('writes nothing for a person who has left', async () => {
    await writeDraft(db, ACCOUNT, KEY, 'of somebody else');
    expect(await noteJob(db, job('a'), { put: [TRACKER], drafts: [{ key: KEY }] })).toBe(false);
    expect(await listJobs(db)).toEqual([]);
    expect(await findTrackers(db, ACCOUNT, [21])).toEqual([]);
    expect(await readDraft(db, ACCOUNT, KEY)).toBe('of somebody else');
  });
});
