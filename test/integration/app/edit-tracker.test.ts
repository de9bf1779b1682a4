import { describe, expect, it } from 'vitest';

import type { TrackerChanges } from '@/lib/core/tracker/draft';
import { findTrackers } from './support/stores';

import type { FaultInput } from '../../sandbox/index.ts';
import { cachedLines, serviceLines, world } from './support/world';

const ADVERTISER = 700_101;
/** Its line item 640303, publisher 880202 with placement 15150404 and payment rule 77606. */
const LEAST = { name: 'New one', lineItemId: 640_303, publisherId: 880_202 };
const FULL = { ...LEAST, code: 'HC-9', placementId: 15_150_404, paymentRuleId: 77_606 };

const create = (changes: TrackerChanges) => ({ id: null, advertiserId: ADVERTISER, changes });
const change = (id: number, changes: TrackerChanges) => ({ id, advertiserId: ADVERTISER, changes });

describe('a new tracker', () => {
  it.each<[string, TrackerChanges, object]>([
    ['with the least', LEAST, { code: null, state: 'active', placement: null, paymentRule: null }],
    ['with everything', FULL, { code: 'HC-9', placement: { id: 15_150_404 } }],
    ['that does not count yet', { ...LEAST, state: 'inactive' }, { state: 'inactive' }],
  ])('%s is what the service made of it, and cached', async (_, changes, made) => {
    const { page, db } = await world();
    const tracker = await page('trackers.save', create(changes));
    expect(tracker).toMatchObject({ name: 'New one', advertiserId: ADVERTISER, ...made });
    expect(await findTrackers(db, [tracker.id])).toEqual([tracker]);
  });

  it.each<[string, TrackerChanges, string]>([
    ['without a publisher', { ...LEAST, publisherId: undefined }, 'invalid-input'],
    ['with a line item of another advertiser', { ...LEAST, lineItemId: 640_306 }, 'invalid-input'],
    ['with a placement of another publisher', { ...FULL, publisherId: 880_203 }, 'invalid-input'],
    ['with a publisher that is gone', { ...LEAST, publisherId: 1 }, 'not-found'],
  ])('%s is refused, and nothing is cached', async (_, changes, code) => {
    const { page, db } = await world();
    await expect(page('trackers.save', create(changes))).rejects.toMatchObject({ code });
    expect(await cachedLines(db, ADVERTISER)).toEqual([]);
  });
});

describe('a changed tracker', () => {
  it.each<[string, TrackerChanges, object, object]>([
    ['a name', { name: 'Renamed' }, { name: 'Renamed' }, { name: 'Renamed', code: 'HC-9' }],
    ['no code', { code: null }, { code: null }, { code: null }],
    ['no placement', { placementId: null }, { tag: null }, { placement: null }],
    ['no payment rule', { paymentRuleId: null }, { payment_rule: null }, { paymentRule: null }],
    [
      'another publisher, whose placement and rule it cannot keep',
      { publisherId: 880_203, placementId: null, paymentRuleId: null },
      { publisher: { id: 880_203 }, tag: null, payment_rule: null },
      { publisher: { id: 880_203 }, placement: null, paymentRule: null },
    ],
  ])('%s: only that is sent', async (_, changes, sent, shown) => {
    const { page, db, wire } = await world();
    const { id } = await page('trackers.save', create(FULL));
    const tracker = await page('trackers.save', change(id, changes));
    expect(tracker).toMatchObject(shown);
    expect(wire.sentTo('PUT', '/imptracker').map(({ body }) => body)).toEqual([
      { imptracker: sent },
    ]);
    expect(await findTrackers(db, [id])).toEqual([tracker]);
  });

  it('that somebody deleted is not there any more', async () => {
    const { page, colleague } = await world();
    await colleague.remove(90_011);
    await expect(page('trackers.save', change(90_011, { name: 'Renamed' }))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('deleting and opening', () => {
  it.each([
    ['is gone', false],
    ['that was gone already is as good as deleted', true],
  ])('a deleted tracker %s', async (_, isGone) => {
    const { page, db, colleague } = await world();
    await page('trackers.sync', { advertiserId: ADVERTISER, whole: true });
    if (isGone) await colleague.remove(90_011);
    await page('trackers.delete', { id: 90_011 });
    expect(await findTrackers(db, [90_011])).toEqual([]);
    expect(await cachedLines(db, ADVERTISER)).toEqual(await serviceLines(colleague, ADVERTISER));
  });

  it('an opened tracker is as it is now, whatever was cached', async () => {
    const { page, db, colleague } = await world();
    await page('trackers.sync', { advertiserId: ADVERTISER, whole: true });
    await colleague.change(90_011, { name: 'Renamed elsewhere' });
    expect(await page('trackers.open', { id: 90_011 })).toMatchObject({
      name: 'Renamed elsewhere',
    });
    expect((await findTrackers(db, [90_011]))[0]?.name).toBe('Renamed elsewhere');
  });
});

describe('who may not write is told so before anything is sent', () => {
  it.each([
    ['read.only', create(LEAST), 'not-permitted'],
    ['read.only', change(90_011, { name: 'Mine' }), 'not-permitted'],
    ['no.trackers', create(LEAST), 'trackers-not-enabled'],
  ] as const)('%s: %o', async (user, input, code) => {
    const { page, wire } = await world({ user });
    await expect(page('trackers.save', input)).rejects.toMatchObject({ code });
    expect(wire.sent.filter(({ path }) => path === '/imptracker')).toEqual([]);
  });

  it('read.only: deleting', async () => {
    const { page, wire } = await world({ user: 'read.only' });
    await expect(page('trackers.delete', { id: 90_011 })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    expect(wire.sentTo('DELETE', '/imptracker')).toEqual([]);
  });
});

describe('a save that fails', () => {
  it.each<[FaultInput, string]>([
    [{ kind: 'drop' }, 'network'],
    [{ kind: 'malformed' }, 'bad-answer'],
    [{ kind: '503', throttling: false }, 'service-down'],
    [{ kind: '429', retryAfter: 600 }, 'rate-limited'],
    [{ kind: 'expired' }, 'session-expired'],
  ])('by %o says %s and caches nothing', async (fault, code) => {
    const { page, db, sandbox } = await world();
    sandbox.setFault({ ...fault, method: 'POST' });
    await expect(page('trackers.save', create(LEAST))).rejects.toMatchObject({ code });
    expect(await cachedLines(db, ADVERTISER)).toEqual([]);
  });
});
