import { describe, expect, it } from 'vitest';

import type { CaseFacts, Cause } from '@/lib/core/report/cause';
import { explain } from '@/lib/core/report/detective/explain';
import { createChance, factsOf, movedDays, msAt, TRAFFIC, twoCounts, type Traffic } from './made';

const DAYS = 35;
const WEEKS = TRAFFIC.weekly(2000);

interface Made {
  readonly counted: Traffic;
  readonly thirdParty?: Traffic;
  readonly known?: Partial<CaseFacts>;
}

const from =
  (day: number, traffic: Traffic): Traffic =>
  (at) =>
    at < day ? 0 : traffic(at);
const until =
  (day: number, traffic: Traffic): Traffic =>
  (at) =>
    at > day ? 0 : traffic(at);
const times =
  (factor: (day: number) => number, traffic: Traffic): Traffic =>
  (at) =>
    factor(at) * traffic(at);
const on =
  (day: number, factor: number) =>
  (at: number): number =>
    at === day ? factor : 1;
/** Of what is asked for more often than a thousand times a day ever less is counted. */
const cached =
  (traffic: Traffic): Traffic =>
  (at) =>
    Math.min(traffic(at), 30 * traffic(at) ** 0.5);
const gap = (first: number, last: number, traffic: Traffic): Traffic =>
  times((at) => (at >= first && at <= last ? 0 : 1), traffic);
const seen = (firings: number, cachebuster: CaseFacts['seen'][number]['cachebuster'] = null) => [
  { day: '2026-10-08', firings, views: 10, cachebuster },
];

function explained({ counted, thirdParty = WEEKS, known = {} }: Made, seed = 7) {
  const two = twoCounts(createChance(seed), DAYS, thirdParty, counted, 0.01);
  return explain(factsOf(two.counted, two.thirdParty, known));
}

const AWAY_FROM = {
  switched: [
    { at: msAt(12, 9), to: 'inactive' as const },
    { at: msAt(20, 9), to: 'active' as const },
  ],
};

describe('each cause is found in curves that were made with it', () => {
  it.each<[string, Cause, Made]>([
    [
      'the last four days not counted whole',
      'late-data',
      { counted: times((at) => (at > 30 ? 0.3 : 1), WEEKS), known: { closedUntil: msAt(31) } },
    ],
    [
      'days six hours later',
      'time-zone',
      { counted: movedDays(WEEKS, 6), thirdParty: movedDays(WEEKS, 0) },
    ],
    [
      'days fourteen hours earlier',
      'time-zone',
      { counted: movedDays(WEEKS, -14), thirdParty: movedDays(WEEKS, 0) },
    ],
    ['counted from the tenth day', 'different-days', { counted: from(10, WEEKS) }],
    [
      'the ad server counts from the fifth day',
      'different-days',
      { counted: WEEKS, thirdParty: from(5, WEEKS) },
    ],
    ['counted until the twentieth day', 'different-days', { counted: until(20, WEEKS) }],
    [
      'switched off and on',
      'inactive-meanwhile',
      { counted: gap(13, 19, WEEKS), known: AWAY_FROM },
    ],
    [
      'inactive since its last change',
      'inactive-meanwhile',
      { counted: until(20, WEEKS), known: { state: 'inactive', lastModified: msAt(21, 1) } },
    ],
    [
      'active since its last change',
      'inactive-meanwhile',
      { counted: gap(8, 19, WEEKS), known: { state: 'active', lastModified: msAt(20, 1) } },
    ],
    [
      'inactive all along',
      'inactive-meanwhile',
      { counted: () => 0, known: { state: 'inactive', lastModified: msAt(-5) } },
    ],
    [
      'twice, as a verification saw',
      'fired-twice',
      { counted: times(() => 2, WEEKS), known: { seen: seen(20) } },
    ],
    [
      'twice from the twentieth day',
      'fired-twice',
      { counted: times((at) => (at >= 20 ? 2 : 1), WEEKS) },
    ],
    [
      'a cache, the tag has a constant',
      'cachebuster',
      {
        counted: cached(TRAFFIC.growingWeeks(9000)),
        thirdParty: TRAFFIC.growingWeeks(9000),
        known: { tagCachebuster: 'constant' },
      },
    ],
    [
      'a cache, the macro was not expanded',
      'cachebuster',
      {
        counted: cached(TRAFFIC.weekly(9000)),
        thirdParty: TRAFFIC.weekly(9000),
        known: { seen: seen(10, 'unexpanded') },
      },
    ],
    ['nothing on one day', 'bad-day', { counted: times(on(17, 0), WEEKS) }],
    ['two fifths on one day', 'bad-day', { counted: times(on(17, 0.4), WEEKS) }],
    [
      'twelve per cent less on all days',
      'tracking-protection',
      { counted: times(() => 0.88, WEEKS), known: { protectedShare: 0.15 } },
    ],
  ])('%s: %s', (_, cause, made) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { outcome, found, parts, readings } = explained(made, seed);
      expect({ seed, outcome, found, parts }).toEqual({
        seed,
        outcome: 'found',
        found: cause,
        parts: [],
      });
      const claimed = readings.filter(({ standing }) => standing.startsWith('explains'));
      expect(claimed.map((reading) => reading.cause)).toEqual([cause]);
      expect(claimed[0]?.residual).toBeLessThan(0.5);
      expect(readings).toHaveLength(8);
    }
  });
});

