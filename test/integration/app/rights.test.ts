import { describe, expect, it } from 'vitest';

import { refusedBefore } from '@/lib/core/tracker/refused-before';
import { listJobs } from '@/lib/store/jobs';

import { type World, world } from './support/world';

const SAID = 'You may not change impression trackers';
const UNAUTH = { error_id: 'UNAUTH', error: SAID, service: 'imptracker', method: 'PUT' };
const CREATE = { name: 'New one', lineItemId: 640_303, publisherId: 880_202 };
const change = ({ page }: World, name: string) =>
  page('trackers.save', { id: 90_011, advertiserId: 700_101, changes: { name } });
const create = ({ page }: World) =>
  page('trackers.save', { id: null, advertiserId: 700_101, changes: CREATE });
/** What the next form is told before it is filled in. */
const told = async ({ db, browser }: World, isNew: boolean) =>
  refusedBefore(await listJobs(db), await browser.plugs.account(), isNew);

describe('a right that is missing', () => {
  it('is told by the first refusal, and from then on before a form is filled in', async () => {
    const all = await world();
    expect(await told(all, false)).toBeNull();
    all.sandbox.setFault({ kind: 'answer', response: UNAUTH, method: 'PUT', times: 1 });
    await expect(change(all, 'Mine')).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await told(all, false)).toBe(SAID);
    expect(await told(all, true), 'of a new one nothing is known').toBeNull();
  });

  it('and granted since is told no more', async () => {
    const all = await world();
    all.sandbox.setFault({ kind: 'answer', response: UNAUTH, method: 'POST', times: 1 });
    await expect(create(all)).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await told(all, true)).toBe(SAID);
    await create(all);
    expect(await told(all, true)).toBeNull();
  });

  it('is that of who was refused, and of nobody who signs in later', async () => {
    const all = await world();
    all.sandbox.setFault({ kind: 'answer', response: UNAUTH, method: 'PUT', times: 1 });
    await expect(change(all, 'Mine')).rejects.toMatchObject({ code: 'not-permitted' });
    await all.page('session.signIn', all.typed('read.only'));
    expect(await told(all, false)).toBeNull();
  });
});
