import type { SheetProblem } from '../../core/tag-sheet/choices';
import type { ChosenKind } from '../../core/tag-sheet/read/column-choice';
import type { CheckedRow } from '../../core/tag-sheet/read/checked';
import type { FileProblem } from '../../core/table/file-problem';
import type { SheetSummary } from '../../core/tag-sheet/read/read-sheet';
import { formatBytes, formatCount, plural } from '../ui';

/** Words of the page that makes and checks tag sheets. */
export const sheetPageText = {
  open: 'Tag sheet',
  openTitle: 'Tags of many trackers as one sheet, or check a sheet',
  title: 'Tag sheets',
  loading: 'Loading…',
  make: 'Make a sheet',
  check: 'Check a sheet',
  sections: 'What to do',
  signedOut: 'You are not signed in.',
  signedOutNext: 'Sign in under Trackers. A sheet can be checked without.',
  noAdvertiser: 'No advertiser is chosen.',
  noAdvertiserNext: 'Choose one under Trackers, then come back.',
  noTrackers: 'No impression trackers here yet',
  noTrackersNext: 'Create the first one under Trackers, or reload the list.',
  reload: 'Reload trackers',

  trackers: 'Trackers',
  searchTrackers: 'Search trackers',
  searchTrackersHint: 'Name, ids, publisher, line item, -not…',
  unreadable: (count: number) =>
    `${plural(count, 'tracker', 'trackers')} kept in this browser cannot be read by this version. Press Refresh in Piggyback’s popup to read the list anew.`,
  chosen: (chosen: number, all: number) => `${formatCount(chosen)} of ${formatCount(all)} chosen`,
  selectAll: (count: number) => `Select all ${formatCount(count)}`,
  selectNone: 'Select none',
  noMatch: 'Nothing matches. Search other words.',
  allPlacements: 'All placements',
  inactive: 'Inactive',
  listHint:
    'Arrow keys move, Space chooses; Shift with them, or with a click, chooses all between.',

  adServers: 'Ad servers',
  searchAdServers: 'Search ad servers',
  searchAdServersHint: 'Name, such as Ad Manager or DCM',
  checkWithAdServer: 'check with the ad server',

  options: 'Tags',
  withCost: 'Send the cost (ancost)',
  withCostHint:
    'Off for good reason: it overrides the payment rules in Monetize and means money per impression, while most ad servers fill in a CPM.',
  cost: 'Cost per impression',
  costHint: 'Empty: each ad server’s own macro, where it is known to be money per impression.',
  costPlaceholder: '0.0025 or a macro',
  costIsPerImpression: 'I know that these cost macros are money per impression',
  withConsent: 'Pass consent (gdpr, gpp)',
  withConsentHint:
    'Where the ad server has macros for it. Not documented for trackers, but harmless as far as is known.',
  comments: 'With the “Imp Tracker … DO NOT MODIFY” comments',
  redir: 'Redirect',
  redirHint: 'Another pixel to call afterwards. It is always put last.',

  about: 'For the sheet',
  campaign: 'Campaign',
  author: 'Author',
  version: 'Version',
  site: 'Site',
  creative: 'Creative or ad',
  dimensions: 'Dimensions',
  dimensionsPlaceholder: '300x250',
  start: 'Start',
  end: 'End',
  sameForAll:
    'Site to end are the same in every row. Leave empty what differs, and add it in the sheet.',

  preview: 'Preview',
  rows: (count: number) => plural(count, 'row', 'rows'),
  rowsOf: (trackers: number, servers: number) =>
    `${plural(trackers, 'tracker', 'trackers')} × ${plural(servers, 'ad server', 'ad servers')}`,
  firstRows: (shown: number, all: number) =>
    shown === all ? '' : `The first ${formatCount(shown)} are shown.`,
  nothingChosen: 'Choose trackers and ad servers',
  nothingChosenNext: 'Each tracker gets one row for each ad server.',
  downloadXlsx: 'Download XLSX',
  downloadCsv: 'Download CSV',
  copyTable: 'Copy as table',
  writing: 'Writing the file…',
  saved: (name: string) => `Saved ${name}.`,
  copied: (rows: number) =>
    `Copied ${plural(rows, 'row', 'rows')}. Paste into Excel or Sheets at one cell.`,
  copyFailed: 'The browser did not allow copying. Download the sheet instead.',

  dropHere: 'Drop a tag sheet here',
  dropNext: '.xlsx or .csv, from Piggyback or from elsewhere. Nothing is uploaded.',
  chooseFile: 'Choose a file',
  another: 'Check another file',
  reading: (name: string) => `Reading ${name}…`,
  readOf: (done: number, total: number) =>
    `${Math.floor((100 * done) / Math.max(1, total))}% of ${formatBytes(total)}`,
  cancel: 'Cancel',
  checking: (done: number, total: number) =>
    `${formatCount(done)} of ${plural(total, 'row', 'rows')} checked`,
  stop: 'Stop',
  stopped: 'Stopped. What was checked until then is shown.',
  resultOf: (file: string, sheet: string) => (sheet === '' ? file : `${file}, sheet “${sheet}”`),
  columns: 'Columns',
  asRecognised: 'as recognised',
  byHand: 'chosen by hand',
  columnsHint:
    'Choose another where one was taken for something else. Sheets with the same titles are then read in the same way, in this browser.',
  recognise: 'As recognised',
  column: (letters: string, title: string) =>
    title === '' ? `Column ${letters}` : `${title} (${letters})`,
  noColumn: 'None',
  chooseColumn: 'Choose a column',
  tagColumn: (place: number) => (place === 0 ? 'Tags' : `Tags, column ${place + 1}`),
  moreTags: 'More tags',
  tellTags: 'Column with tags',
  tellTagsHint:
    'If the file is a tag sheet all the same, say where its tags are. Sheets with the same titles are then read in the same way, in this browser.',
  emptySheet: 'There are no rows with tags below the header.',
  emptySheetNext: 'Check that it is the right file, then choose another one.',
  results: 'Rows',
  show: 'Show',
  showAll: 'All rows',
  showFindings: 'With findings',
  noFindings: 'No row has a finding.',
  row: (row: number) => `Row ${row}`,
  chooseRow: 'Choose a row to see what was found.',
  nothingFound: 'Pass: nothing wrong was found in this row.',
  noTag: 'No impression tracker’s tag in this row; other vendors’ tags are left alone.',
  fix: 'Fix and copy',
  fixed: (address: string) => `Copied the mended tag. Paste it into ${address}.`,
  noTracker: 'No tracker id',
  findings: (count: number) => plural(count, 'finding', 'findings'),
};

