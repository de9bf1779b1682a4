import { type Pairs, pairUp } from '@/lib/core/report/chart/pairs';
import type { About } from '@/lib/core/report/question';
import type { Series } from '@/lib/core/report/series';
import { sumOfAll } from '@/lib/core/report/series-sums';
import { type SeriesTotal, totalOf } from '@/lib/core/report/series-total';
import { reportsText as text } from '@/lib/text/reports/screens';

import type { CountedRow, OpenReport } from './report-actions';

/** One line of the figures: of a tracker, of one of several, or of none that is known here. */
export interface Figure {
  readonly key: string;
  readonly trackerIds: readonly number[];
  readonly name: string;
  readonly tuple: CountedRow['tuple'];
  readonly of: CountedRow['of'];
  readonly impressions: Series;
  readonly total: SeriesTotal;
}

/** The figures of a report, those of trackers first. */
export function figuresOf({ trackers, others }: OpenReport): readonly Figure[] {
  return [
    ...trackers.map((row) => ({
      ...row,
      key: keyOfTrackers(row.trackerIds),
      name: trackersName(row.names),
      total: totalOf(row.impressions),
    })),
    ...others.map(({ tuple, names, impressions }) => ({
      key: `none ${Object.values(tuple).join(' ')}`,
      trackerIds: [],
      name: text.noTracker,
      tuple,
      of: names,
      impressions,
      total: totalOf(impressions),
    })),
  ];
}

/**
 * Those that answer the question. Of a tracker without a placement the report has rows of others of its line item, too: their counts
 * are not its own.
 */
export function figuresAsked(figures: readonly Figure[], about: About): readonly Figure[] {
  if (about.kind !== 'tracker') return figures;
  return figures.filter(({ trackerIds }) => trackerIds.includes(about.id));
}

/** A tracker, or one of several, by name. */
export function trackersName(names: readonly string[]): string {
  const [only] = names;
  return names.length === 1 && only !== undefined ? only : text.oneOf(names);
}

/** By which a tracker, or one of several, is told from others on the screen. */
export function keyOfTrackers(ids: readonly number[]): string {
  return ids.join(' ');
}

/** All figures in one picture: what is not known of one is not known of all. */
export function pairsOfAll(figures: readonly Figure[]): Pairs | null {
  const [first] = figures;
  if (!first) return null;
  const all = figures.map(({ impressions }) => impressions);
  return pairUp(sumOfAll(all, first.impressions.by), null);
}
