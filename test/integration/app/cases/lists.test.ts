import { expect } from 'vitest';

import { findTrackers } from '../support/stores';

import { withFields } from '../support/wire';
import { cachedLines, serviceLines, type World, world } from '../support/world';
import { cases } from './table';

const MEDIUM = 700_102;
const [EARLY, LATE] = [90_018, 90_253];
const sync = ({ page }: World, whole = false) =>
  page('trackers.sync', { advertiserId: MEDIUM, whole });
const expectSame = async ({ db, colleague }: World) =>
  expect(await cachedLines(db, MEDIUM)).toEqual(await serviceLines(colleague, MEDIUM));
const isList = (path: string, query: URLSearchParams) =>
  path === '/imptracker' && query.has('advertiser_id');
const rowsIn = (rows: unknown): readonly unknown[] => (Array.isArray(rows) ? rows : []);
const idOf = (row: unknown) => (typeof row === 'object' && row && 'id' in row ? row.id : null);

/** A whole sync, and then a colleague's change that the next sync must bring. */
async function afterAChange() {
  const all = await world();
  await sync(all);
  all.clock.forward(1);
  await all.colleague.change(EARLY, { name: 'Changed', state: 'inactive' });
  all.clock.forward(1);
  return all;
}

/** A service whose list answers are changed on their way. */
async function withLists(
  change: (rows: readonly unknown[], count: number) => Record<string, unknown>,
) {
  const all = await world();
  const begin = () =>
    all.wire.put(async ({ path, query }, goOn) => {
      const answer = await goOn();
      if (!isList(path, query)) return answer;
      return withFields(answer, ({ imptrackers, count }) =>
        change(rowsIn(imptrackers), Number(count)),
      );
    });
  return { ...all, begin };
}

/** How many requests a second sync takes, where nothing has changed. */
async function requestsOfSecondSync(all: World): Promise<number> {
  await sync(all);
  all.clock.forward(1);
  const before = all.wire.sent.length;
  await sync(all);
  return all.wire.sent.length - before;
}

cases('what was seen last is no watermark: a sync brings', [
  [
    'a colleague’s change from before a change of one’s own',
    'holds',
    async () => {
      const all = await afterAChange();
      const changes = { name: 'Mine' };
      await all.page('trackers.save', { id: LATE, advertiserId: MEDIUM, changes });
      all.clock.forward(1);
      await sync(all);
      await expectSame(all);
    },
  ],
  [
    'a colleague’s change from before one that was opened',
    'holds',
    async () => {
      const all = await afterAChange();
      await all.colleague.change(LATE, { name: 'Changed later' });
      await all.page('trackers.open', { id: LATE });
      all.clock.forward(1);
      await sync(all);
      await expectSame(all);
    },
  ],
  [
    'the same after 23 hours',
    'holds',
    async () => {
      const all = await afterAChange();
      await all.colleague.change(LATE, { name: 'Changed later' });
      await all.page('trackers.open', { id: LATE });
      all.clock.forward(23 * 60);
      await all.page('session.signIn', all.typed('trafficker'));
      await sync(all);
      await expectSame(all);
    },
  ],
  [
    'what lay before the page at which a whole sync was stopped, and after it',
    'holds',
    async () => {
      const all = await world();
      await sync(all);
      all.clock.forward(1);
      await all.colleague.change(LATE, { name: 'Changed' });
      all.clock.forward(1);
      await all.colleague.change(EARLY, { name: 'Changed later' });
      all.wire.put(async ({ query }, goOn) => {
        if (query.has('min_id')) await all.page('trackers.cancelSync', null);
        return goOn();
      });
      await expect(sync(all, true)).rejects.toMatchObject({ code: 'cancelled' });
      all.wire.clear();
      await sync(all);
      await expectSame(all);
    },
  ],
]);

cases('the same number is not the same set', [
  [
    'one deleted while its page was read makes the next page skip one',
    'holds',
    async () => {
      const all = await world();
      all.wire.put(async ({ query }, goOn) => {
        const answer = await goOn();
        if (query.get('start_element') === '0') {
          all.wire.clear();
          await all.colleague.remove(90_016);
        }
        return answer;
      });
      await sync(all);
      all.clock.forward(1);
      await sync(all);
      await expectSame(all);
    },
  ],
  [
    'a count of more than the service gives does not make every sync a whole one',
    'holds',
    async () => {
      const all = await withLists((_, count) => ({ count: count + 2 }));
      all.begin();
      expect(await requestsOfSecondSync(all)).toBeLessThan(3);
    },
  ],
  [
    'nor does a row that cannot be read',
    'holds',
    async () => {
      const all = await withLists((rows) => ({
        imptrackers: rows.map((row) =>
          idOf(row) === EARLY ? { id: EARLY, state: 'unheard of' } : row,
        ),
      }));
      all.begin();
      expect(await requestsOfSecondSync(all)).toBeLessThan(3);
    },
  ],
  [
    'pages of fifty are all read',
    'holds',
    async () => {
      const all = await withLists((rows) => ({
        imptrackers: rows.slice(0, 50),
        num_elements: 50,
      }));
      all.begin();
      await sync(all);
      all.wire.clear();
      await expectSame(all);
    },
  ],
  [
    'a service that does not list one’s own new tracker yet takes it from nobody’s list',
    'holds',
    async () => {
      let own = 0;
      const all = await withLists((rows, count) => {
        const seen = rows.filter((row) => idOf(row) !== own);
        return { imptrackers: seen, count: count - 1 };
      });
      await sync(all);
      const changes = { name: 'Mine', lineItemId: 640_306, publisherId: 880_202 };
      own = (await all.page('trackers.save', { id: null, advertiserId: MEDIUM, changes })).id;
      all.begin();
      await sync(all);
      expect((await findTrackers(all.db, [own])).map(({ id }) => id)).toEqual([own]);
    },
  ],
]);
