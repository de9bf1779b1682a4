import type { FileProblem } from '../../core/table/file-problem';
import type { Candidate, Mend } from '../../core/tracker-sheet/issue';
import type { RowKind } from '../../core/tracker-sheet/planned-row';
import { fileProblemText } from '../sheets/page';
import { formatCount, plural } from '../ui';

const trackers = (count: number) => plural(count, 'tracker', 'trackers');
const rows = (count: number) => plural(count, 'row', 'rows');

/** Words of making and changing many trackers at once. */
export const bulkText = {
  open: 'Many at once',
  title: 'Many trackers at once',
  history: 'Runs',
  back: 'Trackers',
  of: (advertiser: string) => `of ${advertiser}`,
  loading: 'Loading…',
  signedOut: 'You are not signed in.',
  signedOutNext: 'Sign in under Trackers. What was prepared is kept.',
  noAdvertiser: 'No advertiser is chosen.',
  noAdvertiserNext: 'Choose one under Trackers, then come back.',
  toTrackers: 'Go to the trackers',
  readOnly: 'This user can read but not change anything. What would be done can be looked at.',
  noCreate: 'No trackers can be created for this member. Rows that only change some can be sent.',
  from: 'From what',
  fromGrid: 'A grid',
  fromSheet: 'A sheet',

  gridLead:
    'One tracker for each line item with each publisher, or with each placement chosen of it.',
  lineItems: 'Line items',
  placements: 'Placements',
  addLineItem: 'Add a line item',
  addPublisher: 'Add a publisher',
  addPlacement: (publisher: string) => `Add a placement of ${publisher}`,
  ruleOf: (publisher: string) => `Payment rule of ${publisher}`,
  all: 'Add all',
  allOf: (what: string) => `Add all ${what}`,
  adding: 'Reading…',
  remove: (name: string) => `Remove ${name}`,
  more: (count: number) => `and ${formatCount(count)} more`,
  clearAll: 'Remove all',
  clearAllOf: (what: string) => `Remove all ${what}`,
  publisherAlone: 'None chosen: one tracker for the publisher as a whole.',
  listCut: (read: number) =>
    `There are more than can be read at once: ${formatCount(read)} were added. Add the others one by one.`,
  pattern: 'Names',
  patternHint: (slots: readonly string[]) =>
    `In braces: ${slots.join(', ')}. Two braces stand for one.`,
  state: 'State',
  active: 'Active',
  inactive: 'Inactive',
  makes: (count: number) => (count === 0 ? 'No trackers yet' : trackers(count)),
  previewed: 'The first names',
  checkGrid: (count: number) => (count === 0 ? 'Check' : `Check ${trackers(count)}`),
  nothingSent: 'Nothing is sent before you have seen what will be done.',

  paste: 'Paste from Excel or Sheets',
  pasteHint:
    'With the row of titles: Tracker ID, Name, Code, State, Line item, Publisher, Placement, Payment rule. Empty cells leave things as they are; “none” takes away.',
  readPasted: 'Check what was pasted',
  dropHere: 'Drop a sheet here',
  dropNext: '.xlsx or .csv, 10,000 rows at most. Nothing is uploaded.',
  chooseFile: 'Choose a file',
  reading: (name: string) => (name === '' ? 'Reading what was pasted…' : `Reading ${name}…`),
  cancel: 'Cancel',
  pasted: 'What was pasted',
  leftSheet: (name: string) => `${name} is still here, with what was mended in it.`,
  goOnWith: 'Go on with it',
  grid: 'The grid',
  otherSheet: 'Another sheet',
  backToGrid: 'Back to the grid',
  tellColumns: 'Columns',
  tellColumnsHint:
    'Say at least which column has the id, the code or the name of a tracker. Sheets with the same titles are then read in the same way, in this browser.',

  tryAgain: 'Try again',
  unread: (count: number) =>
    `${trackers(count)} of this advertiser cannot be read. A row that means one of them looks like a new one: look in Monetize first.`,
  readingLists: ({ read, needed }: { read: number; needed: number }) =>
    `Reading what the rows name: ${formatCount(read)} of ${plural(needed, 'list', 'lists')} read…`,
  checking: 'Checking against the trackers that are there…',
  readAgain: 'Load the lists again',
  emptySheet: 'There are no rows below the titles.',
  emptySheetNext: 'Check that it is the right sheet, then choose another one.',
  rows: 'Rows',
  row: (row: number) => `Row ${row}`,
  show: 'Show',
  showAll: 'All',
  showMend: 'To mend',
  noneOfKind: 'No row is shown. Show all to see the others.',
  groups: 'What is to be mended',
  showRows: (count: number) => `Show ${rows(count)}`,
  details: 'The chosen row',
  chooseRow: 'Choose a row to see all of it.',
  from_: 'from',
  nothing: 'nothing',
  nameless: 'no name',
  unchangedRow: 'Everything is as the row says already. Nothing is sent.',
  cell: (address: string) => `Cell ${address}`,
  columns: {
    row: 'Row',
    kind: 'Result',
    name: 'Name',
    what: 'What is set',
  },
  meant: (name: string) => `Take ${name}`,
  writeInAll: (count: number) => `Write in ${rows(count)}`,
  write: 'Write',
  mended: (count: number) =>
    `${plural(count, 'thing was', 'things were')} mended here. The file itself is as it was.`,
  unmend: 'Undo the mending',
  left: (count: number) => `${rows(count)} with an error or a conflict will be left out.`,
  nothingToDo: 'There is nothing to do: no row creates or changes anything.',
  beginFirst: (create: number, change: number, first: number) => {
    if (change === 0) return `Create the first ${first}`;
    return create === 0 ? `Change the first ${first}` : `Begin with the first ${first}`;
  },
  beginAll: (create: number, change: number) => {
    if (change === 0) return `Create ${trackers(create)}`;
    if (create === 0) return `Change ${trackers(change)}`;
    return `Create ${formatCount(create)} and change ${formatCount(change)}`;
  },
  canary: 'Then it waits, so that you can try their tags, until you release the rest.',
  starting: 'Beginning…',
};