describe('two causes at once are found one after the other', () => {
  const moved = (traffic: Traffic) => movedDays(traffic, 8);
  const still = movedDays(WEEKS, 0);
  it.each<[string, readonly Cause[], Made]>([
    [
      'late, moved',
      ['late-data', 'time-zone'],
      {
        counted: times((at) => (at > 30 ? 0.3 : 1), moved(WEEKS)),
        thirdParty: still,
        known: { closedUntil: msAt(31) },
      },
    ],
    [
      'late, twice',
      ['late-data', 'fired-twice'],
      { counted: times((at) => (at > 30 ? 0.3 : 2), WEEKS), known: { closedUntil: msAt(31) } },
    ],
    [
      'moved, from the tenth day',
      ['time-zone', 'different-days'],
      { counted: from(10, moved(WEEKS)), thirdParty: still },
    ],
    [
      'moved, twice',
      ['time-zone', 'fired-twice'],
      { counted: times(() => 2, moved(WEEKS)), thirdParty: still },
    ],
    [
      'moved, one bad day',
      ['time-zone', 'bad-day'],
      { counted: times(on(17, 0.2), moved(WEEKS)), thirdParty: still },
    ],
    [
      'another start, twice',
      ['different-days', 'fired-twice'],
      { counted: times(() => 2, from(10, WEEKS)) },
    ],
    [
      'another end, one bad day',
      ['different-days', 'bad-day'],
      { counted: times(on(17, 0.1), until(30, WEEKS)) },
    ],
    [
      'inactive, another end',
      ['different-days', 'inactive-meanwhile'],
      { counted: until(30, gap(13, 19, WEEKS)), known: AWAY_FROM },
    ],
    [
      'inactive, protection',
      ['inactive-meanwhile', 'tracking-protection'],
      {
        counted: times(() => 0.86, gap(13, 19, WEEKS)),
        known: { ...AWAY_FROM, protectedShare: 0.2 },
      },
    ],
  ])('%s: %s', (_, causes, made) => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { outcome, found, parts, readings } = explained(made, seed);
      expect({ seed, outcome, parts }).toEqual({ seed, outcome: 'found', parts: causes });
      expect(causes).toContain(found);
      const claimed = readings.filter(({ standing }) => standing === 'explains-part');
      expect(claimed.map(({ cause }) => cause)).toEqual(causes);
    }
  });
});

