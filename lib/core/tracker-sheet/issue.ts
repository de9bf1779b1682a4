import type { TrackerColumn } from './columns';

/** What a row can have, and how grave that is. */
export const ISSUE_LEVELS = {
  'id-unreadable': 'error',
  'id-unknown': 'error',
  'name-missing': 'error',
  'name-too-long': 'error',
  'code-too-long': 'error',
  'state-unknown': 'error',
  'other-advertiser': 'error',
  'line-item-missing': 'error',
  'publisher-missing': 'error',
  'publisher-first': 'error',
  'object-id-unreadable': 'error',
  'object-unknown': 'error',
  'cannot-be-none': 'error',
  'columns-differ': 'error',
  'list-cut': 'error',
  'not-read': 'error',
  'object-ambiguous': 'conflict',
  'tracker-ambiguous': 'conflict',
  'name-taken': 'conflict',
  'same-tracker': 'conflict',
  'name-twice': 'conflict',
  'code-twice': 'conflict',
  'changed-since': 'conflict',
  'gone-since': 'conflict',
  'there-by-now': 'conflict',
  'same-in-reports': 'note',
} as const satisfies Record<string, 'error' | 'conflict' | 'note'>;
export type IssueCode = keyof typeof ISSUE_LEVELS;

/**
 * An error is mended in its cell, a conflict by a choice among things that are all right; neither is sent. A note
 * keeps nothing from being sent.
 */
export type IssueLevel = (typeof ISSUE_LEVELS)[IssueCode];

/** What a person does about it. */
export type Mend =
  | 'fill-cell'
  | 'correct-cell'
  /** One of the `candidates` is meant: say which. */
  | 'choose'
  /** Keep one of the rows, or tell them apart. */
  | 'tell-apart'
  /** Load the list again. */
  | 'read-again'
  | 'nothing';

const MENDS: Readonly<Record<IssueCode, Mend>> = {
  'id-unreadable': 'correct-cell',
  'id-unknown': 'correct-cell',
  'name-missing': 'fill-cell',
  'name-too-long': 'correct-cell',
  'code-too-long': 'correct-cell',
  'state-unknown': 'correct-cell',
  'other-advertiser': 'correct-cell',
  'line-item-missing': 'fill-cell',
  'publisher-missing': 'fill-cell',
  'publisher-first': 'fill-cell',
  'object-id-unreadable': 'correct-cell',
  'object-unknown': 'choose',
  'cannot-be-none': 'correct-cell',
  'columns-differ': 'correct-cell',
  'list-cut': 'correct-cell',
  'not-read': 'read-again',
  'object-ambiguous': 'choose',
  'tracker-ambiguous': 'choose',
  'name-taken': 'choose',
  'same-tracker': 'tell-apart',
  'name-twice': 'tell-apart',
  'code-twice': 'tell-apart',
  'changed-since': 'nothing',
  'gone-since': 'nothing',
  'there-by-now': 'nothing',
  'same-in-reports': 'nothing',
};

/** Something that may be meant. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly code: string | null;
}

/** One remark on a row, at its cell. */
export interface RowIssue {
  readonly code: IssueCode;
  /** The column of the cell; `null` where the row has none of its own for it. */
  readonly column: TrackerColumn | null;
  /** As spreadsheets write it, `C14`; of the row's first cell where it has none of its own. */
  readonly address: string;
  /** What the cell says. */
  readonly said: string;
  /** What may be meant. */
  readonly candidates: readonly Candidate[];
  /** Other rows of the sheet that it is about, as spreadsheets count; no more than a few. */
  readonly rows: readonly number[];
  /** Under which a choice among the candidates is kept, for every row that says the same; `null` where nothing is to choose. */
  readonly choice: string | null;
}

export function levelOf({ code }: Pick<RowIssue, 'code'>): IssueLevel {
  return ISSUE_LEVELS[code];
}

/** What a person does about an issue. */
export function mendOf({ code, candidates }: Pick<RowIssue, 'code' | 'candidates'>): Mend {
  const mend = MENDS[code];
  return mend === 'choose' && candidates.length === 0 ? 'correct-cell' : mend;
}

/** Rows, or candidates, that are named one by one. */
export const NAMED = 10;

/** The first of these, by what a person tells them apart. */
export function candidatesOf(objects: readonly Candidate[], most = NAMED): readonly Candidate[] {
  return objects.slice(0, most).map(({ id, name, code }) => ({ id, name, code }));
}
