import { describe, expect, it } from 'vitest';

import { appendAll } from '@/lib/core/base/long-lists';
import { openDatabase } from '@/lib/store/database';
import { idsIn } from '@/lib/store/tracker-blocks';
import { findTrackers } from './support/stores';

import { watchPuts } from '../../support/watch-puts';
import type { FaultInput } from '../../sandbox/index.ts';
import { answerWith, withFields } from './support/wire';
import { cachedLines, serviceLines, type World, world } from './support/world';

const MEDIUM = 700_102;
const SMALL = 700_101;
const [EARLY, LATE] = [90_018, 90_253];
const sync = ({ page }: World, whole = false) =>
  page('trackers.sync', { advertiserId: MEDIUM, whole });
const expectSame = async ({ db, colleague }: World) =>
  expect(await cachedLines(db, MEDIUM)).toEqual(await serviceLines(colleague, MEDIUM));
const nameOf = async ({ db }: World, id: number) => (await findTrackers(db, [id]))[0]?.name;
const lists = ({ wire }: World) =>
  wire.sentTo('GET', '/imptracker').filter(({ query }) => query.has('advertiser_id')).length;

/** A colleague's work of a day: one changed, one gone, one new. */
async function colleaguesWork({ colleague, clock }: World): Promise<void> {
  await colleague.change(EARLY, { name: 'Changed' });
  clock.forward(1);
  await colleague.remove(90_100);
  await colleague.create(MEDIUM, 'New');
  clock.forward(1);
}

describe('a service that ignores what it is asked', () => {
  const ignore = (...parameters: string[]): FaultInput => ({ kind: 'ignore', parameters });
  it.each<[string, FaultInput]>([
    ['min_id', ignore('min_id')],
    ['min_last_modified', ignore('min_last_modified')],
    ['sort', ignore('sort')],
    ['min_id and sort', ignore('min_id', 'sort')],
    ['all of it', ignore('min_id', 'min_last_modified', 'sort')],
  ])('%s: the list is as the service’s all the same', async (_, fault) => {
    const all = await world();
    all.sandbox.setFault({ ...fault, path: '/imptracker' });
    const same = async () => {
      all.sandbox.setFault(null);
      await expectSame(all);
      all.sandbox.setFault({ ...fault, path: '/imptracker' });
    };
    expect(await sync(all)).toEqual({ count: 250 });
    await same();
    await colleaguesWork(all);
    expect(await sync(all)).toEqual({ count: 250 });
    await same();
  });

  it.each([
    ['the key: three pages twice', 'min_id', 2 + 3 + 3],
    ['the order: the same', 'sort', 1 + 3 + 3],
    ['the moment of the last change: nothing', 'min_last_modified', 3],
  ])('takes a second pass where it is %s', async (_, parameter, most) => {
    const all = await world();
    all.sandbox.setFault(ignore(parameter));
    await sync(all);
    expect(lists(all)).toBeLessThanOrEqual(most + 1);
  });

  it('and a colleague deletes meanwhile: none is skipped, and the next sync knows', async () => {
    const all = await world();
    all.sandbox.setFault(ignore('min_id', 'sort'));
    let answers = 0;
    all.wire.put(async ({ path }, goOn) => {
      const answer = await goOn();
      if (path === '/imptracker' && (answers += 1) === 1) await all.colleague.remove(90_200);
      return answer;
    });
    await sync(all);
    all.sandbox.setFault(null);
    all.wire.clear();
    await expectSame(all);
  });
});

describe('a service that lags behind', () => {
  const lagging = async (of: 'lists' | 'counts') => {
    const all = await world();
    await sync(all);
    all.clock.forward(1);
    all.sandbox.setFault({ kind: 'lag', of, path: '/imptracker' });
    return all;
  };
  const save = ({ page }: World, id: number | null, name: string) => {
    const place = id === null && { lineItemId: 640_306, publisherId: 880_202 };
    return page('trackers.save', { id, advertiserId: MEDIUM, changes: { name, ...place } });
  };

  it('takes back no change of one’s own', async () => {
    const all = await lagging('lists');
    await save(all, EARLY, 'Mine');
    for (const whole of [false, true]) {
      await sync(all, whole);
      expect(await nameOf(all, EARLY)).toBe('Mine');
    }
    all.sandbox.setFault(null);
    await sync(all);
    await expectSame(all);
  });

  it('nor a new tracker', async () => {
    const all = await lagging('lists');
    const { id } = await save(all, null, 'Mine');
    for (const whole of [false, true]) {
      await sync(all, whole);
      expect(await nameOf(all, id)).toBe('Mine');
    }
    all.sandbox.setFault(null);
    await sync(all);
    await expectSame(all);
  });

  it('nor a deletion', async () => {
    const all = await lagging('lists');
    await all.page('trackers.delete', { id: LATE });
    for (const whole of [false, true]) {
      await sync(all, whole);
      expect(await nameOf(all, LATE)).toBeUndefined();
    }
    all.sandbox.setFault(null);
    await sync(all);
    await expectSame(all);
  });

  it('is right in the end: what is still not listed after a minute is gone', async () => {
    const all = await lagging('lists');
    const { id } = await save(all, null, 'Mine');
    await sync(all);
    all.clock.forward(2);
    await sync(all);
    expect(await nameOf(all, id)).toBeUndefined();
  });

  it('and what is still listed is there', async () => {
    const all = await lagging('lists');
    await all.page('trackers.delete', { id: LATE });
    await sync(all);
    all.clock.forward(2);
    await sync(all);
    expect(await nameOf(all, LATE)).toBeDefined();
  });

  it.each(['lists', 'counts'] as const)(
    'in its %s: what colleagues did is there once it caught up',
    async (of) => {
      const all = await lagging(of);
      await colleaguesWork(all);
      await sync(all);
      all.sandbox.setFault(null);
      all.clock.forward(1);
      await sync(all);
      await expectSame(all);
    },
  );
});

