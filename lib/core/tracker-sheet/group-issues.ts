import type { TrackerColumn } from './columns';
import {
  type IssueCode,
  type IssueLevel,
  levelOf,
  type Mend,
  mendOf,
  type RowIssue,
} from './issue';
import type { PlannedRow } from './planned-row';

/** Issues of one kind that are mended by one and the same act. */
export interface IssueGroup {
  readonly code: IssueCode;
  readonly level: IssueLevel;
  readonly mend: Mend;
  readonly column: TrackerColumn | null;
  /** What all its cells say; `''` where that differs and is no matter. */
  readonly said: string;
  /** One of them, for its candidates and its choice. */
  readonly example: RowIssue;
  /** Rows that have it, as spreadsheets count. */
  readonly rows: readonly number[];
}

const LEVELS: readonly IssueLevel[] = ['error', 'conflict', 'note'];

/** The issues of a sheet by what mends them: errors first, and of these what most rows have. */
export function groupIssues(
  rows: readonly Pick<PlannedRow, 'row' | 'issues'>[],
): readonly IssueGroup[] {
  const groups = new Map<string, Omit<IssueGroup, 'rows'> & { rows: number[] }>();
  for (const { row, issues } of rows) {
    for (const issue of issues) {
      const key = keyOf(issue);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { ...headOf(issue), rows: [row] });
      else if (group.rows.at(-1) !== row) group.rows.push(row);
    }
  }
  return [...groups.values()].toSorted(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      b.rows.length - a.rows.length ||
      (a.rows[0] ?? 0) - (b.rows[0] ?? 0),
  );
}

function headOf(issue: RowIssue): Omit<IssueGroup, 'rows'> {
  const { code, column, said } = issue;
  const isOfText = dependsOnText(issue);
  return {
    code,
    level: levelOf(issue),
    mend: mendOf(issue),
    column,
    said: isOfText ? said : '',
    example: issue,
  };
}

function keyOf(issue: RowIssue): string {
  const { code, column, said, choice } = issue;
  return JSON.stringify([code, column, choice, dependsOnText(issue) ? said : '']);
}

/** Whether one word, corrected everywhere, mends all of them. */
function dependsOnText(issue: RowIssue): boolean {
  const mend = mendOf(issue);
  return mend === 'correct-cell' || mend === 'choose';
}
