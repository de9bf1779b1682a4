import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import type { Cause } from '../../sandbox/delivery/causes.ts';
import { counted } from '../../sandbox/delivery/counted.ts';
import { binomial, diceFor, poisson } from '../../sandbox/delivery/dice.ts';
import type { Run } from '../../sandbox/delivery/runs.ts';
import { served } from '../../sandbox/delivery/served.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { readHour } from '../../sandbox/time-hours.ts';
import { NOW, rowsOf, startReporting } from './report-support.ts';
import { send } from './support.ts';

const FROM = readHour('2026-11-01') ?? 0;
const DAYS = 10;
const LATER = FROM + 1000;
const RUN: Run = {
  seed: 1,
  trackers: [90_011],
  fromHour: FROM,
  toHour: FROM + DAYS * 24,
  perHour: 200,
  growth: 0,
  ancost: 0,
  causes: [],
};

type Count = (hour: number) => number;

function sum(from: number, to: number, count: Count): number {
  return Array.from({ length: to - from }, (_, nth) => count(from + nth)).reduce(
    (a, b) => a + b,
    0,
  );
}

const byDay = (count: Count): number[] =>
  Array.from({ length: DAYS }, (_, day) => sum(FROM + day * 24, FROM + day * 24 + 24, count));

const truth = (run: Run) => byDay((hour) => served(run, 90_011, hour));
const told = (run: Run, now = LATER) => byDay((hour) => counted(run, 90_011, hour, now));
const ratios = (run: Run, now = LATER) => {
  const all = truth(run);
  return told(run, now).map((count, day) => count / (all[day] ?? 0));
};
const withCause = (cause: Cause, more: Partial<Run> = {}): Run => ({
  ...RUN,
  ...more,
  causes: [cause],
});

describe('chance', () => {
  const THROWS = 4000;
  const momentsOf = (throwOnce: (nth: number) => number) => {
    const all = Array.from({ length: THROWS }, (_, nth) => throwOnce(nth));
    const mean = all.reduce((a, b) => a + b, 0) / THROWS;
    const variance = all.reduce((a, b) => a + (b - mean) ** 2, 0) / THROWS;
    return { mean, variance };
  };

  test.each([0.2, 5, 29.9, 30, 400, 100_000])(
    'a Poisson count of %d has that mean and variance',
    (of) => {
      const { mean, variance } = momentsOf((nth) => poisson(of, diceFor(7, nth)));
      expect(Math.abs(mean - of)).toBeLessThan(4 * Math.sqrt(of / THROWS));
      expect(variance / of).toBeGreaterThan(0.85);
      expect(variance / of).toBeLessThan(1.15);
    },
  );

  test.each([
    [40, 0.1],
    [40, 0.9],
    [500, 0.5],
  ])('of %i each with a chance of %d, so many and so much scattered', (count, chance) => {
    const { mean, variance } = momentsOf((nth) => binomial(count, chance, diceFor(7, nth)));
    const expected = count * chance * (1 - chance);
    expect(Math.abs(mean - count * chance)).toBeLessThan(4 * Math.sqrt(expected / THROWS));
    expect(variance / expected).toBeGreaterThan(0.85);
    expect(variance / expected).toBeLessThan(1.15);
  });

  test.each([
    [10, 0, 0],
    [10, 1, 10],
    [0, 0.5, 0],
  ])('of %i with a chance of %d: %i', (count, chance, met) => {
    expect(binomial(count, chance, diceFor(1))).toBe(met);
  });
});

describe('what is served', () => {
  test('is the same each time, another with another seed, and for another tracker', () => {
    expect(truth(RUN)).toEqual(truth({ ...RUN }));
    expect(truth(RUN)).not.toEqual(truth({ ...RUN, seed: 2 }));
    expect(byDay((hour) => served(RUN, 90_012, hour))).not.toEqual(truth(RUN));
  });

  test('is nothing before and after', () => {
    expect([FROM - 1, RUN.toHour].map((hour) => served(RUN, 90_011, hour))).toEqual([0, 0]);
  });

  test('grows', () => {
    const [first = 0, ...rest] = truth({ ...RUN, growth: 0.3 });
    expect(rest.at(-1)).toBeGreaterThan(first * 5);
  });
});

