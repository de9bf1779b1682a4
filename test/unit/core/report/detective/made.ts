import type { CaseFacts } from '@/lib/core/report/cause';
import { createRandom } from '../../../../sandbox/random';

/** A seeded source of counts as they come: Poisson, normal, and a factor from day to day. */
export function createChance(seed: number) {
  const random = createRandom(seed);
  const even = () => (random.int(0, 2 ** 30 - 1) + 0.5) / 2 ** 30;
  const normal = () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
  const poisson = (mean: number): number => {
    if (mean <= 0) return 0;
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let count = 0;
    for (let rest = Math.exp(-mean), left = even(); left > rest; left *= even()) count += 1;
    return count;
  };
  return { normal, poisson, int: random.int };
}

export type Chance = ReturnType<typeof createChance>;

/** How many impressions a day has on the mean: a week, a trend, or as told. */
export type Traffic = (day: number) => number;

export const TRAFFIC = {
  flat:
    (a: number): Traffic =>
    () =>
      a,
  weekly:
    (a: number): Traffic =>
    (day) =>
      day % 7 >= 5 ? 0.5 * a : a,
  growing:
    (a: number): Traffic =>
    (day) =>
      a * (0.2 + day * 0.06),
  growingWeeks:
    (a: number): Traffic =>
    (day) =>
      a * (0.3 + day * 0.04) * ((day + 70) % 7 >= 5 ? 0.6 : 1),
  falling:
    (a: number): Traffic =>
    (day) =>
      a * Math.exp(-day / 12) + 30,
};

/** The first day of made curves. */
export const FIRST = '2026-10-05';
export const msAt = (day: number, hour = 0) =>
  Date.parse(`${FIRST}T00:00:00Z`) + (day * 24 + hour) * 3_600_000;

/** What is known of a case where nothing is but its curves. */
export function factsOf(
  counted: readonly (number | null)[],
  thirdParty: readonly (number | null)[],
  known: Partial<CaseFacts> = {},
): CaseFacts {
  return {
    counted: { by: 'day', first: FIRST, counts: [...counted] },
    thirdParty: { by: 'day', first: FIRST, counts: [...thirdParty] },
    countedZone: 'UTC',
    thirdPartyZone: null,
    closedUntil: msAt(400),
    state: 'active',
    lastModified: null,
    switched: [],
    seen: [],
    tagCachebuster: null,
    stopped: 0,
    protectedShare: 0.12,
    ...known,
  };
}

/** Two counts of the same days, each with its own noise: more than there is, as most are counted by both. */
export function twoCounts(
  chance: Chance,
  days: number,
  thirdParty: Traffic,
  counted: Traffic = thirdParty,
  scatter = 0,
) {
  const each = Array.from({ length: days }, (_, day) => day);
  const uneven = () => Math.exp(scatter * chance.normal() - scatter ** 2 / 2);
  return {
    counted: each.map((day) => chance.poisson(counted(day) * uneven())),
    thirdParty: each.map((day) => chance.poisson(thirdParty(day))),
  };
}

/** Traffic by the hour: most of it in the evening. */
export const hourly =
  (day: Traffic): Traffic =>
  (hour) =>
    (day(Math.floor(hour / 24)) / 24) * (1 + 0.8 * Math.sin((hour - 12) * (Math.PI / 12)));

/** The day of an ad server whose day begins `hours` after that of Monetize, as Monetize cuts it. */
export const movedDays =
  (day: Traffic, hours: number): Traffic =>
  (at) =>
    Array.from({ length: 24 }, (_, hour) => hourly(day)(at * 24 + hour - hours)).reduce(
      (whole, one) => whole + one,
      0,
    );