export const verdictText: Record<CheckedRow['verdict'], string> = {
  ok: 'Pass',
  warning: 'Warning',
  error: 'Fail',
  none: 'No tag',
};

/** What a column that a person chooses is called. */
export const columnText: Record<ChosenKind, string> = {
  trackerId: 'Tracker ID',
  trackerName: 'Tracker name',
  adServer: 'Ad server',
  placement: 'Placement',
  cachebuster: 'Cachebuster macro',
  cost: 'Cost macro',
  consent: 'Consent macros',
};

export const sheetProblemText: Record<SheetProblem, string> = {
  'cost-not-a-number':
    'The cost must be a plain number such as 0.0025: no currency, no comma, six decimals at most.',
  'redir-not-https': 'The redirect should start with https://.',
  'end-before-start': 'The end lies before the start.',
  'too-many-rows': 'A sheet holds 50,000 rows at most. Choose fewer trackers or ad servers.',
};

export const fileProblemText: Record<FileProblem, { sentence: string; next: string }> = {
  unreadable: {
    sentence: 'This file cannot be read as a sheet.',
    next: 'Save it as .xlsx or .csv and choose it again. If it came by mail or download, get it once more.',
  },
  damaged: {
    sentence: 'This file is damaged: a part of it is missing, or is not what the file says of it.',
    next: 'Get it once more, or open it in Excel or Sheets, save it as .xlsx and choose that.',
  },
  'old-format': {
    sentence: 'This is an old Excel file, or one with a password.',
    next: 'Open it in Excel, save it as .xlsx without a password, and choose that.',
  },
  'no-header': {
    sentence:
      'The first 100 rows of this file hold no tag of an impression tracker, and none names its columns.',
    next: 'Give one titles such as “Tracker ID” and “Impression tag (image)”, or put a row with a tag further up.',
  },
  'too-large': {
    sentence: 'This sheet is too large: over 20 MB or 50,000 rows, or 500,000 with the empty ones.',
    next: 'Split it into smaller files and check them one by one.',
  },
  'too-much': {
    sentence:
      'This file holds far more than a tag sheet: it unpacks to over 200 MB or to a hundred times its size, or has over 6 million cells or 200 columns of tags.',
    next: 'Copy the rows with tags into a new sheet, save that and choose it.',
  },
  'cell-too-long': {
    sentence: 'A cell of this file has over 100,000 characters.',
    next: 'In a .csv a quotation mark may not be closed. Otherwise find the cell, shorten it and save.',
  },
  'reader-stopped': {
    sentence: 'The reading of this file stopped and gave no reason.',
    next: 'Choose it again. If that does not help, save it as .csv and choose that.',
  },
};

/** What came out of a check, in one sentence. */
export function summaryText({ rows, ok, warning, error, none }: SheetSummary): string {
  const parts = [
    `${formatCount(ok)} pass`,
    plural(warning, 'warning', 'warnings'),
    `${formatCount(error)} fail`,
  ];
  if (none > 0) parts.push(`${formatCount(none)} without a tag of ours`);
  return `${plural(rows, 'row', 'rows')}: ${parts.join(', ')}.`;
}