describe('what is counted of it', () => {
  test('is all of it without a cause, and with another zone', () => {
    expect(told(RUN)).toEqual(truth(RUN));
    expect(told(withCause({ kind: 'time-zone', zone: 'CET' }))).toEqual(truth(RUN));
  });

  test('twice as much where tags fire twice', () => {
    expect(ratios(withCause({ kind: 'fired-twice', share: 1 }))).toEqual(Array(DAYS).fill(2));
    for (const ratio of ratios(withCause({ kind: 'fired-twice', share: 0.3 }))) {
      expect(ratio).toBeCloseTo(1.3, 1);
    }
  });

  test('less the more is served where the cachebuster is constant', () => {
    const cause: Cause = { kind: 'constant-cachebuster', browsers: 60 };
    const found = ratios(withCause(cause, { growth: 0.3, perHour: 20 }));
    const [first = 0, last = 0] = [found[1], found.at(-1)];
    expect(first).toBeGreaterThan(0.6);
    expect(last).toBeLessThan(first / 2);
  });

  test('less by the evening than in the morning where there is none', () => {
    const run = withCause({ kind: 'missing-cachebuster', browsers: 800 });
    const part = (from: number) => {
      const [start, end] = [FROM + from, FROM + from + 6];
      const all = sum(start, end, (hour) => served(run, 90_011, hour));
      return sum(start, end, (hour) => counted(run, 90_011, hour, LATER)) / all;
    };
    expect(part(0)).toBeGreaterThan(0.7);
    expect(part(18)).toBeLessThan(part(0) / 3);
  });

  test.each<[string, Cause, number[]]>([
    [
      'it starts later',
      { kind: 'started-later', from: '2026-11-04' },
      [0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
    ],
    [
      'it ends earlier',
      { kind: 'ended-earlier', until: '2026-11-09' },
      [1, 1, 1, 1, 1, 1, 1, 1, 0, 0],
    ],
    [
      'one day is lost',
      { kind: 'bad-day', day: '2026-11-06', kept: 0 },
      [1, 1, 1, 1, 1, 0, 1, 1, 1, 1],
    ],
    [
      'it is inactive meanwhile',
      { kind: 'inactive', from: '2026-11-03', until: '2026-11-06' },
      [1, 1, 0, 0, 0, 1, 1, 1, 1, 1],
    ],
  ])('none or all where %s', (_, cause, expected) => {
    expect(ratios(withCause(cause))).toEqual(expected);
  });

  test('a share where that is held back, on every day', () => {
    for (const ratio of ratios(withCause({ kind: 'blocked', share: 0.12 }))) {
      expect(ratio).toBeGreaterThan(0.86);
      expect(ratio).toBeLessThan(0.9);
    }
  });

  test('only part of what is young, and never less than before', () => {
    const run = withCause({ kind: 'late', hours: 30 });
    const end = FROM + DAYS * 24;
    expect(ratios(run, end).at(-1)).toBeLessThan(0.7);
    expect(ratios(run, end)[0]).toBe(1);
    const hour = end - 5;
    const seen = Array.from({ length: 40 }, (_, nth) => counted(run, 90_011, hour, hour + nth));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(served(run, 90_011, hour));
  });

  test('by several causes, one after the other', () => {
    const causes: Cause[] = [
      { kind: 'fired-twice', share: 1 },
      { kind: 'ended-earlier', until: '2026-11-09' },
    ];
    expect(ratios({ ...RUN, causes })).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 0, 0]);
  });
});

