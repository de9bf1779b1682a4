import { performance } from 'node:perf_hooks';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { leastOf } from '@/lib/core/base/long-lists';
import { explain } from '@/lib/core/report/detective/explain';
import { runs } from '../../../runs';
import {
  createChance,
  factsOf,
  FIRST,
  hourly,
  msAt,
  movedDays,
  TRAFFIC,
  twoCounts,
  type Traffic,
} from './made';

const CURVES = 1000;

/** Facts that speak for every cause that hangs on one. */
const TEMPTING = {
  thirdPartyZone: 'America/New_York',
  closedUntil: msAt(27),
  state: 'active' as const,
  lastModified: msAt(9),
  switched: [
    { at: msAt(12), to: 'inactive' as const },
    { at: msAt(14), to: 'active' as const },
  ],
  seen: [{ day: FIRST, firings: 20, views: 10, cachebuster: 'constant' as const }],
  tagCachebuster: 'constant' as const,
};

/** How many of a thousand pairs of curves are explained, by cause. */
function claimsOf(traffic: Traffic, days: number, ratio: number, scatter: number) {
  const claims: Record<string, number> = {};
  for (let seed = 1; seed <= CURVES; seed += 1) {
    const less: Traffic = (day) => ratio * traffic(day);
    const { counted, thirdParty } = twoCounts(createChance(seed), days, traffic, less, scatter);
    const { found, parts } = explain(factsOf(counted, thirdParty, TEMPTING));
    const claimed = new Set([...parts, ...(found === null ? [] : [found])]);
    for (const cause of claimed) claims[cause] = (claims[cause] ?? 0) + 1;
  }
  return claims;
}

describe('of a thousand curves without a cause no more than ten are given one', () => {
  const shapes = Object.entries(TRAFFIC);
  it.each(
    shapes.flatMap(([name, traffic]) =>
      [0, 0.05, 0.2].map((scatter) => [name, scatter, traffic] as const),
    ),
  )('%s, scattered by %d', (_, scatter, traffic) => {
    for (const [days, ratio] of [
      [30, 1],
      [30, 0.75],
    ] as const) {
      const claims = claimsOf(traffic(800), days, ratio, scatter);
      for (const count of Object.values(claims)) expect(count).toBeLessThanOrEqual(CURVES / 100);
    }
  });
});

it.each([
  ['even hours', (hour: number) => 20 + 0 * hour, 0.75],
  ['evenings', hourly(TRAFFIC.weekly(600)), 0.75],
  ['evenings, and as many', hourly(TRAFFIC.weekly(600)), 1],
] as const)(
  'of a thousand curves by the hour no more than ten are moved: %s',
  (_, traffic, ratio) => {
    let claims = 0;
    for (let seed = 1; seed <= CURVES; seed += 1) {
      const less: Traffic = (hour) => ratio * traffic(hour);
      const two = twoCounts(createChance(seed), 14 * 24, traffic, less, 0.2);
      const { found, parts } = explain(
        factsOf([], [], {
          counted: { by: 'hour', first: `${FIRST} 00`, counts: two.counted },
          thirdParty: { by: 'hour', first: `${FIRST} 00`, counts: two.thirdParty },
        }),
      );
      if (found !== null || parts.length > 0) claims += 1;
    }
    expect(claims).toBeLessThanOrEqual(CURVES / 100);
  },
);

