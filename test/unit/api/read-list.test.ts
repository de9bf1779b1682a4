import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Page } from '@/lib/api/paging';
import { type PageQuery, readList } from '@/lib/api/read-list';
import { AppError } from '@/lib/core/base/errors';

interface Quirks {
  readonly ignores?: readonly ('minId' | 'order')[];
  /** Rows it gives at a time, whatever is asked. */
  readonly gives?: number;
  /** What it adds to its count. */
  readonly adds?: number;
  /** The answer of this number has half as many. */
  readonly halves?: number;
  /** What happens right after an answer, by its number. */
  readonly after?: (answers: number, ids: number[]) => void;
  readonly fails?: (query: PageQuery, asked: number) => unknown;
}

/** A service with the ids 1 to `total`, whose rows of ids that can be divided by 100 say nothing. */
function serviceOf(total: number, quirks: Quirks = {}) {
  const ids = Array.from({ length: total }, (_, index) => index + 1);
  const asked: PageQuery[] = [];
  const { ignores = [], gives = 100, adds = 0, after = () => {}, fails = () => null } = quirks;
  const mostOf = (nth: number) => (nth === quirks.halves ? gives / 2 : gives);
  const readPage = async (query: PageQuery): Promise<Page<string>> => {
    const nth = asked.push(query);
    const error = await fails(query, asked.length);
    if (error) throw error;
    const { minId = 0, start, size } = query;
    const key = ignores.includes('minId') ? 0 : minId;
    const order = ignores.includes('order') ? ids.toReversed() : ids;
    const matching = order.filter((id) => id >= key && (query.ids?.includes(id) ?? true));
    const given = matching.slice(start, start + Math.min(size, mostOf(nth)));
    const items = given.map(String);
    after(asked.length, ids);
    return {
      rows: given.map((id) => ({ id, item: id % 100 === 0 ? null : String(id) })),
      items,
      total: matching.length + adds,
      size,
      servedAt: asked.length,
    };
  };
  return { ids, asked, readPage };
}

const idsOf = async (service: ReturnType<typeof serviceOf>) => {
  const { items, unreadable } = await readList(service.readPage);
  return [...items.keys(), ...unreadable].toSorted((a, b) => a - b);
};

describe('a list is read whole, each row once', () => {
  it.each([0, 1, 99, 100, 101, 199, 200, 250, 1000])('of %i rows', async (total) => {
    const service = serviceOf(total);
    const told: (number | null)[] = [];
    const list = await readList(service.readPage, {
      onRows: (rows) => told.push(...rows.map(({ id }) => id)),
    });
    expect(told).toEqual(service.ids);
    expect(list.unreadable).toEqual(service.ids.filter((id) => id % 100 === 0));
    expect(list.items.size).toBe(total - list.unreadable.length);
    expect(list).toMatchObject({ total, servedAt: 1, isCut: false });
    // One more than the pages there are: a full page is no end.
    expect(service.asked.length).toBeLessThanOrEqual(Math.ceil(total / 99) + 1);
  });

  it.each<[string, Quirks]>([
    ['ignores the key', { ignores: ['minId'] }],
    ['ignores the order', { ignores: ['order'] }],
    ['ignores both', { ignores: ['minId', 'order'] }],
    ['gives fifty at a time', { gives: 50 }],
    ['gives one at a time', { gives: 1 }],
    ['gives fifty at a time and ignores the key', { gives: 50, ignores: ['minId'] }],
    ['cuts the first page', { halves: 1 }],
    ['cuts one page', { halves: 3 }],
    ['cuts one page while others are on their way', { gives: 20, halves: 5 }],
    ['counts more than there are', { adds: 2 }],
    ['counts fewer than there are', { adds: -30 }],
    ['counts fewer and ignores the key', { adds: -130, ignores: ['minId'] }],
    ['counts many more and ignores the order', { adds: 9000, ignores: ['order'] }],
  ])('of a service that %s', async (_, quirks) => {
    const service = serviceOf(250, quirks);
    expect(await idsOf(service)).toEqual(service.ids);
  });
});

const remove = (id: number) => (_: number, ids: number[]) => {
  const at = ids.indexOf(id);
  if (at >= 0) ids.splice(at, 1);
};

