import type { CaseWords } from '../../core/report/case-file/case-columns';
import { CASE_DAYS, type Missing, type MissingCode } from '../../core/report/case-file/missing';
import { formatCount, plural } from '../ui';

// Beside the trackers, or the days, that it is about.
const TRACKERS = (ids: readonly number[]) =>
  ids.length === 1 ? `tracker ${ids[0]}` : plural(ids.length, 'tracker', 'trackers');
const days = (count: number | null) => plural(count ?? 0, 'day', 'days');

/** What a case has not of what Microsoft asks for, and what to do about it. */
const MISSING_TEXT: Readonly<
  Record<MissingCode, (missing: Missing) => { readonly sentence: string; readonly next: string }>
> = {
  'not-compared': ({ trackerIds }) => ({
    sentence: `No day of ${TRACKERS(trackerIds)} is known by both sides.`,
    next: 'Ask for a report of the days that the ad server’s file has, and match its placements.',
  }),
  few: ({ trackerIds }) => ({
    sentence: `The ad server counted too few impressions of ${TRACKERS(trackerIds)} to judge.`,
    next: 'Wait until there are more, or take a longer span.',
  }),
  'not-over': ({ trackerIds }) => ({
    sentence: `The difference of ${TRACKERS(trackerIds)} is not over the threshold.`,
    next: 'Leave it out: Microsoft looks into what is over 10 %, 15 % on mobile.',
  }),
  'too-old': ({ trackerIds }) => ({
    sentence: `All days of ${TRACKERS(trackerIds)} are more than ${CASE_DAYS} days ago.`,
    next: `Microsoft looks into the last ${CASE_DAYS} days. Take newer ones.`,
  }),
  'partly-old': ({ days: count }) => ({
    sentence: `The file has ${days(count)} of more than ${CASE_DAYS} days ago.`,
    next: `Take the last ${CASE_DAYS} days alone.`,
  }),
  gaps: ({ days: count }) => ({
    sentence: `The file has ${days(count)} that one side does not know. No sum has them.`,
    next: 'Ask both sides for the same days.',
  }),
  'counted-zone': () => ({
    sentence: 'The days of Monetize’s report are not in UTC.',
    next: 'Ask for the report again with UTC as its time zone.',
  }),
  'third-party-zone': () => ({
    sentence: 'The days of the ad server’s report are not in UTC.',
    next: 'Export it again in UTC, where the ad server can.',
  }),
  'zone-unknown': () => ({
    sentence: 'The ad server’s file does not say its time zone.',
    next: 'Look it up in the ad server and say it.',
  }),
  'one-of-several': ({ trackerIds }) => ({
    sentence: `The report does not tell ${plural(trackerIds.length, 'tracker', 'trackers')} apart: what was counted is of one of these.`,
    next: 'Name all of them in the case.',
  }),
  'no-line-item': ({ trackerIds }) => ({
    sentence: `The report does not tell the line item of ${TRACKERS(trackerIds)}.`,
    next: 'Ask for a report that has line items.',
  }),
  'no-publisher': ({ trackerIds }) => ({
    sentence: `The report does not tell the publisher of ${TRACKERS(trackerIds)}.`,
    next: 'Ask for a report that has publishers.',
  }),
  'no-placement': ({ trackerIds }) => ({
    sentence: `The report does not tell the placement of ${TRACKERS(trackerIds)}.`,
    next: 'Ask for a report that has placements.',
  }),
  'no-third-party-id': ({ trackerIds }) => ({
    sentence: `The ad server’s ids of placements of ${TRACKERS(trackerIds)} are not in its file.`,
    next: 'Export it again with the placement’s id.',
  }),
  'no-device': ({ trackerIds }) => ({
    sentence: `The ad server’s file does not tell the devices of ${TRACKERS(trackerIds)}.`,
    next: 'Export it again by device.',
  }),
  'no-system': ({ trackerIds }) => ({
    sentence: `The ad server’s file does not tell the operating systems of ${TRACKERS(trackerIds)}.`,
    next: 'Export it again by operating system.',
  }),
  'counted-device': () => ({
    sentence: 'What Monetize counted is not told by device or operating system here.',
    next: 'Say so in the case.',
  }),
};

/** What is missing, as a person reads it before the file is made. */
export function missingText(missing: Missing): {
  readonly sentence: string;
  readonly next: string;
} {
  return MISSING_TEXT[missing.code](missing);
}

export const caseFileText = {
  make: 'Case file',
  hint: 'What Microsoft asks for when a discrepancy is filed: daily rows with both counts, ids and the formula, as XLSX or CSV.',
};

/** Words of the file itself. */
export const caseWords: CaseWords = {
  sheets: { summary: 'Summary', days: 'Days', ids: 'Ids', devices: 'Devices' },
  columns: {
    day: 'Day',
    trackerIds: 'Tracker ID',
    trackerNames: 'Tracker name',
    lineItemId: 'Line item ID',
    publisherId: 'Publisher ID',
    placementId: 'Placement ID',
    paymentRuleId: 'Payment rule ID',
    thirdPartyIds: 'Ad server placement ID',
    thirdPartyNames: 'Ad server placement',
    counted: 'Microsoft impressions',
    thirdParty: 'Ad server impressions',
    difference: 'Difference',
    percent: 'Discrepancy %',
    device: 'Device',
    system: 'Operating system',
  },
  title: 'Discrepancy of impression trackers',
  formula: ['Formula', '(1 − Microsoft ÷ third party) × 100'],
  threshold: 'Threshold %',
  filed: 'Made on',
  countedZone: 'Time zone, Microsoft',
  thirdPartyZone: 'Time zone, ad server',
  notSaid: 'not said',
  missing: 'Missing',
  nothingMissing: 'Nothing that Microsoft asks for is missing.',
  say: (missing) => missingText(missing).sentence,
  more: (kept) => `There are more rows than the ${formatCount(kept)} above.`,
  cutNote: '… (cut)',
};
