import { describe, expect, it } from 'vitest';

import type { PickerQuery } from '@/lib/core/tracker/picker';

import { openBuilder, worldWithBuilder } from './support/builder';
import { withFields } from './support/wire';
import { type World, world } from './support/world';

const LINE_ITEMS: PickerQuery = { kind: 'line-item', advertiserId: 700_101 };
const PUBLISHERS: PickerQuery = { kind: 'publisher' };
const PLACEMENTS: PickerQuery = { kind: 'placement', publisherId: 880_202 };
const RULES: PickerQuery = { kind: 'payment-rule', publisherId: 880_202 };
const find = ({ page }: Pick<World, 'page'>, query: PickerQuery, text: string) =>
  page('objects.search', { query, text });

describe('what is offered has', () => {
  it.each<[string, PickerQuery, string, object]>([
    ['a line item', LINE_ITEMS, '640303', { owner: { id: 700_101, name: '700101' } }],
    ['a publisher', PUBLISHERS, '880202', {}],
    ['a payment rule', RULES, '77606', {}],
    ['a placement', PLACEMENTS, '15150404', { owner: { id: 880_202, name: 'Tidewater News' } }],
  ])('%s: its id, name and state, and whose it is', async (_, query, text, more) => {
    const [first] = await find(await world(), query, text);
    expect(first).toMatchObject({ id: Number(text), state: 'active', ...more });
  });

  it('its code, and nothing of what the service did not tell or told oddly', async () => {
    const all = await world();
    all.wire.put(async (_, goOn) =>
      withFields(await goOn(), () => ({
        publishers: [
          { id: 1, name: 'A', code: 'AA', state: 'inactive' },
          { id: '2', name: null, code: 7, state: 'paused' },
          { id: 3, code: { odd: true }, state: 4, publisher_id: 5 },
        ],
      })),
    );
    expect(await find(all, PUBLISHERS, '')).toEqual([
      { id: 1, name: 'A', code: 'AA', state: 'inactive' },
      { id: 2, name: '2', code: '7' },
      { id: 3, name: '3' },
    ]);
  });
});

describe('of another publisher', () => {
  const OTHERS: PickerQuery = { kind: 'placement', publisherId: 880_203 };

  it('a placement is not offered, unless its id is typed: then it says whose it is', async () => {
    const all = await world();
    expect(await find(all, OTHERS, 'Home')).not.toContainEqual(
      expect.objectContaining({ id: 15_150_404 }),
    );
    expect(await find(all, OTHERS, '15150404')).toEqual([
      expect.objectContaining({ id: 15_150_404, owner: { id: 880_202, name: 'Tidewater News' } }),
    ]);
  });

  it('nothing is offered of a service that ignores whose they are to be', async () => {
    const all = await world();
    all.sandbox.setFault({ kind: 'ignore', parameters: ['publisher_id'] });
    const found = await find(all, PLACEMENTS, '').catch(() => []);
    expect(found.filter(({ owner }) => owner && owner.id !== 880_202)).toEqual([]);
  });

  it('an id that nobody has is not found, and one that is being typed is not asked for everywhere', async () => {
    const all = await world();
    expect(await find(all, OTHERS, '999999999')).toEqual([]);
    const before = all.wire.sent.length;
    await find(all, OTHERS, '15');
    expect(all.wire.sent).toHaveLength(before + 1);
  });
});

