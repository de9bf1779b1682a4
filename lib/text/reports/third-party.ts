import type { ReportColumn } from '../../core/report/third-party/columns';
import type { ReportProblem, SheetUse } from '../../core/report/third-party/read-report';
import type { ThirdPartyReport } from '../../core/report/third-party';
import { plural } from '../ui';

/** Words for an ad server's own report that is read. */
export const thirdPartyText = {
  drop: 'Drop the ad server’s report here',
  hint: 'A CSV or XLSX with a day, a placement and its impressions in each row, as CM360, Ad Manager, Kevel, Adform and others export it.',
  noColumns: 'The columns of this report are not known.',
  noColumnsNext:
    'Choose which are the day, the placement and the impressions. It is remembered for files with the same titles.',
  alsoImpressions: (titles: readonly string[]) =>
    `Other columns count impressions, too: ${titles.map((title) => `“${title}”`).join(', ')}.`,
  alsoImpressionsNext: 'Choose another one if it is the one that your pixel is counted by.',
  sheet: (name: string, use: string) => `Sheet “${name}” is ${use}.`,
  noZone: 'The file does not say its time zone.',
};

export const reportColumnText: Readonly<Record<ReportColumn, string>> = {
  date: 'Day',
  hour: 'Hour',
  placement: 'Placement',
  placementId: 'Placement ID',
  impressions: 'Impressions',
  device: 'Device',
  system: 'Operating system',
};

/** Asks what the file leaves open. */
export function askOrderText(example: string) {
  return {
    sentence: `Nothing in the file tells whether ${example} has the day first or the month.`,
    next: 'Say which it is. It is remembered for files with the same titles.',
    dmy: 'Day first',
    mdy: 'Month first',
  };
}

/** Why a file is no report. */
export const reportProblemText: Readonly<
  Record<ReportProblem, { readonly sentence: string; readonly next: string }>
> = {
  'no-days': {
    sentence: 'No row of this file has a day and a placement.',
    next: 'Export the report by day, or choose other columns.',
  },
  'mixed-dates': {
    sentence: 'The dates of this file are not all written in one order that can be told.',
    next: 'Export it again with dates like 2026-11-12.',
  },
  'too-long': {
    sentence: 'The days of this file are more than three years apart.',
    next: 'Look for a mistyped year, or export fewer days.',
  },
  'too-much': {
    sentence: 'This file has more figures than are compared at once.',
    next: 'Export it by day, or with fewer days or placements.',
  },
};

export const sheetUseText: Readonly<Record<SheetUse['use'], string>> = {
  read: 'read',
  'other-columns': 'not read: its columns are others',
  'read-hidden': 'read, though it is hidden: no other sheet is a report',
  hidden: 'not read: it is hidden. Show it in the spreadsheet if its figures belong to the report',
  overlap: 'not read: its figures are in another sheet, too',
};

const WHY: Readonly<Record<ThirdPartyReport['leftOut'][number]['why'], (count: number) => string>> =
  {
    total: (count) => plural(count, 'total', 'totals'),
    'no-date': (count) => `${plural(count, 'row', 'rows')} without a date`,
    'no-count': (count) => `${plural(count, 'count', 'counts')} that cannot be read`,
    'no-placement': (count) => `${plural(count, 'row', 'rows')} without a placement`,
  };

/** Which rows of a report are no figures, and how many of each; `null` where all are. */
export function leftOutText({ leftOut, leftOutMore = 0 }: ThirdPartyReport): string | null {
  const counts = new Map<keyof typeof WHY, number>();
  for (const { why } of leftOut) counts.set(why, (counts.get(why) ?? 0) + 1);
  const parts = [...counts].map(([why, count]) => WHY[why](count));
  if (leftOutMore > 0) parts.push(`${plural(leftOutMore, 'more row', 'more rows')}`);
  return parts.length === 0 ? null : `Left out: ${parts.join(', ')}.`;
}