describe('others write while it is read', () => {
  it.each<[string, Quirks['ignores']]>([
    ['by key', []],
    ['by offset', ['minId']],
    ['by offset and in no order', ['order']],
  ])('and a row that goes makes none be skipped: %s', async (_, ignores) => {
    for (let nth = 1; nth <= 8; nth += 1) {
      const after: Quirks['after'] = (answers, ids) => {
        if (answers === nth) remove(5)(0, ids);
        if (answers === nth) remove(205)(0, ids);
      };
      const service = serviceOf(700, { after, ...(ignores && { ignores }) });
      const found = await idsOf(service);
      expect(found, `after answer ${nth}`).toEqual(expect.arrayContaining(service.ids));
      expect(found.length - service.ids.length).toBeLessThanOrEqual(2);
    }
  });

  it('what is gone by the second pass is forgotten', async () => {
    const service = serviceOf(250, { ignores: ['order'], after: remove(5) });
    expect(await idsOf(service)).toEqual(service.ids);
  });
});

describe('as many as may be are on their way', () => {
  it('also once the first has come, and never more', async () => {
    const service = serviceOf(3000);
    const answers: (() => void)[] = [];
    let onWay = 0;
    const list = readList(async (query) => {
      onWay += 1;
      await new Promise<void>((resolve) => answers.push(resolve));
      onWay -= 1;
      return service.readPage(query);
    });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const seen: number[] = [];
    for (await turn(); answers.length > 0; await turn()) {
      seen.push(onWay);
      answers.shift()?.();
    }
    expect((await list).total).toBe(3000);
    // The first page alone, then six all the time, and no more than there are at the end.
    const left = [...Array(24).keys()].map((at) => Math.min(6, 30 - at));
    expect(seen.slice(0, 25)).toEqual([1, ...left]);
    expect(service.asked).toHaveLength(31);
  });

  it('and whatever goes or comes meanwhile, what was there all the time is read', async () => {
    const change = fc.record({
      nth: fc.integer({ min: 1, max: 14 }),
      id: fc.integer({ min: 1, max: 1200 }),
      isGone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1200 }),
        fc.array(change, { maxLength: 12 }),
        async (total, changes) => {
          const gone = new Set<number>();
          const after: Quirks['after'] = (answers, ids) => {
            for (const { nth, id, isGone } of changes) {
              const at = ids.indexOf(id);
              if (nth !== answers) continue;
              if (isGone && at >= 0) gone.add(id);
              if (isGone && at >= 0) ids.splice(at, 1);
              // A new one comes at the end, as services number them.
              if (!isGone) ids.push(Math.max(0, ...ids, total) + 1);
            }
          };
          const service = serviceOf(total, { after });
          const told: (number | null)[] = [];
          await readList(service.readPage, {
            onRows: (rows) => told.push(...rows.map(({ id }) => id)),
          });
          expect(new Set(told).size, 'each is told of once').toBe(told.length);
          const stayed = Array.from({ length: total }, (_, index) => index + 1);
          expect(told).toEqual(expect.arrayContaining(stayed.filter((id) => !gone.has(id))));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('one failure ends it', () => {
  it('and what was on its way with it', async () => {
    const dead = new AppError('session-expired');
    const service = serviceOf(5000, { fails: (_, asked) => asked === 5 && dead });
    await expect(readList(service.readPage)).rejects.toBe(dead);
    expect(service.asked).toHaveLength(7);
    expect(service.asked.every(({ signal }) => signal.aborted)).toBe(true);
  });

  it('and so does whoever asked for it, at once', async () => {
    const stop = new AbortController();
    const waits = ({ signal }: PageQuery) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));
    const service = serviceOf(250, { fails: (query) => (query.minId ? waits(query) : null) });
    const list = readList(service.readPage, {
      signal: stop.signal,
      onRows: () => setTimeout(() => stop.abort(new AppError('cancelled'))),
    });
    await expect(list).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is not begun where it was stopped before', async () => {
    const service = serviceOf(250);
    const signal = AbortSignal.abort(new AppError('cancelled'));
    await expect(readList(service.readPage, { signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

it('reads no more than the most', async () => {
  const service = serviceOf(5000);
  const list = await readList(service.readPage, { most: 600 });
  expect(list.isCut).toBe(true);
  expect(service.asked.length).toBeLessThanOrEqual(7);
});
