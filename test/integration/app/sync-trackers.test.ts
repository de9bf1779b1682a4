import { describe, expect, it } from 'vitest';

import { countTrackers, listTrackers, readSync } from './support/stores';

import { cachedLines, serviceLines, type World, world } from './support/world';

const MEDIUM = 700_102;
const sync = ({ page }: World, whole = false) =>
  page('trackers.sync', { advertiserId: MEDIUM, whole });
const lists = (of: World, advertiserId = MEDIUM) =>
  of.wire
    .sentTo('GET', '/imptracker')
    .filter(({ query }) => query.get('advertiser_id') === String(advertiserId));

describe('the first sync', () => {
  it('brings every tracker, in pages by id, and tells how far it is', async () => {
    const all = await world();
    expect(await sync(all)).toEqual({ count: 250 });
    expect(await cachedLines(all.db, MEDIUM)).toEqual(await serviceLines(all.colleague, MEDIUM));
    expect(lists(all).map(({ query }) => query.toString())).toEqual(
      ['', '&min_id=90113', '&min_id=90113'].map(
        (key, page) =>
          `advertiser_id=${MEDIUM}&sort=id.asc${key}&start_element=${[0, 0, 99][page]}&num_elements=100`,
      ),
    );
    const told = all.background.notices.filter(({ kind }) => kind === 'sync-progress');
    expect(told[0]).toEqual({
      kind: 'sync-progress',
      advertiserId: MEDIUM,
      loaded: 100,
      total: 250,
    });
    expect(told.at(-1)).toMatchObject({ loaded: 250, total: 250 });
    expect(await readSync(all.db, MEDIUM)).toMatchObject({ completedAt: all.clock.now() });
  });

  it('shows the newest first, not the first by name or id', async () => {
    const all = await world();
    await sync(all);
    const changes = (await listTrackers(all.db, MEDIUM)).map(({ lastModified }) => lastModified);
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
  });

  it.each([
    ['small', 700_101, 2],
    ['without any', 700_901, 0],
  ])('of an advertiser that is %s', async (_, advertiserId, count) => {
    const { page, db } = await world();
    expect(await page('trackers.sync', { advertiserId, whole: false })).toEqual({ count });
    expect(await countTrackers(db, advertiserId)).toBe(count);
  });

  it('keeps the pages that came where one does not, and is not done', async () => {
    const all = await world();
    all.wire.put(({ query }, goOn) =>
      query.get('start_element') === '99' ? Promise.reject(new TypeError('lost')) : goOn(),
    );
    await expect(sync(all)).rejects.toMatchObject({ code: 'network' });
    expect(await countTrackers(all.db, MEDIUM)).toBeGreaterThanOrEqual(100);
    expect(await readSync(all.db, MEDIUM)).toMatchObject({ completedAt: null });
    all.wire.clear();
    expect(await sync(all)).toEqual({ count: 250 });
  });
});

describe('a later sync', () => {
  const synced = async () => {
    const all = await world();
    await sync(all);
    all.clock.forward(10);
    all.wire.sent.length = 0;
    return all;
  };

  it.each<[string, (all: World) => Promise<unknown>, number]>([
    ['nothing', async () => {}, 2],
    ['a change', ({ colleague }) => colleague.change(90_020, { name: 'Changed' }), 2],
    ['a new one', ({ colleague }) => colleague.create(MEDIUM, 'New'), 2],
    // What is gone is told by no change: only the number tells it, and the whole list what it was.
    ['one deleted', ({ colleague }) => colleague.remove(90_020), 5],
    [
      'one deleted and another changed',
      async ({ colleague }) => {
        await colleague.remove(90_020);
        await colleague.change(90_021, { state: 'inactive' });
      },
      5,
    ],
  ])('after a colleague did %s', async (_, act, requests) => {
    const all = await synced();
    await act(all);
    await sync(all);
    expect(await cachedLines(all.db, MEDIUM)).toEqual(await serviceLines(all.colleague, MEDIUM));
    expect(lists(all)).toHaveLength(requests);
  });

  it('reads everything where it is asked to, and after a day', async () => {
    const all = await synced();
    await sync(all, true);
    expect(lists(all)).toHaveLength(3);
    all.clock.forward(24 * 60);
    await all.page('session.signIn', all.typed('trafficker'));
    all.wire.sent.length = 0;
    await sync(all);
    expect(lists(all)).toHaveLength(3);
  });

  it('does not touch another advertiser', async () => {
    const all = await synced();
    await all.page('trackers.sync', { advertiserId: 700_101, whole: true });
    expect(await countTrackers(all.db, MEDIUM)).toBe(250);
    expect(await countTrackers(all.db, 700_101)).toBe(2);
  });
});

describe('a sync is ended', () => {
  it.each<[string, (all: World) => Promise<unknown>, string]>([
    ['by the person', ({ page }) => page('trackers.cancelSync', null), 'cancelled'],
    [
      'by signing out',
      ({ page }) => page('session.signOut', { recordings: 'keep' }),
      'session-expired',
    ],
    [
      'by another sync',
      (all) => all.page('trackers.sync', { advertiserId: 700_101, whole: false }),
      'cancelled',
    ],
  ])('%s', async (_, end, code) => {
    const all = await world();
    let ended: Promise<unknown> = Promise.resolve();
    all.background.once('sync-progress', () => {
      ended = end(all);
    });
    await expect(sync(all)).rejects.toMatchObject({ code });
    await ended;
  });
});
