import { z } from '../base/schema';

/** The most times that a tracker can be expected on a page view. */
const MAX_TIMES = 99;

/** How often a tracker should fire on each page view that shows it: exactly so often, or at least once. */
export const TimesSchema = z.union([
  z.int().check(z.gte(1), z.lte(MAX_TIMES)),
  z.literal('at-least-once'),
]);
export type Times = z.infer<typeof TimesSchema>;

/** What is expected where nobody says otherwise. */
export const ONCE: Times = 1;

/** A tracker of which something else is expected than that it fires once. */
export const ExpectationSchema = z.object({ trackerId: z.number(), times: TimesSchema });
export type Expectation = z.infer<typeof ExpectationSchema>;

/** What is expected, by tracker; of those that are not among them, once. */
export type TimesById = ReadonlyMap<number, Times>;

interface Expecting {
  readonly expectedIds: readonly number[];
  readonly expectations?: readonly Expectation[];
}

/** How often trackers are expected, of those that are expected at all. */
export function timesOf({ expectedIds, expectations = [] }: Expecting): TimesById {
  const expected = new Set(expectedIds);
  return new Map(
    expectations.flatMap(({ trackerId, times }) =>
      expected.has(trackerId) && times !== ONCE ? [[trackerId, times] as const] : [],
    ),
  );
}

/** The same with another expectation of one tracker; none is kept that says no more than the default. */
export function withTimes(
  { expectations = [] }: Pick<Expecting, 'expectations'>,
  trackerId: number,
  times: Times,
): Expectation[] {
  const others = expectations.filter((one) => one.trackerId !== trackerId);
  return times === ONCE ? others : [...others, { trackerId, times }];
}

/** How often a tracker may fire on a page view before it is too often. */
export function mostTimes(times: Times): number {
  return times === 'at-least-once' ? Infinity : times;
}

/** How often it has to fire on a page view. */
export function fewestTimes(times: Times): number {
  return times === 'at-least-once' ? 1 : times;
}
