import { describe, expect, it } from 'vitest';

import type { FaultInput } from '../../sandbox/index.ts';
import { leave } from './support/background';
import { world } from './support/world';

const EXCEEDED = {
  error_id: 'SYSTEM',
  error_code: 'RATE_EXCEEDED',
  error: 'You have exceeded your request limit of 100 reads per 60 seconds',
};
const open = { id: 90_011 } as const;

describe('told to wait', () => {
  it.each<[string, FaultInput, readonly number[]]>([
    ['429', { kind: '429', retryAfter: 7, times: 1 }, [7]],
    ['429 twice', { kind: '429', retryAfter: 7, times: 2 }, [7, 7]],
    ['503 that throttles', { kind: '503', retryAfter: 9, times: 1 }, [9]],
    [
      '429 that says not how long',
      { kind: 'answer', status: 429, response: EXCEEDED, times: 1 },
      [10],
    ],
  ])('by %s it waits, says so, and asks again', async (_, fault, seconds) => {
    const { page, sandbox, clock, background } = await world();
    sandbox.setFault(fault);
    expect(await page('trackers.open', open)).toMatchObject(open);
    expect(clock.slept).toEqual(seconds.map((one) => one * 1000));
    const told = background.notices.filter(({ kind }) => kind !== 'changed');
    expect(told).toEqual(seconds.map((one) => ({ kind: 'waiting', seconds: one })));
  });

  it.each<[string, FaultInput, object]>([
    [
      '429 for longer than a minute',
      { kind: '429', retryAfter: 61 },
      { code: 'rate-limited', retryAfterSeconds: 61 },
    ],
    ['503 that is an outage', { kind: '503', throttling: false }, { code: 'service-down' }],
  ])('by %s it does not wait', async (_, fault, failure) => {
    const { page, sandbox, clock } = await world();
    sandbox.setFault(fault);
    await expect(page('trackers.open', open)).rejects.toMatchObject(failure);
    expect(clock.slept).toEqual([]);
  });

  it('over and over it gives up after the third time', async () => {
    const { page, sandbox, wire } = await world();
    sandbox.setFault({ kind: '429', retryAfter: 1 });
    await expect(page('trackers.open', open)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(wire.sentTo('GET', '/imptracker')).toHaveLength(4);
  });
});

describe('while one waits, all wait', () => {
  const held = async (retryAfter: number) => {
    const all = await world();
    all.sandbox.setFault({ kind: '429', retryAfter, times: 1 });
    const start = all.clock.now();
    const secondsAt = (index: number) => ((all.wire.sent.at(index)?.at ?? 0) - start) / 1000;
    return { ...all, secondsAt };
  };

  it('whatever it is, and whoever asks for it', async () => {
    const { page, background, secondsAt, wire } = await held(30);
    let save: Promise<unknown> = Promise.resolve();
    background.once('waiting', () => {
      const changes = { name: 'Renamed' };
      save = page('trackers.save', { id: 90_011, advertiserId: 700_101, changes });
    });
    await page('trackers.open', open);
    await save;
    expect(wire.sent.slice(-3).map(({ method }) => method)).toEqual(['GET', 'GET', 'PUT']);
    expect([secondsAt(-3), secondsAt(-2), secondsAt(-1)]).toEqual([0, 30, 30]);
  });

  it('the worker that comes after one that was stopped too', async () => {
    const { page, background, restarted, clock, secondsAt } = await held(30);
    const next = Promise.withResolvers<unknown>();
    background.once('waiting', async () => {
      await clock.sleep(10_000);
      next.resolve(restarted().page('trackers.open', open));
    });
    leave(page('trackers.open', open));
    await next.promise;
    expect(secondsAt(-1)).toBe(30);
  });

  it('and what would have to wait longer than a person does, is told so and not sent', async () => {
    const { page, wire, clock } = await held(600);
    await expect(page('trackers.open', open)).rejects.toMatchObject({ retryAfterSeconds: 600 });
    const before = wire.sent.length;
    clock.forward(5);
    await expect(page('trackers.open', open)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: 300,
    });
    expect(wire.sent).toHaveLength(before);
    clock.forward(5);
    expect(await page('trackers.open', open)).toMatchObject(open);
  });

  it('a minute that is used up stays so for the next worker', async () => {
    const { page, restarted, clock } = await world();
    const start = clock.now();
    for (let index = 0; index < 98; index += 1) await page('trackers.open', open);
    await restarted().page('trackers.open', open);
    expect(clock.now()).toBe(start + 60_000);
  });
});

describe('by itself', () => {
  it('it stays below the limits it knows: 85 pages in the first minute, the rest in the next', async () => {
    const { page, wire, clock } = await world({ limits: { readsPerMinute: 100 } });
    const start = clock.now();
    const open = () => page('trackers.open', { id: 90_011 });
    for (let index = 0; index < 98; index += 1) await open();
    // Two were for signing in.
    expect(clock.now()).toBe(start);
    await open();
    expect(clock.now()).toBe(start + 60_000);
    expect(wire.sentTo('GET', '/imptracker')).toHaveLength(99);
  });

  it('it never asks for more than six things at once, where the service refuses more than fifteen', async () => {
    const { page, wire } = await world();
    let atOnce = 0;
    let most = 0;
    wire.put(async (_, goOn) => {
      most = Math.max(most, (atOnce += 1));
      try {
        return await goOn();
      } finally {
        atOnce -= 1;
      }
    });
    await Promise.all(Array.from({ length: 40 }, () => page('trackers.open', open)));
    expect(most).toBe(6);
  });

  it('sixty writes a minute, whatever is read meanwhile', async () => {
    const { page, clock } = await world();
    const start = clock.now();
    const save = (index: number) =>
      page('trackers.save', { id: 90_011, advertiserId: 700_101, changes: { name: `N ${index}` } });
    // Signing in was one of them.
    for (let index = 0; index < 59; index += 1) await save(index);
    expect(clock.now()).toBe(start);
    await page('trackers.open', open);
    expect(clock.now()).toBe(start);
    await save(59);
    expect(clock.now()).toBe(start + 60_000);
  });
});
