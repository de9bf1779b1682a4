import { expect } from 'vitest';

import { leave } from '../support/background';
import { answerWith, withFields } from '../support/wire';
import { type World, world, type WorldOptions } from '../support/world';
import { cases } from './table';

const MEDIUM = 700_102;
const FIRST_ID = 200_001;
const ROW = {
  member_id: 4321,
  advertiser_id: MEDIUM,
  name: 'One of many',
  last_modified: '2026-11-01 10:00:00',
};
const EXCEEDED = {
  error_id: 'SYSTEM',
  error_code: 'RATE_EXCEEDED',
  error: 'You have exceeded your request limit of 100 reads per 60 seconds',
};
const open = ({ page }: World) => page('trackers.open', { id: 90_011 });
const sync = ({ page }: World) => page('trackers.sync', { advertiserId: MEDIUM, whole: true });

/** A list of so many pages, in whatever way it is asked for: one tracker, under many ids. */
async function longList(pages: number, options: WorldOptions = {}) {
  const all = await world(options);
  const goOnLong = async (query: URLSearchParams, goOn: () => Promise<Response>) =>
    withFields(await goOn(), ({ imptrackers }) => {
      if (!Array.isArray(imptrackers)) return {};
      const number = (name: string) => Number(query.get(name) ?? 0);
      const first = Math.max(number('min_id'), FIRST_ID);
      const end = FIRST_ID + pages * 100;
      const from = first + number('start_element');
      const length = Math.max(0, Math.min(number('num_elements'), end - from));
      const rows = Array.from({ length }, (_, index) => ({ ...ROW, id: from + index }));
      return { imptrackers: rows, count: Math.max(0, end - first) };
    });
  all.wire.put(({ query }, goOn) => goOnLong(query, goOn));
  const asked = () => all.wire.sentTo('GET', '/imptracker');
  return { ...all, goOnLong, asked };
}

/** What comes of a call, and how long it took on the clock from a moment that is noted. */
async function secondsFrom(all: World, start: () => number, call: Promise<unknown>) {
  const code = await call.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
  return { code, seconds: (all.clock.now() - start()) / 1000 };
}

cases('one failure stops the rest', [
  [
    'while one request is told to wait, next to none goes out',
    'holds',
    async () => {
      const all = await longList(40);
      let until: number | null = null;
      let refused = 0;
      all.wire.put(async ({ query }, goOn) => {
        if (all.asked().length === 10) until ??= all.clock.now() + 30_000;
        if (until === null || all.clock.now() >= until) return all.goOnLong(query, goOn);
        refused += 1;
        return answerWith(EXCEEDED, { status: 429, headers: { 'retry-after': '30' } });
      });
      await sync(all);
      expect(refused).toBeLessThanOrEqual(6);
    },
  ],
  [
    'a long list comes in whole, however few reads a minute there are',
    'holds',
    async () => {
      const all = await longList(40, { limits: { readsPerMinute: 6 } });
      expect(await sync(all)).toEqual({ count: 4000 });
    },
  ],
  [
    'a dead token is not asked with again',
    'holds',
    async () => {
      const all = await longList(40);
      all.wire.put(({ query }, goOn) => {
        if (all.asked().length === 5) all.sandbox.setFault({ kind: 'expired' });
        return all.goOnLong(query, goOn);
      });
      const failed = await secondsFrom(all, all.clock.now, sync(all));
      expect(failed.code).toBe('session-expired');
      // The rest is on its way by now, or never will be.
      await all.clock.sleep(120_000);
      expect(all.asked().length).toBeLessThanOrEqual(5 + 6);
    },
  ],
  [
    'who asks for a list that is being read joins in',
    'holds',
    async () => {
      const all = await longList(10);
      let second: Promise<unknown> = Promise.resolve();
      all.background.once('sync-progress', () => {
        second = sync(all);
        // Where the first fails, nobody waits for it.
        second.catch(() => {});
      });
      expect(await sync(all)).toEqual({ count: 1000 });
      expect(await second).toEqual({ count: 1000 });
      // A page begins with the last row of the one before, so there is one more.
      expect(all.asked()).toHaveLength(11);
    },
  ],
]);

cases('every way of saying "too many" is waited for', [
  ...([200, 405] as const).map(
    (status) =>
      [
        `${status} with RATE_EXCEEDED`,
        'holds',
        async () => {
          const all = await world();
          const headers = { 'retry-after': '30' };
          all.sandbox.setFault({ kind: 'answer', status, headers, response: EXCEEDED, times: 1 });
          await open(all);
          expect(all.clock.slept).toEqual([30_000]);
        },
      ] as const,
  ),
  [
    'too many at once',
    'holds',
    async () => {
      const all = await world();
      const response = {
        error_id: 'LIMIT',
        error: 'Too many concurrent requests for this user',
      };
      all.sandbox.setFault({ kind: 'answer', response, times: 1 });
      expect(await open(all)).toMatchObject({ id: 90_011 });
    },
  ],
]);

cases('a wait is ended at once by the person', [
  [
    'while the pace holds requests back',
    'holds',
    async () => {
      const all = await longList(100);
      let at = 0;
      all.background.once('waiting', async () => {
        // By then what was on its way has come.
        await all.clock.sleep(5000);
        at = all.clock.now();
        await all.page('trackers.cancelSync', null);
      });
      expect(await secondsFrom(all, () => at, sync(all))).toEqual({
        code: 'cancelled',
        seconds: 0,
      });
    },
  ],
  [
    'while the service has it wait',
    'holds',
    async () => {
      const all = await world();
      all.sandbox.setFault({ kind: '429', retryAfter: 60, times: 1 });
      let at = 0;
      all.background.once('waiting', () => {
        at = all.clock.now();
        leave(all.page('trackers.cancelSync', null));
      });
      expect(await secondsFrom(all, () => at, sync(all))).toEqual({
        code: 'cancelled',
        seconds: 0,
      });
    },
  ],
  [
    'while six requests never answer',
    'holds',
    async () => {
      const all = await neverAnswering(6);
      const waiting = Promise.race([sync(all), all.clock.sleep(600_000)]);
      await all.clock.sleep(1000);
      await all.page('trackers.cancelSync', null);
      await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    },
  ],
]);

cases('no wait is endless', [
  [
    'a request that never answers has a time limit',
    'holds',
    async () => {
      const all = await neverAnswering(0);
      const waiting = Promise.race([open(all), all.clock.sleep(600_000)]);
      await expect(waiting).rejects.toMatchObject({ code: 'network' });
    },
  ],
  [
    'a clock that is set back an hour makes nobody wait for an hour',
    'holds',
    async () => {
      const all = await world();
      for (let index = 0; index < 98; index += 1) await open(all);
      all.clock.forward(-60);
      await open(all);
      expect(Math.max(...all.clock.slept)).toBeLessThanOrEqual(60_000);
    },
  ],
]);

/** A service that never answers, asked so many times already. */
async function neverAnswering(times: number) {
  const all = await world();
  all.wire.put(() => new Promise(() => {}));
  for (let index = 0; index < times; index += 1) leave(open(all));
  return all;
}