describe('what was chosen before', () => {
  const note = ({ page }: Pick<World, 'page'>, query: PickerQuery, id: number) =>
    page('objects.noteChosen', { query, id });

  it('comes first, newest first, under its name of now; a later worker knows it, too', async () => {
    const all = await world();
    const names = await find(all, PUBLISHERS, '');
    const [last, before] = [names.at(-1), names.at(-2)];
    if (!last || !before) throw new Error('there are no publishers');
    await Promise.all([note(all, PUBLISHERS, before.id), note(all, PUBLISHERS, last.id)]);
    const found = await find(all.restarted(), PUBLISHERS, '');
    expect(found.slice(0, 2)).toEqual([
      { ...last, isRecent: true },
      { ...before, isRecent: true },
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it('is not offered where it is gone, of another publisher, or while something is typed', async () => {
    const all = await world();
    for (const id of [1, 15_150_404]) await note(all, PLACEMENTS, id);
    const found = await find(all, PLACEMENTS, '');
    expect(found.filter(({ isRecent }) => isRecent).map(({ id }) => id)).toEqual([15_150_404]);
    const other = await find(all, { kind: 'placement', publisherId: 880_203 }, '');
    expect(other.filter(({ isRecent }) => isRecent)).toEqual([]);
    expect((await find(all, PLACEMENTS, 'home')).filter(({ isRecent }) => isRecent)).toEqual([]);
  });

  it('fails alone: the list is there without it', async () => {
    const all = await world();
    await note(all, PUBLISHERS, 880_202);
    all.wire.put((sent, goOn) =>
      sent.query.has('id') ? Promise.reject(new TypeError('lost')) : goOn(),
    );
    expect((await find(all, PUBLISHERS, '')).length).toBeGreaterThan(10);
  });

  it('belongs to who chose it', async () => {
    const all = await world();
    await note(all, PUBLISHERS, 880_202);
    await all.page('session.signIn', all.typed('read.only'));
    expect((await find(all, PUBLISHERS, '')).some(({ isRecent }) => isRecent)).toBe(false);
  });

  it('goes when they sign out, as the policy says', async () => {
    const all = await world();
    await note(all, PUBLISHERS, 880_202);
    await all.page('session.signOut', { recordings: 'keep' });
    await all.page('session.signIn', all.typed('trafficker'));
    expect((await find(all, PUBLISHERS, '')).some(({ isRecent }) => isRecent)).toBe(false);
  });

  it('in the builder is the same as in the popup, and of its advertiser alone', async () => {
    const all = await worldWithBuilder();
    const { token } = all;
    const line = { token, kind: 'line-item' as const, publisherId: null };
    await all.builder('builder.noteChosen', { ...line, id: 640_303 });
    const found = await find(all, LINE_ITEMS, '');
    expect(found[0]).toMatchObject({ id: 640_303, isRecent: true });
    all.browser.held.advertiser = all.advertisers.medium;
    await expect(all.builder('builder.noteChosen', { ...line, id: 1 })).rejects.toMatchObject({
      code: 'advertiser-changed',
    });
  });
});

describe('trackers that reports cannot tell from a new one, in the builder', () => {
  const ids = { lineItemId: 640_303, publisherId: 880_202, placementId: null, paymentRuleId: null };

  it('are named, and whether all are known is said', async () => {
    const all = await worldWithBuilder();
    const { token } = all;
    const first = await all.colleague.create(700_101, 'Twin');
    expect(await all.builder('builder.sameInReports', { token, ...ids })).toMatchObject({
      count: 0,
      isWhole: true,
    });
    await all.page('trackers.sync', { advertiserId: 700_101, whole: true });
    expect(await all.builder('builder.sameInReports', { token, ...ids })).toEqual({
      named: [{ id: first, name: 'Twin' }],
      count: 1,
      isWhole: true,
    });
    const other = { ...ids, placementId: 15_150_404 };
    expect(await all.builder('builder.sameInReports', { token, ...other })).toMatchObject({
      count: 0,
    });
  });

  it('are not told to who is not signed in', async () => {
    const all = await worldWithBuilder({ user: null });
    await expect(
      all.builder('builder.sameInReports', { token: all.token, ...ids }),
    ).rejects.toMatchObject({ code: 'session-expired' });
  });

  it('of a member without trackers the builder knows before a form is filled in', async () => {
    expect((await worldWithBuilder({ user: 'no.trackers' })).started).toMatchObject({
      canWrite: true,
      trackersEnabled: false,
    });
    const all = await worldWithBuilder();
    expect((await openBuilder(all, all.background)).started.trackersEnabled).toBe(true);
  });
});
