import { HOURS, numberOf, periodOf, seriesOf } from '../period-count';
import type { Grain } from '../question';
import type { ThirdPartyPlacement } from '../third-party';

/** One figure of an ad server’s report; `count` is `null` where it could not be read. */
export interface Figure {
  readonly placement: string;
  readonly placementId: string | null;
  readonly day: string;
  readonly hour: number | null;
  readonly count: number | null;
  readonly device: string | null;
  readonly system: string | null;
}

type Counts = Map<number, number | null>;
interface Gathered {
  readonly placement: string;
  readonly placementId: string | null;
  readonly counts: Counts;
  readonly segments: Map<string, { device: string | null; system: string | null; counts: Counts }>;
}

/** Under what the rows of one placement are summed: its id where the row has one. */
export function placementKey({
  placement,
  placementId,
}: Pick<Figure, 'placement' | 'placementId'>): string {
  return placementId === null ? `name ${placement}` : `id ${placementId}`;
}

/** Sums figures per placement and period. What could not be read in one row is not known of its period. */
export function gather(figures: Iterable<Figure>, by: Grain) {
  const found = new Map<string, Gathered>();
  const periods = new Set<number>();
  for (const figure of figures) {
    const key = placementKey(figure);
    const { placement, placementId, device, system, day, hour, count } = figure;
    let one = found.get(key);
    if (!one) {
      one = { placement, placementId, counts: new Map(), segments: new Map() };
      found.set(key, one);
    }
    const date = numberOf(day, 'day');
    const period = by === 'day' ? date : date * HOURS + (hour ?? 0);
    periods.add(period);
    add(one.counts, period, count);
    if (device === null && system === null) continue;
    const segment = `${device ?? ''}\n${system ?? ''}`;
    const part = one.segments.get(segment) ?? { device, system, counts: new Map() };
    one.segments.set(segment, part);
    add(part.counts, date, count);
  }
  return { found: [...found.values()], periods };
}

function add(counts: Counts, at: number, count: number | null): void {
  const before = counts.get(at);
  counts.set(at, count === null || before === null ? null : (before ?? 0) + count);
}

/** How many counts the series of these would have. */
export function sizeOf({ found, periods }: ReturnType<typeof gather>, by: Grain): number {
  let size = periods.size;
  for (const { counts, segments } of found) {
    const [first, last] = rangeOf(counts, by);
    size += last - first + 1;
    for (const part of segments.values()) {
      const [from, to] = rangeOf(part.counts, 'day');
      size += to - from + 1;
    }
  }
  return size;
}

/** The placements with their series. */
export function placementsOf(
  { found, periods }: ReturnType<typeof gather>,
  by: Grain,
): readonly ThirdPartyPlacement[] {
  return found.map(({ placement, placementId, counts, segments }) => {
    const all = by === 'hour' ? withEmptyHours(counts, periods) : counts;
    const parts = [...segments.values()].map((part) => ({
      device: part.device,
      system: part.system,
      impressions: seriesOf(part.counts, 'day', rangeOf(part.counts, 'day')),
    }));
    return {
      placement,
      placementId,
      impressions: seriesOf(all, by, rangeOf(counts, by)),
      ...(parts.length > 0 && { segments: parts }),
    };
  });
}

/**
 * Reports leave out hours in which nothing was served. An hour of a day on which the placement has rows is none where the file
 * has rows of others in that hour; where it has none at all, nobody knows.
 */
function withEmptyHours(counts: Counts, periods: ReadonlySet<number>): Counts {
  const full = new Map(counts);
  for (const day of new Set([...counts.keys()].map((hour) => Math.floor(hour / HOURS)))) {
    for (let hour = day * HOURS; hour < (day + 1) * HOURS; hour += 1) {
      if (!full.has(hour) && periods.has(hour)) full.set(hour, 0);
    }
  }
  return full;
}

/** The first period and the last; of hours whole days. */
function rangeOf(counts: Counts, by: Grain): readonly [number, number] {
  let [first, last] = [Infinity, -Infinity];
  for (const at of counts.keys()) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  if (by === 'day') return [first, last];
  return [Math.floor(first / HOURS) * HOURS, Math.floor(last / HOURS) * HOURS + HOURS - 1];
}

/** The days from the first to the last that were counted. */
export function spanOf(periods: ReadonlySet<number>, by: Grain) {
  const counts: Counts = new Map([...periods].map((at) => [at, 0] as const));
  const [first, last] = rangeOf(counts, by);
  const day = (at: number) => periodOf(at, by).slice(0, 10);
  return { first: day(first), last: day(last) };
}