describe('what cannot be read', () => {
  const unreadable = async (ids: readonly number[], begin = true) => {
    const all = await world();
    const spoil = () =>
      all.wire.put(async (_, goOn) =>
        withFields(await goOn(), ({ imptrackers }) =>
          Array.isArray(imptrackers)
            ? {
                imptrackers: imptrackers.map((row) =>
                  ids.includes(Object(row).id) ? { id: Object(row).id, state: 'unheard of' } : row,
                ),
              }
            : {},
        ),
      );
    if (begin) spoil();
    return { ...all, spoil };
  };

  it('is said, by every sync, and not by the next once it can be read', async () => {
    const all = await unreadable([EARLY, LATE]);
    expect(await sync(all)).toEqual({ count: 248, unread: 2 });
    all.clock.forward(1);
    expect(await sync(all)).toEqual({ count: 248, unread: 2 });
    all.wire.clear();
    await all.colleague.change(EARLY, { name: 'Readable' });
    expect(await sync(all)).toEqual({ count: 249, unread: 1 });
    expect(await sync(all, true)).toEqual({ count: 250 });
    await expectSame(all);
  });

  it('any more is not shown as it was before', async () => {
    const all = await unreadable([EARLY], false);
    await sync(all);
    all.clock.forward(1);
    await all.colleague.change(EARLY, { name: 'Changed' });
    all.spoil();
    expect(await sync(all)).toEqual({ count: 249, unread: 1 });
    expect(await nameOf(all, EARLY)).toBeUndefined();
  });

  it('nor what is counted and not given', async () => {
    const all = await world();
    all.wire.put(async (_, goOn) =>
      withFields(await goOn(), ({ count }) => ({ count: Number(count) + 3 })),
    );
    expect(await sync(all)).toEqual({ count: 250, unread: 3 });
  });
});

describe('clocks', () => {
  const dated = async (date: (real: string | null) => string | null) => {
    const all = await world();
    all.wire.put(async (_, goOn) => {
      const answer = await goOn();
      const headers = new Headers(answer.headers);
      const next = date(headers.get('date'));
      headers.delete('date');
      if (next !== null) headers.set('date', next);
      return new Response(await answer.text(), { status: answer.status, headers });
    });
    await sync(all);
    await colleaguesWork(all);
    return all;
  };

  it.each([
    ['says no time', () => null],
    ['says one that is none', () => 'yesterday'],
  ])('of a service that %s: then the whole list is read', async (_, date) => {
    const all = await dated(date);
    const before = lists(all);
    await sync(all);
    await expectSame(all);
    expect(lists(all) - before).toBe(3);
  });

  it('of this computer was a year ahead: then the whole list is read', async () => {
    const all = await world();
    const now = () => all.clock.now() + 365 * 86_400_000;
    const ahead = all.restarted({ clock: { ...all.clock, now } });
    await ahead.page('trackers.sync', { advertiserId: MEDIUM, whole: false });
    const before = lists(all);
    await sync(all);
    expect(lists(all) - before).toBe(3);
  });

  it('of the service is set back between two syncs', async () => {
    let isBack = false;
    const all = await dated((real) =>
      isBack ? new Date(Date.parse(real ?? '') - 86_400_000).toUTCString() : real,
    );
    isBack = true;
    await sync(all);
    await expectSame(all);
  });

  it('of this computer do not matter for what was changed', async () => {
    const all = await world();
    const now = all.clock.now();
    await sync(all);
    await all.colleague.change(EARLY, { name: 'Changed' });
    const restarted = all.restarted({ clock: { ...all.clock, now: () => now + 3_600_000 } });
    await restarted.page('trackers.sync', { advertiserId: MEDIUM, whole: false });
    await expectSame(all);
  });
});

