import type { PlannedRow, RowKind } from '../../core/tracker-sheet/planned-row';
import type { RunRow } from '../../core/tracker-sheet/run';
import { errorText } from '../errors';
import { formatCount } from '../ui';
import { rowEndText, runsText, skippedText } from './bulk-runs';
import { issueText } from './tracker-sheet';

/** Why a row came to its end, as far as that is known, with the next step. */
export function rowWhyText(row: RunRow): string {
  const [why, next] = whyParts(row);
  return [why, next].filter((part) => part !== '').join(' ');
}

/** What came of a row, as it stands in the person’s file: others read that, so without what to do here. */
export function runResultText(row: RunRow): string {
  if (row.end === null) return runsText.waiting;
  const [why] = whyParts(row);
  return [rowEndText[row.end.kind], why].filter((part) => part !== '').join(': ');
}

function whyParts(row: RunRow): readonly [why: string, next: string] {
  if (!row.end?.failure) return [skippedText(row), ''];
  const { sentence, detail, next } = errorText(row.end.failure);
  const said = detail === '' || /[.!?]$/.test(detail) ? detail : `${detail}.`;
  return [[sentence, said].filter((part) => part !== '').join(' '), next];
}

// Nothing of it is done yet.
const PLANNED: Record<RowKind, string> = {
  create: 'To be created',
  change: 'To be changed',
  unchanged: 'Unchanged',
  conflict: 'Conflict',
  error: 'Error',
};

/** Issues that are told in one cell. */
const MOST_ISSUES = 12;

/** What a dry run says of a row, as it stands in the person’s file: what is wrong with it, at which cells. */
export function planResultText({ kind, issues }: PlannedRow): string {
  const told = issues
    .slice(0, MOST_ISSUES)
    .map((issue) => `${issue.address}: ${issueText(issue).sentence}`);
  const left = issues.length - told.length;
  const more = left > 0 ? [`and ${formatCount(left)} more`] : [];
  return [PLANNED[kind], ...told, ...more].join(' · ');
}
