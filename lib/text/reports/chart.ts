import type { ChartValue } from '../../core/report/chart/chart';
import type { Pairs } from '../../core/report/chart/pairs';
import type { Period } from '../../core/report/series';
import { countText, differenceText, percentText, periodText, weekdayText } from './periods';

/** Words of the pictures of reports. */
export const chartText = {
  counted: 'Monetize',
  thirdParty: 'Ad server',
  differenceWhy: 'Difference: up where the ad server counted more',
  weekend: 'Saturday, Sunday',
  worst: 'Worst day',
  legend: 'What the picture shows',
  days: (label: string) => `${label}: go through it by the arrow keys`,
  keys: 'Arrow keys go from one to the next, Page Up and Page Down further, Home and End to the ends.',
  asTable: 'As a table',
  table: (label: string) => `${label}, as a table`,
  nothing: 'Nothing to draw: the report has no day.',
  allUnknown: 'No day is known, so nothing is drawn.',
  columns: {
    period: { day: 'Day', hour: 'Hour' },
    counted: 'Monetize',
    thirdParty: 'Ad server',
    difference: 'Difference',
    percent: 'Per cent',
    seen: 'Seen firing',
  },
  zoneUnknown: 'time zone not known',
  zoned: (title: string, zone: string) => `${title} (${zone})`,
  sortBy: (column: string) => `Sort by ${column}`,
  multiples: 'Each tracker by itself',
  scale: 'Height',
  shared: 'The same for all',
  own: 'Its own for each',
  moreMultiples: (shown: number, all: number) =>
    `The first ${shown} of ${all} are shown. Choose a tracker among the figures to see another.`,
};

/** A count of the ad server; where its days are not, or not known to be, those of the other side, that is said with it. */
export function thirdPartyCount(
  count: number | null,
  zone: string,
  otherZone: string | null,
): string {
  const said = countText(count);
  if (count === null || otherZone === zone) return said;
  return `${said} (${otherZone ?? chartText.zoneUnknown})`;
}

/** The head of the ad server’s counts, with their zone. */
export function thirdPartyTitle(zone: string, otherZone: string | null): string {
  if (otherZone === zone) return chartText.thirdParty;
  return chartText.zoned(chartText.thirdParty, otherZone ?? chartText.zoneUnknown);
}

/** What is known of one period, in a line; the zone is named with it. */
export function valueText(
  value: Pick<
    ChartValue,
    'period' | 'counted' | 'thirdParty' | 'difference' | 'percent' | 'isWorst'
  >,
  { isCompared }: Pick<Pairs, 'isCompared'>,
  zone: string,
  otherZone: string | null,
): string {
  const when = `${weekdayText(value.period)} (${zone})`;
  const counted = `${chartText.counted} ${countText(value.counted)}`;
  if (!isCompared) return `${when}: ${counted}`;
  const other = `ad server ${thirdPartyCount(value.thirdParty, zone, otherZone)}`;
  const apart =
    value.difference === null
      ? 'difference not known'
      : `difference ${differenceText(value.difference)}${value.percent === null ? '' : `, ${percentText(value.percent)}`}`;
  return `${when}: ${counted}; ${other}; ${apart}${value.isWorst ? '. Worst day' : ''}`;
}

/** What a picture shows, in a sentence, for who does not see it. */
export function chartSummary(
  { pairs, isCompared, by }: Pairs,
  zone: string,
  worst: Period | null,
): string {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return chartText.nothing;
  const what = isCompared
    ? 'Impressions counted by Monetize and by the ad server'
    : 'Impressions counted by Monetize';
  const [highest] = pairs
    .filter(({ counted }) => counted !== null)
    .toSorted((a, b) => (b.counted ?? 0) - (a.counted ?? 0));
  const top = highest
    ? ` Monetize counted most on ${periodText(highest.period)}: ${countText(highest.counted)}.`
    : ' Nothing of Monetize is known.';
  const bad = worst === null ? '' : ` The worst day is ${periodText(worst)}.`;
  const span = `${periodText(first.period)} to ${periodText(last.period)}`;
  return `${what}, by ${by}, ${span} (${zone}).${top}${bad}`;
}