describe('the history of a sandbox', () => {
  let shared: Sandbox;
  beforeAll(async () => {
    shared = await startSandbox({ now: () => new Date(NOW) });
  });
  afterAll(() => shared.close());

  const control = { 'x-sandbox-host': 'control.sandbox.test' };
  const REPORT = {
    report_type: 'network_analytics',
    columns: ['day', 'external_impression', 'cost'],
    report_interval: 'last_7_days',
    orders: ['day'],
  };

  test('is the days before today, in the reports, with what it cost', async () => {
    const delivery = { advertiser: 700_101, days: 7, perHour: 3, ancost: 0.5 };
    const desk = await startReporting({ delivery });
    const rows = await rowsOf(desk, REPORT);
    expect(rows.map((row) => row[0])).toEqual(
      [13, 14, 15, 16, 17, 18, 19].map((day) => `2026-11-${day}`),
    );
    for (const [, imps, cost] of rows) expect(Number(cost)).toBe(Number(imps) / 2);
    const again = await startReporting({ delivery });
    expect(await rowsOf(again, REPORT)).toEqual(rows);
    const other = await startReporting({ delivery, seed: 2 });
    expect(await rowsOf(other, REPORT)).not.toEqual(rows);
  });

  test('is counted beside what is fired', async () => {
    const desk = await startReporting({ delivery: { trackers: [90_011], to: '2026-11-21' } });
    const columns = ['external_impression'];
    const today = { ...REPORT, columns, orders: [], report_interval: 'today' };
    const [before = []] = await rowsOf(desk, today);
    await desk.fire(90_011);
    expect(await rowsOf(desk, today)).toEqual([[String(Number(before[0]) + 1)]]);
  });

  test('places what a cause leaves open within its days', async () => {
    const { sandbox } = await startReporting();
    const causes = ['started-later', 'ended-earlier', 'bad-day', 'inactive'].map((kind) => ({
      kind,
    }));
    const body = { trackers: [90_011], from: '2026-11-01', to: '2026-11-11', causes };
    const set = await send(sandbox, '/delivery', { headers: control, body });
    expect(await set.json()).toMatchObject([
      {
        fromHour: FROM,
        toHour: FROM + 240,
        causes: [
          { from: '2026-11-03' },
          { until: '2026-11-08' },
          { day: '2026-11-06' },
          { from: '2026-11-05', until: '2026-11-08' },
        ],
      },
    ]);
    const cleared = await send(sandbox, '/delivery', { headers: control, method: 'DELETE' });
    expect(await cleared.json()).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['no trackers', {}],
    ['an advertiser without trackers', { advertiser: 1 }],
    ['an end before its start', { trackers: [1], from: '2026-11-02', to: '2026-11-01' }],
    ['no day', { trackers: [1], from: '2026-11-01', to: '2026-11-01' }],
    ['a day that is none', { trackers: [1], from: '2026-02-30' }],
    ['an unknown cause', { trackers: [1], causes: [{ kind: 'gremlins' }] }],
    ['an unknown zone', { trackers: [1], causes: [{ kind: 'time-zone', zone: 'Mars' }] }],
    ['a share above all', { trackers: [1], causes: [{ kind: 'blocked', share: 2 }] }],
    ['no JSON', '{'],
  ])('is refused with %s', async (_, body) => {
    const answer = await send(shared, '/delivery', { headers: control, body });
    expect(answer.status).toBe(400);
    expect(Object(await answer.json()).error).not.toBe('');
    expect(await (await send(shared, '/delivery', { headers: control })).json()).toEqual([]);
  });

  test('outlasts the sandbox with its file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const db = path.join(folder, 'world.sqlite');
    const delivery = { trackers: [90_011], days: 7 };
    const first = await startSandbox({ db, now: () => new Date(NOW), delivery });
    await first.close();
    const desk = await startReporting({ db, seed: 9 });
    expect(await rowsOf(desk, REPORT)).toHaveLength(7);
  });
});