describe('what only comes near is not claimed', () => {
  it.each<[string, Made]>([
    ['a ratio of 1.8', { counted: times(() => 1.8, WEEKS), known: { seen: seen(18) } }],
    ['a ratio of 2.3', { counted: times(() => 2.3, WEEKS), known: { seen: seen(20) } }],
    [
      'a ratio of two, and a verification that saw it once',
      { counted: times(() => 2, WEEKS), known: { seen: seen(10) } },
    ],
    ['12 % less on one day', { counted: times(on(17, 0.88), WEEKS) }],
    ['20 % less on one day', { counted: times(on(17, 0.8), WEEKS) }],
    ['less on each Sunday', { counted: times((at) => (at % 7 === 6 ? 0.5 : 1), WEEKS) }],
    ['half of the traffic on weekends, counted the same', { counted: WEEKS }],
    [
      'a campaign that grows, and misses a fifth',
      {
        counted: times(() => 0.8, TRAFFIC.growing(900)),
        thirdParty: TRAFFIC.growing(900),
        known: { tagCachebuster: 'constant' },
      },
    ],
    [
      'a cache, and a tag with its macro',
      {
        counted: cached(TRAFFIC.weekly(9000)),
        thirdParty: TRAFFIC.weekly(9000),
        known: { tagCachebuster: 'macro' },
      },
    ],
    ['silence in the middle, of which nothing is noted', { counted: gap(13, 19, WEEKS) }],
    [
      'more missing than protection can explain',
      { counted: times(() => 0.7, WEEKS), known: { protectedShare: 0.15 } },
    ],
    [
      'a share that comes and goes',
      { counted: times((at) => (at % 5 < 2 ? 0.6 : 1), WEEKS), known: { protectedShare: 0.3 } },
    ],
    [
      'the last days are complete, and less',
      { counted: times((at) => (at > 30 ? 0.3 : 1), WEEKS), known: { closedUntil: msAt(36) } },
    ],
    [
      'a fourth less, always',
      { counted: times(() => 0.75, TRAFFIC.flat(2000)), thirdParty: TRAFFIC.flat(2000) },
    ],
  ])('%s', (_, made) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { found, parts } = explained(made, seed);
      expect({ seed, found, parts }).toEqual({ seed, found: null, parts: [] });
    }
  });
});

describe('what is found does not rule out what looks the same', () => {
  it.each<[string, Cause, Cause, Made]>([
    [
      'an end that nobody noted',
      'different-days',
      'inactive-meanwhile',
      { counted: until(20, WEEKS) },
    ],
    [
      'inactive to the end',
      'inactive-meanwhile',
      'different-days',
      { counted: until(20, WEEKS), known: { state: 'inactive', lastModified: msAt(21) } },
    ],
    [
      'late to the end',
      'late-data',
      'different-days',
      { counted: until(31, WEEKS), known: { closedUntil: msAt(32) } },
    ],
    [
      'twice on a known day alone',
      'bad-day',
      'fired-twice',
      { counted: times(on(17, 2), WEEKS), known: { seen: seen(20) } },
    ],
  ])('%s: %s, and %s is not ruled out', (_, found, other, made) => {
    const told = explained(made);
    expect(told.found).toBe(found);
    const reading = told.readings.find(({ cause }) => cause === other);
    expect(reading).toMatchObject({ standing: 'not-ruled-out', sure: 0 });
  });

  it('a smooth curve whose ends agree rules out what the figures do', () => {
    const { readings } = explained({ counted: times(() => 0.7, WEEKS) });
    const ruledOut = readings.filter(({ standing }) => standing === 'ruled-out');
    expect(ruledOut.map(({ cause }) => cause)).toEqual([
      'late-data',
      'time-zone',
      'different-days',
      'inactive-meanwhile',
      'fired-twice',
      'bad-day',
    ]);
  });
});

it('that recordings saw protection stop it moves neither what is found nor how sure it is', () => {
  const judged = (stopped: number) => {
    const known = { protectedShare: 0.15, stopped };
    const { readings, ...rest } = explained({ counted: times(() => 0.88, WEEKS), known }, 1);
    return {
      ...rest,
      readings: readings.map(({ cause, standing, sure }) => [cause, standing, sure]),
    };
  };
  expect(judged(4)).toEqual(judged(0));
});