describe('what cannot be told is not', () => {
  it.each([
    ['flat, and the same', 1, 'flat'],
    ['flat, and a quarter less', 0.75, 'cannot-tell'],
    ['flat, and half as much again', 1.5, 'cannot-tell'],
  ])('%s: %s', (_, ratio, outcome) => {
    const counts = Array.from({ length: 40 }, () => 1000);
    const facts = factsOf(
      counts.map((count) => ratio * count),
      counts,
    );
    const told = explain(facts);
    expect(told).toMatchObject({ outcome, found: null, parts: [] });
    const zone = told.readings.find(({ cause }) => cause === 'time-zone');
    expect(zone?.standing).toBe(outcome === 'flat' ? undefined : 'cannot-tell');
  });

  it('under a thousand impressions', () => {
    const counts = Array.from({ length: 30 }, () => 33);
    expect(
      explain(
        factsOf(
          counts.map(() => 0),
          counts,
        ),
      ),
    ).toMatchObject({
      outcome: 'few',
      readings: [],
    });
  });

  it('is answered for any curves at all', () => {
    const count = fc.oneof(
      fc.constant(null),
      fc.constant(0),
      fc.nat(5000),
      fc.double({ min: 0, max: 1e12, noNaN: true }),
    );
    const curve = fc.array(count, { maxLength: 60 });
    const by = fc.constantFrom('day' as const, 'hour' as const);
    const first = fc.constantFrom('2026-10-05', '2026-10-05 07', '2026-02-31', '2026-10-20');
    const series = fc.record({ by, first, counts: curve });
    const zone = fc.constantFrom('UTC', 'America/New_York', 'no zone', '');
    const time = fc.oneof(fc.constant(null), fc.double());
    fc.assert(
      fc.property(series, series, zone, zone, time, (counted, thirdParty, one, other, at) => {
        const facts = factsOf([], [], {
          counted,
          thirdParty,
          countedZone: one,
          thirdPartyZone: other,
          closedUntil: at,
          lastModified: at,
          switched: at === null ? [] : [{ at, to: 'inactive' }],
        });
        const { outcome, found, readings } = explain(facts);
        expect(found !== null).toBe(outcome === 'found');
        expect([0, 8]).toContain(readings.length);
        for (const { sure, standing } of readings)
          expect(sure > 0).toBe(standing.startsWith('explains'));
      }),
      runs(2000),
    );
  });
});

describe('a shift that was made is found', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });

  it('by the hour, with its hours', () => {
    const hours = fc.integer({ min: -14, max: 14 }).filter((shift) => Math.abs(shift) > 1);
    const level = fc.integer({ min: 2000, max: 40_000 });
    fc.assert(
      fc.property(seeds, hours, level, (seed, shift, a) => {
        const traffic = hourly(TRAFFIC.weekly(a));
        const later: Traffic = (hour) => traffic(hour - shift);
        const two = twoCounts(createChance(seed), 28 * 24, traffic, later);
        const told = explain(
          factsOf([], [], {
            counted: { by: 'hour', first: `${FIRST} 00`, counts: two.counted },
            thirdParty: { by: 'hour', first: `${FIRST} 00`, counts: two.thirdParty },
          }),
        );
        if (told.outcome === 'flat') return;
        expect(told).toMatchObject({ outcome: 'found', found: 'time-zone' });
        const reading = told.readings.find(({ cause }) => cause === 'time-zone');
        expect(reading?.evidence).toMatchObject({ hours: shift });
      }),
      runs(60),
    );
  });

  it('by the day, with its direction and the share that moved', () => {
    const hours = fc.constantFrom(-14, 5, 6, 7, 8, 10, 12);
    fc.assert(
      fc.property(seeds, hours, fc.integer({ min: 2000, max: 40_000 }), (seed, shift, a) => {
        const traffic = TRAFFIC.weekly(a);
        const still = movedDays(traffic, 0);
        const moved = movedDays(traffic, shift);
        const two = twoCounts(createChance(seed), 42, still, moved);
        const told = explain(factsOf(two.counted, two.thirdParty));
        expect(told).toMatchObject({ outcome: 'found', found: 'time-zone' });
        const evidence = told.readings.find(({ cause }) => cause === 'time-zone')?.evidence;
        const share = evidence && 'share' in evidence ? (evidence.share ?? 0) : 0;
        // A Saturday has half of a Friday: what it takes from there is as much as it gives away, and as much again.
        const made = shift > 0 ? moved(5) / still(5) - 1 : 2 * (moved(4) / still(4) - 1);
        expect(Math.abs(share - made)).toBeLessThan(0.1);
      }),
      runs(100),
    );
  });
});

it('a hundred trackers of four hundred days take well under a second', () => {
  const cases = Array.from({ length: 100 }, (_, seed) => {
    const traffic = TRAFFIC.weekly(3000);
    const two = twoCounts(createChance(seed), 400, traffic, (day) => 0.7 * traffic(day), 0.1);
    return factsOf(two.counted, two.thirdParty, TEMPTING);
  });
  // The least of a few runs is what it takes; the others are what the machine did besides.
  const took = Array.from({ length: 5 }, () => {
    const before = performance.now();
    for (const one of cases) explain(one);
    return performance.now() - before;
  });
  expect(leastOf(took)).toBeLessThan(700);
});