it('each row of a sync is written once, and what is as it was not again', async () => {
  const all = await world();
  const written: number[] = [];
  const watched = watchPuts(await openDatabase(all.databaseName), (row) =>
    appendAll(written, idsIn(row)),
  );
  const worker = all.restarted({
    connect: () => async () => watched,
  });
  const syncHere = (whole: boolean) =>
    worker.page('trackers.sync', { advertiserId: MEDIUM, whole });
  await syncHere(true);
  expect(written).toHaveLength(250);
  expect(new Set(written).size).toBe(250);
  written.length = 0;
  all.clock.forward(1);
  await all.colleague.change(EARLY, { name: 'Changed' });
  await syncHere(false);
  await syncHere(true);
  // Its block, and no other.
  expect(written).toContain(EARLY);
  expect(written.length).toBeLessThanOrEqual(150);
});

it('a save while the list is being read is not undone by it', async () => {
  const all = await world();
  await sync(all);
  all.clock.forward(1);
  all.wire.put(async ({ query }, goOn) => {
    const answer = await goOn();
    if (query.has('min_id')) {
      all.wire.clear();
      const changes = { name: 'Mine' };
      await all.page('trackers.save', { id: LATE, advertiserId: MEDIUM, changes });
    }
    return answer;
  });
  await sync(all, true);
  expect(await nameOf(all, LATE)).toBe('Mine');
});

it('an advertiser with one page is read whole at once, each time', async () => {
  const all = await world();
  const small = () => all.page('trackers.sync', { advertiserId: SMALL, whole: false });
  await small();
  await all.colleague.remove(90_011);
  const before = lists(all);
  expect(await small()).toEqual({ count: 1 });
  expect(lists(all) - before).toBe(1);
});

describe('who asks for a list that is being read', () => {
  const held = async (whole: boolean) => {
    const all = await world();
    await sync(all);
    const goes = Promise.withResolvers<void>();
    all.wire.put(async (_, goOn) => {
      await goes.promise;
      return goOn();
    });
    const before = lists(all);
    const first = sync(all, whole);
    return { ...all, first, goes, asked: () => lists(all) - before };
  };

  it.each<[string, boolean, boolean, number]>([
    ['joins in', false, false, 2],
    ['has the whole list with those who wanted that', true, false, 3],
    ['but wants all of it, has it read whole after the changes', false, true, 5],
  ])('%s', async (_, firstWhole, secondWhole, requests) => {
    const all = await held(firstWhole);
    const second = sync(all, secondWhole);
    all.goes.resolve();
    expect(await all.first).toEqual({ count: 250 });
    expect(await second).toEqual({ count: 250 });
    expect(all.asked()).toBe(requests);
  });

  it('is stopped with it', async () => {
    const all = await held(true);
    const second = sync(all);
    const ended = Promise.all([
      expect(all.first).rejects.toMatchObject({ code: 'cancelled' }),
      expect(second).rejects.toMatchObject({ code: 'cancelled' }),
    ]);
    await all.page('trackers.cancelSync', null);
    await ended;
  });

  it('as another person, does not: the other’s is ended', async () => {
    const all = await held(true);
    const ended = expect(all.first).rejects.toMatchObject({ code: 'session-expired' });
    all.wire.clear();
    await all.page('session.signIn', all.typed('read.only'));
    all.goes.resolve();
    await ended;
  });
});

describe('a write that is answered with its id alone', () => {
  const idOnly = async (method: string) => {
    const all = await world();
    all.wire.put(async (sent, goOn) => {
      const answer = await goOn();
      return sent.method === method
        ? withFields(answer, () => ({ imptracker: undefined }))
        : answer;
    });
    return all;
  };

  it('is read', async () => {
    const all = await idOnly('PUT');
    const changes = { name: 'Renamed' };
    const saved = await all.page('trackers.save', { id: 90_011, advertiserId: SMALL, changes });
    expect(saved).toMatchObject({ id: 90_011, name: 'Renamed' });
  });

  it('and cannot be read yet, is said to be there', async () => {
    const all = await world();
    all.wire.put(async ({ method }) =>
      method === 'POST'
        ? answerWith({ status: 'OK', id: 1425 })
        : answerWith({ error_id: 'SYNTAX', error: 'resource not found' }),
    );
    const changes = { name: 'New', lineItemId: 640_303, publisherId: 880_202 };
    await expect(
      all.page('trackers.save', { id: null, advertiserId: SMALL, changes }),
    ).rejects.toMatchObject({ code: 'save-unsure', detail: expect.stringContaining('1425') });
  });
});
