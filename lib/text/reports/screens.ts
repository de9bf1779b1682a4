import type { Report } from '../../core/report/report';
import type { About, Question, When } from '../../core/report/question';
import type { ReportType } from '../../core/report/report-type';
import { formatCount, formatMoment, plural } from '../ui';
import { spanText } from './periods';

/** Words of the place where reports are asked for and read. */
export const reportsText = {
  title: 'Reports',
  loading: 'Reading the reports…',
  loadingOne: 'Reading the report…',
  back: 'All reports',
  signedOut: 'You are not signed in.',
  signedOutNext: 'Sign in under Trackers. Reports that are kept are shown then.',
  noAdvertiser: 'No advertiser is chosen.',
  noAdvertiserNext: 'Choose one under Trackers, then come back.',
  toTrackers: 'Go to the trackers',

  ask: 'Ask',
  asking: 'Asking…',
  ready: 'Ready-made questions',
  readyLead: (zone: string) =>
    `External impressions by day, as Monetize counted them. Days are those of ${zone}.`,
  about: 'About',
  lastWeek: 'Last 7 days',
  lastMonth: 'Last month',
  askFor: (when: string, subject: string) => `${when}: ${subject.toLowerCase()}`,
  other: 'Another question',
  otherHint: 'Other days, by hour, or in another time zone.',
  subject: {
    tracker: 'This tracker',
    'line-item': 'This line item',
    publisher: 'This publisher',
    advertiser: 'All of this advertiser',
  },
  kinds: {
    advertiser: 'Advertiser',
    'line-item': 'Line item',
    publisher: 'Publisher',
    tracker: 'Tracker',
  },
  which: { tracker: 'Tracker', 'line-item': 'Line item', publisher: 'Publisher' },
  whichMissing: 'Choose which one.',
  when: 'When',
  custom: 'Other days',
  first: 'First day',
  last: 'Last day',
  dateMissing: 'Give a date.',
  dateOrder: 'The last day is before the first.',
  dateFuture: 'This day has not come yet.',
  by: 'By',
  day: 'Day',
  hour: 'Hour',
  hourHint: 'Hours are kept by the service for 100 days.',
  zone: 'Time zone',
  zoneHint: 'Microsoft asks for UTC where a discrepancy is filed.',
  zonesLoading: 'The time zones are being listed…',
  zonesFailed: 'The time zones could not be listed. UTC can be asked for all the same.',

  runs: 'Under way',
  kept: 'Kept reports',
  none: 'No reports yet',
  noneNext: 'Ask one of the questions above. What comes is kept, and is here at once next time.',
  unreadable: (count: number) =>
    `${plural(count, 'report', 'reports')} kept in this browser cannot be read by this version.`,
  columns: {
    about: 'About',
    span: 'Days',
    impressions: 'Impressions',
    made: 'Asked for',
    act: 'Remove',
  },
  remove: (name: string) => `Remove the report of ${name}`,
  removeTitle: 'Remove this report?',
  removeWhat: 'It is removed from this browser. It can be asked for again.',
  removeIt: 'Remove',
  keepIt: 'Keep it',

  gone: 'This report is not here',
  goneNext:
    'It may have been removed, or have been made in another browser or for another sign-in.',
  cancel: 'Cancel',
  cancelOf: (name: string) => `Cancel the report of ${name}`,
  askAgain: 'Ask again',
  tryAgain: 'Try again',
  steps: {
    asked: 'Asking the service for the report.',
    waiting: 'The report waits in the queue of the service.',
    reading: 'The report is being read.',
    failed: 'The report did not come.',
    cancelled: 'The report was cancelled.',
  },
  stepNames: { asked: 'Asked', waiting: 'In the queue', reading: 'Reading' },
  stepsNext: {
    asked: 'Nothing to do. It goes on when this page is closed.',
    waiting: 'This may take some minutes. It goes on when this page is closed.',
    reading: 'It goes on when this page is closed.',
    failed: 'Ask again, or ask for fewer days.',
    cancelled: 'Nothing of it is kept. It can be asked for again.',
  },
  rowsRead: (rows: number) => `${plural(rows, 'row', 'rows')} read`,

  views: 'What is shown',
  figures: 'Figures',
  pictures: 'Each by itself',
  compare: 'Ad server’s report',
  facts: {
    span: 'Days',
    zone: 'Time zone',
    by: 'By',
    impressions: 'Impressions',
    made: 'Made',
    fresh: 'Complete until',
    type: 'Report',
    rows: 'Rows',
  },
  byZone: (by: string, zone: string) => `by ${by} (${zone})`,
  byWords: { day: 'Day', hour: 'Hour' },
  yourTime: (at: number) => `${formatMoment(at)}, your time`,
  madeUnknown: (askedAt: number) =>
    `not told by the service; asked for ${formatMoment(askedAt)}, your time`,
  freshUnknown: 'not known: the service does not tell',
  late: 'Days after that may still grow.',
  rows: ({ rows, unread, rowCount = null }: Pick<Report, 'rows' | 'unread' | 'rowCount'>) =>
    [
      unread === 0
        ? formatCount(rows)
        : `${formatCount(rows)}, of which ${formatCount(unread)} could not be read and are left out`,
      ...(rowCount === null ? ['Whether that is all is not known: the service did not say.'] : []),
    ].join('. '),
  empty: 'Nothing was counted',
  emptyNext:
    'The report has no row of external impressions. Check the days, and whether the trackers were active and their tags fired.',
  figureColumns: {
    tracker: 'Tracker',
    id: 'ID',
    impressions: 'Impressions',
    lineItem: 'Line item',
    publisher: 'Publisher',
    placement: 'Placement',
    paymentRule: 'Payment rule',
  },
  figuresLabel: 'Impressions by tracker',
  sortBy: (column: string) => `Sort by ${column}`,
  oneOf: (names: readonly string[]) => `One of these: ${names.join(', ')}`,
  oneOfWhy:
    'Reports know no tracker. These share line item, publisher, placement and payment rule, so which of them fired is not known.',
  noTracker: 'No tracker here',
  noTrackerWhy:
    'No tracker that is kept here has this line item, publisher, placement and payment rule.',
  notTold: 'not told',
  noneOf: 'None',
  chooseRow: 'Choose a row to see its days.',
  total: 'All together',
  passportOf: (id: number) => `Passport of tracker ${id}`,
};

/** What a question is about, in a few words. */
export function aboutText(about: About, name: string | null): string {
  if (about.kind === 'advertiser') return name ?? reportsText.subject.advertiser;
  const kind = reportsText.kinds[about.kind];
  return `${kind} ${name === null ? about.id : `${name} (${about.id})`}`;
}

/** Which days a question is about. */
function whenText(when: When): string {
  if (when.kind === 'custom') return spanText(when.span);
  return when.kind === 'last-7-days' ? reportsText.lastWeek : reportsText.lastMonth;
}

/** A question as a person reads it. */
export function questionText({ about, when, by, timeZone }: Question, name: string | null): string {
  const days = when.kind === 'custom' ? whenText(when) : whenText(when).toLowerCase();
  return `${aboutText(about, name)}, ${days}, by ${by} (${timeZone})`;
}

/** What the report is called in Monetize. */
export const reportTypeText: Readonly<Record<ReportType, string>> = {
  network_analytics: 'Network Analytics',
  network_publisher_analytics: 'Network Publisher Analytics',
  publisher_analytics: 'Publisher Analytics',
  monetize_creative_brand_analytics: 'Monetize Delivery',
  monetize_supply_analytics: 'Monetize Inventory',
};
