import { MOST_DAYS, type NOT_COUNTED } from '../../core/report/proof/counted-part';
import type { Span } from '../../core/report/question';
import type { SeriesTotal } from '../../core/report/series-total';
import { plural } from '../ui';
import { countText, differenceText, percentText, spanText, totalText } from './periods';
import { reportTypeText } from './screens';

/** Words of what reports counted, in the file that is sent to others. */
export const countedText = {
  title: 'Counted by Monetize',
  none: 'Whether this was counted is not told: no report is in this file.',
  lead: `External impressions by day, from the first day of the recording on, ${MOST_DAYS} days at most. Days are those of the time zone beside them; reports know no tracker, so rows are joined by line item, publisher, placement and payment rule.`,
  oneOf: 'Reports do not tell these apart: what was counted is of one of these.',
  zone: (zone: string) => `Time zone: ${zone}.`,
  whole: (total: SeriesTotal) => `Counted: ${totalText(total, 'day')}.`,
  seen: (times: number, days: Span | null) =>
    days === null
      ? 'Recorded here: not seen firing.'
      : `Recorded here: fired ${plural(times, 'time', 'times')}, ${spanText(days)}.`,
  notCompared: 'It was not compared with an ad server’s report.',
  adServer: (name: string, file: string, zone: string | null) =>
    `Ad server: ${name}, file ${file}, ${zone === null ? 'time zone not known' : `time zone ${zone}`}.`,
  unnamed: 'not known',
  compared: (difference: number | null, percent: number | null) =>
    difference === null
      ? 'No day is known by both sides.'
      : `Difference over the days that both know: ${differenceText(difference)}, ${percentText(percent)}: (1 − Monetize ÷ ad server) × 100.`,
  whyOf: (days: Span) => `Why, over ${spanText(days)}:`,
  noWhy: 'Why they differ was not looked into.',
  columns: {
    day: 'Day',
    seen: 'Fired here',
    monetize: 'Monetize',
    adServer: 'Ad server',
    difference: 'Difference',
    percent: 'Per cent',
  },
  key: {
    alone: 'Solid line: Monetize. A gap is a day that is not known.',
    compared:
      'Solid line: Monetize; dashed: the ad server. Bars: the difference, upwards where the ad server counted more. A gap is a day that is not known.',
  },
  picture: (name: string) => `Counts of ${name} by day; the table has the same values`,
  notDrawn: (most: number) => `Pictures are of the first ${most}; the tables have all.`,
  notCounted: {
    'no-report': 'no kept report has its days.',
    'no-row': 'the reports of its days have no row that is told to be its own.',
  } satisfies Record<(typeof NOT_COUNTED)[number], string>,
  reports: 'Reports',
  reportColumns: {
    report: 'Report',
    days: 'Days',
    made: 'Made (UTC)',
    closed: 'Complete until (UTC)',
  },
  madeUnknown: (asked: string) => `Not told; asked for ${asked}`,
  closedUnknown: 'Not known',
  unread: (count: number) =>
    `${plural(count, 'row', 'rows')} could not be read and ${count === 1 ? 'is' : 'are'} left out`,
  grows: 'Days after the moment until which a report is complete may still grow.',
  type: reportTypeText,
  span: spanText,
  count: countText,
  difference: differenceText,
  percent: percentText,
};
