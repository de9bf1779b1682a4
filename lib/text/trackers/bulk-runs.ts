import { KEPT_RUNS } from '../../core/base/limits';
import type { IssueCode } from '../../core/tracker-sheet/issue';
import type { RowEndKind, Run, RunRow } from '../../core/tracker-sheet/run';
import { formatCount, plural } from '../ui';
import { actsText } from './acts';
import { issueText, rowKindText } from './tracker-sheet';

const trackers = (count: number) => plural(count, 'tracker', 'trackers');

/** Words of runs: bulk changes that were begun. */
export const runsText = {
  title: 'Runs',
  back: 'Runs',
  new: 'Many at once',
  loading: 'Reading the runs…',
  none: 'No runs yet',
  noneNext: 'What is made or changed many at once is listed here, with what came of each row.',
  unreadable: (count: number) =>
    `${plural(count, 'run', 'runs')} kept in this browser cannot be read by this version.`,
  kept: `The newest ${formatCount(KEPT_RUNS)} are kept, in this browser.`,
  columns: { when: 'When', who: 'Who', what: 'Sheet', state: 'State', result: 'Result' },
  grid: 'Grid or pasted',
  undoOf: (what: string) => `Undo of ${what}`,
  gone: 'This run is not here',
  goneNext:
    'Only the newest are kept. It may have gone, or be of another sign-in or another browser.',
  by: (user: string, when: string, advertiser: string) => `${user}, ${when}, ${advertiser}`,
  progress: (ended: number, total: number) => `${formatCount(ended)} of ${formatCount(total)} done`,
  held: (done: number, rest: number) =>
    `The first ${formatCount(done)} are done. Try their tags, then release the other ${formatCount(rest)}.`,
  goesOn:
    'It goes on when this page is closed. If the browser is closed, it goes on when you come back within an hour; after that, when you say so.',
  pause: 'Pause',
  goOn: 'Go on',
  release: (rest: number) => `Release the other ${formatCount(rest)}`,
  cancel: 'End it',
  cancelTitle: 'End this run?',
  cancelWhat: (rest: number) =>
    `${plural(rest, 'row is', 'rows are')} not done and will not be. What is done stays; a row whose answer is still on its way is looked for.`,
  cancelKeep: 'Keep it',
  undo: 'Undo…',
  undoTitle: 'Undo a run',
  undoLead:
    'Trackers that it created are deactivated, and what it changed is set back where it is still as the run left it. Nothing is sent before you have seen it.',
  undoLoading: 'Looking at how the trackers are now…',
  undoNothing: 'There is nothing to take back: the run created and changed nothing.',
  backToRun: 'The run',
  tryFirst: 'The first of them',
  tryTag: (name: string) => `Try the tag of ${name}`,
  rows: 'Rows',
  show: 'Show',
  all: 'All',
  waiting: 'Not done',
  underWay: 'Under way',
  details: 'The chosen row',
  chooseRow: 'Go to a row to read all of it.',
  row: (row: number) => `Row ${row}`,
  noneShown: 'No row is shown.',
  openTracker: (name: string, id: number) => `${name}, tracker ${id}`,
  names: { row: 'Row', end: 'Result', id: 'Tracker', name: 'Name', why: 'Why' },
};

export const rowEndText: Record<RowEndKind, string> = {
  created: 'Created',
  changed: 'Changed',
  skipped: 'Skipped',
  failed: 'Failed',
};

/** Where a run stands, in a word or two. */
export function runStateText({ state, holdAt, ended, total }: Run): string {
  if (state === 'going') return 'Going on';
  if (state === 'done') return 'Done';
  if (state === 'cancelled') return 'Ended before its end';
  if (state === 'failed') return 'Failed';
  return holdAt !== null && holdAt === ended && ended < total ? 'Waits to be released' : 'Paused';
}

/** What came of a run, counted. */
export function runCountsText({ counts, total, ended }: Run): string {
  const left = total - ended;
  const parts = [
    ...(counts.created > 0 ? [`${trackers(counts.created)} created`] : []),
    ...(counts.changed > 0 ? [`${formatCount(counts.changed)} changed`] : []),
    ...(counts.skipped > 0 ? [`${formatCount(counts.skipped)} skipped`] : []),
    ...(counts.failed > 0 ? [`${formatCount(counts.failed)} failed`] : []),
    ...(left > 0 ? [`${formatCount(left)} not done`] : []),
  ];
  return parts.join(', ');
}

const STATES = { activate: 'active', deactivate: 'inactive' } as const;

/** What was run: the name of its file, and whether it took another run back. */
export function runName({ file, undoes, act }: Pick<Run, 'file' | 'undoes' | 'act'>): string {
  const name = act ? actsText.switchTitle(STATES[act]) : file === '' ? runsText.grid : file;
  return undoes === null ? name : runsText.undoOf(name);
}

/** Why a row was skipped, as far as that is kept; `''` where its failure says it. */
export function skippedText({ kind, issues, end }: RunRow): string {
  if (end?.kind !== 'skipped' || end.failure !== null) return '';
  const code = STANDING.find((one) => issues.includes(one));
  if (code !== undefined) return issueText({ ...NO_ISSUE, code }).sentence;
  if (kind === 'create' || kind === 'change') return 'It was so already.';
  if (kind === 'unchanged') return 'Nothing was to be changed.';
  return `${rowKindText[kind]} in the sheet.`;
}

// What is said of these does not depend on what stood in a cell.
const STANDING: readonly IssueCode[] = ['there-by-now', 'gone-since', 'changed-since'];
const NO_ISSUE = { column: null, address: '', said: '', candidates: [], rows: [], choice: null };
