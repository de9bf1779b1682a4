import type { ChangeKind, Difference, ListedChange } from '../../core/verification/since-baseline';
import type { State } from '../../core/verification/baseline';
import type { Times } from '../../core/verification/expectation';
import { MAX_BASELINE_LINES } from '../../core/verification/accepted';
import { MAX_PASTED_CHARS } from '../../core/verification/read-expected';
import type { Refused } from '../../core/verification/taken';
import { formatCount, plural } from '../ui';
import { formatDay, verdictText } from './verification';

/** Words of a verification as a named set: its name and note, stopping and doing it again, its baseline. */
export const runText = {
  name: 'Name',
  namePlaceholder: 'Give it a name',
  note: 'Note',
  addNote: 'Add a note',
  addRequestNote: 'Add a note on this request',
  notePlaceholder: 'What was looked at, and what came of it',
  requestNote: 'Note on this request',
  noted: (note: string) => `Note: ${note}`,
  full: (most: number) => `No more than ${formatCount(most)} characters are kept.`,
  stop: 'Stop',
  stopping: 'Stopping…',
  stopWhy: 'Records nothing more here. The verification stays as it is.',
  stopped: 'Stopped. The verification stays as it is.',
  repeat: 'Repeat',
  repeatWhy:
    'Begins a new recording in this tab, with the same name, expected trackers and baseline.',
  repeatWhere: 'To do it again, open DevTools on the page, choose it there and press Repeat.',
  beganOnLoaded: 'The page was loaded before this run began.',
  beganOnLoadedNext: 'What it fired until then is of the run before. Reload it to see everything.',
  repeats: (at: number | null) =>
    at === null
      ? 'Repeats a run that is not kept any more.'
      : `Repeats the run of ${formatDay(at)}.`,
  showEarlier: 'Show that run',
  stoppedAt: (at: number) => `Stopped ${formatDay(at)}.`,
  baseline: 'Baseline',
  accept: 'Accept as baseline',
  acceptWhy:
    'Keeps what is said now of each tracker on each page. Later runs of this verification show only what changed.',
  accepted: 'Accepted. Later runs of this verification show only what changed.',
  isBaseline: (at: number) => `This run is the baseline, accepted ${formatDay(at)}.`,
  tooLarge: `A baseline holds ${formatCount(MAX_BASELINE_LINES)} trackers on pages at most; this run has more.`,
  tooLargeNext: 'Clear the requests, or visit fewer pages, and accept it then.',
  changes: ({ changes }: Difference, acceptedAt: number) =>
    changes.length === 0
      ? `Nothing has changed since the baseline of ${formatDay(acceptedAt)}.`
      : `${plural(changes.length, 'change', 'changes')} since the baseline of ${formatDay(acceptedAt)}.`,
  onlyChanges: 'Only what changed',
  changed: 'What changed',
  nothingChanged: 'No request of a tracker that has changed',
  nothingChangedNext: 'The requests of the others are left out.',
  notVisited: (count: number) =>
    `Not visited in this run: ${plural(count, 'page', 'pages')} of the baseline. Nothing is said of ${count === 1 ? 'it' : 'them'}.`,
  newFindings: 'New:',
  goneFindings: 'Gone:',
  onNoPage: 'on no page that is known',
};

export const changeText: Record<ChangeKind, string> = {
  gone: 'Not seen any more',
  worse: 'Worse',
  new: 'New here',
  appeared: 'Seen now',
  better: 'Better',
  dropped: 'Not expected any more',
};

const NOT_JUDGED: Record<Exclude<State, keyof typeof verdictText>, string> = {
  'not-judged': 'Not judged',
};

/** What was said before and is said now, in a few words. */
export function fromTo({ before, after }: Pick<ListedChange, 'before' | 'after'>): string {
  return `${stateText(before)} → ${stateText(after)}`;
}

function stateText(state: State | null): string {
  if (state === null) return 'not there';
  const word = state === 'not-judged' ? NOT_JUDGED[state] : verdictText[state];
  return word.toLowerCase();
}

/** Words of how often a tracker is expected. */
export const timesText = {
  label: (name: string) => `How often ${name} is expected on each page view`,
  option: (times: Times): string => {
    if (times === 'at-least-once') return '1 or more';
    return times === 1 ? 'once' : `${times}×`;
  },
  /** Behind how often it fired, in a proof. */
  expected: (times: Times) => `, expected ${timesText.option(times)}`,
};

/** Words of the way to add several trackers at once. */
export const addText = {
  open: 'Add…',
  title: 'Add several trackers',
  paste: 'Ids or tags',
  pastePlaceholder: 'Ids, tags or rows of a sheet, as many as there are',
  add: 'Add',
  file: 'Choose a list…',
  fileHint: 'CSV or XLSX: ids, or a tag sheet. It can be dropped here, too.',
  reading: (name: string) => `Reading ${name}…`,
  stop: 'Stop',
  lineItem: 'Everything of a line item',
  lineItemPlaceholder: 'Line item, by name or id',
  lineItemNote: (count: number, inactive: number) =>
    `${plural(count, 'loaded tracker', 'loaded trackers')}${inactive > 0 ? `, ${formatCount(inactive)} inactive` : ''}`,
  addLineItem: (count: number) => `Add ${plural(count, 'tracker', 'trackers')}`,
  taken: (count: number, added: number, from: string | null) => {
    const where = from === null ? '' : `${from}: `;
    if (count === 0) return `${where}No tracker was understood.`;
    const known = count - added;
    const others =
      known === 0
        ? ''
        : ` ${formatCount(known)} of them ${known === 1 ? 'was' : 'were'} expected already.`;
    return `${where}${plural(count, 'tracker', 'trackers')} understood, ${formatCount(added)} added.${others}`;
  },
  tooLong: `This is longer than ${formatCount(MAX_PASTED_CHARS)} characters: none of it was taken.`,
  tooLongNext: 'Add it in pieces, or as a file.',
  idsMore: (count: number) =>
    `${plural(count, 'more id was', 'more ids were')} left: so many are taken at a time. Add the rest by itself.`,
  refused: (count: number) => `${plural(count, 'line was', 'lines were')} not understood:`,
  refusedMore: (count: number) => `and ${plural(count, 'more line', 'more lines')}`,
  line: (number: number) => `Line ${formatCount(number)}`,
};

export const refusalText: Record<Refused['why'], string> = {
  'no-id': 'There is no tracker’s id and no tag in it.',
  'tag-without-id': 'The tag has no tracker’s id: perhaps a macro stands there.',
  'several-ids': 'It names several trackers: none was taken.',
  'bad-id': 'That is no tracker’s id: it is a whole number.',
  grouped:
    'This may be one number or several: write it without what divides it, or blanks between ids.',
  shortened: 'A spreadsheet has left digits out: show the column as whole numbers, and copy again.',
};