/** What was counted, in one line. */
export function countsText(counts: Readonly<Record<RowKind, number>>): string {
  const { create, change, unchanged, conflict, error } = counts;
  const all = create + change + unchanged + conflict + error;
  const parts = [
    ...(create > 0 ? [`${formatCount(create)} to create`] : []),
    ...(change > 0 ? [`${formatCount(change)} to change`] : []),
    ...(unchanged > 0 ? [`${formatCount(unchanged)} unchanged`] : []),
    ...(conflict > 0 ? [plural(conflict, 'conflict', 'conflicts')] : []),
    ...(error > 0 ? [`${formatCount(error)} with errors`] : []),
  ];
  return parts.length === 0 ? rows(all) : `${rows(all)}: ${parts.join(', ')}.`;
}

/** A candidate, told from others of its name. */
export function candidateText({ id, name, code }: Candidate): string {
  return code === null ? `${name} (${id})` : `${name} (${id}, ${code})`;
}

/** Mends that are an act in the screen itself. */
export const MENDED_BY_WRITING: readonly Mend[] = [
  'fill-cell',
  'correct-cell',
  'choose',
  'tell-apart',
];

/** Why a sheet of trackers is not read. */
export function trackerFileText(problem: FileProblem): { sentence: string; next: string } {
  return OWN[problem] ?? fileProblemText[problem];
}
const OWN: Partial<Record<FileProblem, { sentence: string; next: string }>> = {
  'no-header': {
    sentence: 'No row of it names the columns of a sheet of trackers.',
    next: 'Give them titles such as “Tracker ID”, “Name”, “Line item” and “Publisher”, or choose the columns by hand.',
  },
  'too-large': {
    sentence: 'This sheet is too large: over 20 MB or 10,000 rows with trackers.',
    next: 'Split it into smaller ones and run them one after the other.',
  },
  'too-much': {
    sentence:
      'This file holds far more than a sheet of trackers: it unpacks to over 200 MB or to a hundred times its size, or has over 6 million cells.',
    next: 'Copy the rows into a new sheet, save that and choose it.',
  },
};
