import type { Agreement } from '../../core/report/reconciled';
import type { FileProblem } from '../../core/table/file-problem';
import { formatCount, plural } from '../ui';
import { periodText } from './periods';

/** Words of laying an ad server's own report beside what Monetize counted. */
export const comparingText = {
  lead: 'Drop the ad server’s own report of the same days. It is read in this browser; nothing is uploaded.',
  dropHere: 'Drop the ad server’s report here',
  dropNext: '.xlsx or .csv, by day, with placements and impressions.',
  choose: 'Choose a file',
  another: 'Another file',
  reading: (name: string) => `Reading ${name}…`,
  cancel: 'Cancel',
  comparing: 'Laying both beside each other…',

  columns: 'Columns',
  columnsHint:
    'Choose another where one was taken for something else. Files with the same titles are then read in the same way, in this browser.',
  tellColumns: 'Say which columns are which',
  tellColumnsHint:
    'A date, impressions, and a placement or its id are wanted. Files with the same titles are then read in the same way, in this browser.',
  noColumn: 'None',
  column: {
    date: 'Date',
    hour: 'Hour',
    placement: 'Placement',
    placementId: 'Placement ID',
    impressions: 'Impressions',
  },
  notRecognised: 'Not all of its columns were recognised.',
  datesTitle: 'How are its dates written?',
  datesWhy: (samples: readonly string[]) =>
    `They can be read in two ways: ${samples.join(', ')}. Nothing in the file tells which.`,
  dmy: (sample: string) => `Day first: ${sample}`,
  mdy: (sample: string) => `Month first: ${sample}`,

  remarks: 'About the file',
  zoneUnknown: 'The file does not tell its time zone: its days may be other hours.',
  zoneOther: (ours: string, theirs: string) =>
    `The report is in ${ours}, the file in ${theirs}: their days are not the same hours.`,
  leftOut: (count: number) => `${plural(count, 'row', 'rows')} left out:`,
  why: {
    total: (count: number) => plural(count, 'total', 'totals'),
    'no-date': (count: number) => `${formatCount(count)} without a date`,
    'no-count': (count: number) => `${formatCount(count)} without a count`,
    'no-placement': (count: number) => `${formatCount(count)} without a placement`,
  },
  whyMore: (count: number) => `${formatCount(count)} more`,

  threshold: 'Agree up to',
  thresholdUnit: 'per cent',
  thresholdHint: 'Microsoft looks into more than 10 %, on mobile more than 15 %.',
  thresholdWrong: 'Give a number from 0 to 100.',

  match: 'Match by hand',
  placement: 'Placement',
  belongsTo: 'Tracker',
  howKnown: 'How it is known',
  impressions: 'Impressions',
  trackerOf: (placement: string) => `Tracker of ${placement}`,
  noTracker: 'No tracker',
  matchHint:
    'What is chosen here is kept for this placement. What has no tracker is not counted below.',

  table: 'Both counts by tracker',
  rowColumns: {
    tracker: 'Tracker',
    agreement: 'Agreement',
    counted: 'Monetize',
    thirdParty: 'Ad server',
    difference: 'Difference',
    percent: 'Per cent',
    worst: 'Worst day',
    why: 'Why',
  },
  noRows: 'Nothing to compare',
  noRowsNext:
    'No placement of the file belongs to a tracker of the report. Match them by hand above.',
  chooseRow: 'Choose a row to see its days, and why the counts may differ.',
  both: (counted: string, thirdParty: string, difference: string, percent: string, zone: string) =>
    `Monetize ${counted}, ad server ${thirdParty}, difference ${difference}, ${percent} (${zone}).`,
  wholeOf: (days: number) => `Over ${plural(days, 'day', 'days')} that both sides know.`,
  seenOn: (day: string) => `Seen firing on ${periodText(day)}`,
  seenNone: 'No verification of these days saw it.',
  noWorst: 'none',

  next: 'Next:',
  notLooked: 'Causes were not looked for.',

  caseTitle: 'Case file',
  caseLead: 'What Microsoft asks for where a discrepancy is filed: daily rows, both counts, ids.',
  caseReady: 'Nothing that can be known here is missing.',
  caseMissing: 'What is missing, or may be asked about:',
  saveXlsx: 'Save as XLSX',
  saveCsv: 'Save as CSV',
  saved: (name: string) => `Saved ${name}.`,
};

export const agreementText: Readonly<Record<Agreement, string>> = {
  agrees: 'Agree',
  over: 'Over the threshold',
  few: 'Too few to judge',
  unknown: 'Not known',
};

/** Why an agreement is what it is. */
export function agreementWhy(agreement: Agreement, threshold: number | null): string {
  if (agreement === 'unknown') return 'One of the two counts is not known.';
  if (agreement === 'few') return 'The ad server counted fewer than 1,000 impressions.';
  if (threshold === null) return '';
  if (agreement === 'agrees') return `The difference is ${threshold} % or less.`;
  return `The difference is more than ${threshold} %.`;
}

/** Why a file is not taken, and what to do. */
export const reportFileText: Readonly<
  Record<FileProblem, { readonly sentence: string; readonly next: string }>
> = {
  unreadable: { sentence: 'This is no file of a table.', next: 'Save it as .xlsx or .csv.' },
  damaged: { sentence: 'The file is damaged.', next: 'Export it from the ad server once more.' },
  'old-format': {
    sentence: 'This is the format of Excel before 2007.',
    next: 'Save it as .xlsx or .csv.',
  },
  'no-header': {
    sentence: 'No row of it names its columns.',
    next: 'Export it with titles above the columns, by day.',
  },
  'too-large': { sentence: 'The file is too large.', next: 'Export fewer days or placements.' },
  'too-much': {
    sentence: 'The file has more in it than is read.',
    next: 'Export fewer days or placements.',
  },
  'cell-too-long': {
    sentence: 'A cell of it is longer than is read.',
    next: 'Check that it is the right file.',
  },
  'reader-stopped': {
    sentence: 'The browser stopped reading the file.',
    next: 'Close other tabs, and drop it again.',
  },
};
