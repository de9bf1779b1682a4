import { MAX_TRACKER_ROWS } from '../../core/base/limits';
import type { FileProblem } from '../../core/table/file-problem';
import type { FillProblem } from '../../core/table/fill-problem';
import type { FileMismatch } from '../../core/tracker-sheet/match-file';
import { fillProblemText } from '../sheets/fill';
import { formatCount, plural } from '../ui';
import { trackerFileText } from './bulk';

interface Stated {
  readonly sentence: string;
  readonly next: string;
}

/** Words of giving back a file of trackers. */
export const bulkFillText = {
  checkedHint:
    'Adds what was found, and the ids of trackers that are there, to a copy of your file, in columns to the right. Nothing is created by that.',
  runHint:
    'Adds the ids, what came of each row, and a tag where a row names its ad server or one is chosen, to a copy of your file. Everything else in it stays as it is.',
  goingHint:
    'The run goes on: a row that is not done yet is filled in as “Not done”. Filled in again later, it is brought up to date.',
  nothingYet:
    'Nothing has come of this run yet. As soon as its first row is done, the file can be filled in.',
  unknown:
    'This run was begun by an earlier version, which did not note how the rows of its file are called. Its file cannot be told from another one, so it cannot be filled in.',
  dropHint: (file: string) =>
    `Choose ${file} again, or drop it here: this page does not hold it any more. What came of each row is added to a copy of it.`,
  choose: 'Choose the file',
  chooseAgain: 'Choose it again',
  tags: 'Tags for',
  tagsOfRow: 'the row’s ad server',
  noTags: 'none',
  reading: (file: string) => `Looking whether ${file} is the file of this run…`,
};

/** Why a file is not the one that was run. */
export function mismatchText(file: string, { row, inFile, inRun, count }: FileMismatch): Stated {
  const others =
    count > 1 ? ` ${plural(count - 1, 'other row differs', 'other rows differ')}, too.` : '';
  return {
    sentence: `${file} is not the file of this run. ${whereText(row, inFile, inRun)}${others}`,
    next: 'Choose the file that was run, with its rows where they stood and called as they were. Its other cells may have changed.',
  };
}

function whereText(row: number, inFile: string | null, inRun: string | null): string {
  const at = `Row ${formatCount(row)}`;
  if (inFile === null) return `${at}, ${quoted(inRun)}, is missing.`;
  if (inRun === null) return `${at}, ${quoted(inFile)}, was not in the run.`;
  return `${at} is ${quoted(inFile)}, and was ${quoted(inRun)} in the run.`;
}

const quoted = (text: string | null) => (text ? `“${text}”` : 'without a name');

/** Why a file that was chosen for a run is not read. */
export function runFileText(problem: FileProblem): Stated {
  return OWN[problem] ?? trackerFileText(problem);
}
const OWN: Partial<Record<FileProblem, Stated>> = {
  'too-large': {
    sentence: `This file is over 20 MB or has over ${formatCount(MAX_TRACKER_ROWS)} rows: the one of this run has not.`,
    next: 'Choose the file that was run.',
  },
  'no-header': {
    sentence: 'No row of this file names the columns of a sheet of trackers.',
    next: 'If it is the file that was run, choose its columns under “Many at once”, then come back.',
  },
};

/** Why nothing was filled into the file of a run. */
export function runFillProblemText(problem: FillProblem, where: string): Stated {
  const { sentence, next } = fillProblemText[problem](where);
  return { sentence, next: NEXT[problem] ?? next };
}
const AS_XLSX = 'Open it in Excel or Sheets, save it as .xlsx and choose that here.';
const NEXT: Partial<Record<FillProblem, string>> = {
  'no-room':
    'Delete empty columns or move what stands to the right, save the file and choose it again.',
  'no-sheet': AS_XLSX,
  taken: 'Empty the cell or move what is in it, save the file and choose it again.',
  formula:
    'Take the formula out of the columns whose titles end with “(Piggyback)”, save the file and choose it again.',
  merged:
    'Unmerge the cells in the columns whose titles end with “(Piggyback)”, save the file and choose it again.',
  'odd-order': AS_XLSX,
  'odd-archive': AS_XLSX,
  encoding: AS_XLSX,
  sign: 'Save it as “CSV UTF-8” or as .xlsx and choose that here.',
  unclosed: 'Close it, save the file and choose it again.',
};
