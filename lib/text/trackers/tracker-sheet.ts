import type { TrackerColumn } from '../../core/tracker-sheet/columns';
import type { GridMistake } from '../../core/tracker-sheet/grid';
import type { IssueCode, IssueLevel, Mend, RowIssue } from '../../core/tracker-sheet/issue';
import type { RowKind } from '../../core/tracker-sheet/planned-row';
import { formatCount } from '../ui';

/** What becomes of a row, as its mark says it. */
export const rowKindText: Record<RowKind, string> = {
  create: 'New',
  change: 'Changed',
  unchanged: 'Unchanged',
  conflict: 'Conflict',
  error: 'Error',
};

export const issueLevelText: Record<IssueLevel, string> = {
  error: 'Error',
  conflict: 'Conflict',
  note: 'Note',
};

/** What a column is called where a person chooses which it is. */
export const trackerColumnText: Record<TrackerColumn, string> = {
  id: 'Tracker ID',
  code: 'Code',
  name: 'Name',
  state: 'State',
  advertiser: 'Advertiser',
  lineItem: 'Line item',
  lineItemId: 'Line item ID',
  lineItemCode: 'Line item code',
  publisher: 'Publisher',
  publisherId: 'Publisher ID',
  publisherCode: 'Publisher code',
  placement: 'Placement',
  placementId: 'Placement ID',
  placementCode: 'Placement code',
  paymentRule: 'Payment rule',
  paymentRuleId: 'Payment rule ID',
  paymentRuleCode: 'Payment rule code',
};

export const mendText: Record<Mend, string> = {
  'fill-cell': 'Fill in the cell',
  'correct-cell': 'Correct the cell',
  choose: 'Say which one is meant',
  'tell-apart': 'Keep one of the rows, or tell them apart',
  'read-again': 'Load the lists again',
  nothing: 'Nothing has to be done',
};

interface IssueSentence {
  /** What is wrong. */
  readonly sentence: string;
  /** What to do. */
  readonly next: string;
}

/** What an issue says of its cell, and what to do about it. */
export function issueText(issue: RowIssue): IssueSentence {
  return SENTENCES[issue.code](issue);
}

const of = ({ said }: RowIssue) => `“${said}”`;
const otherRows = ({ rows }: RowIssue) => rows.map(formatCount).join(', ');
const kindOf = ({ column }: RowIssue) => OBJECTS[column ?? 'name'] ?? 'object';
const OBJECTS: Partial<Record<TrackerColumn, string>> = {
  name: 'name',
  lineItem: 'line item',
  lineItemId: 'line item',
  lineItemCode: 'line item',
  publisher: 'publisher',
  publisherId: 'publisher',
  publisherCode: 'publisher',
  placement: 'placement',
  placementId: 'placement',
  placementCode: 'placement',
  paymentRule: 'payment rule',
  paymentRuleId: 'payment rule',
  paymentRuleCode: 'payment rule',
};

const SENTENCES: Record<IssueCode, (issue: RowIssue) => IssueSentence> = {
  'id-unreadable': (issue) => ({
    sentence: `${of(issue)} is no tracker’s id.`,
    next: 'Write the id alone, or leave the cell empty for a new tracker.',
  }),
  'id-unknown': (issue) => ({
    sentence: `This advertiser has no tracker with the id ${issue.said}.`,
    next: 'Check the id and the advertiser, or leave the cell empty for a new tracker.',
  }),
  'name-missing': () => ({ sentence: 'A new tracker needs a name.', next: 'Fill it in.' }),
  'name-too-long': () => ({
    sentence: 'The name is longer than 255 characters.',
    next: 'Shorten it.',
  }),
  'code-too-long': () => ({
    sentence: 'The code is longer than 100 characters.',
    next: 'Shorten it.',
  }),
  'state-unknown': (issue) => ({
    sentence: `${of(issue)} is no state.`,
    next: 'Write active or inactive, or leave the cell empty.',
  }),
  'other-advertiser': (issue) => ({
    sentence: `The row is of another advertiser: ${of(issue)}.`,
    next: 'Choose that advertiser for this row, or correct the cell.',
  }),
  'line-item-missing': () => ({
    sentence: 'A new tracker needs a line item.',
    next: 'Fill in its id, name or code.',
  }),
  'publisher-missing': () => ({
    sentence: 'A new tracker needs a publisher.',
    next: 'Fill in its id, name or code.',
  }),
  'publisher-first': (issue) => ({
    sentence: `A ${kindOf(issue)} belongs to a publisher, and this row has none.`,
    next: 'Fill in the publisher.',
  }),
  'object-id-unreadable': (issue) => ({
    sentence: `${of(issue)} is no ${kindOf(issue)}’s id.`,
    next: 'Write the id alone, or choose another meaning for this column.',
  }),
  'object-unknown': (issue) => ({
    sentence: `There is no ${kindOf(issue)} ${of(issue)} here.`,
    next:
      issue.candidates.length > 0
        ? 'Say whether one with nearly this name is meant, or correct the cell.'
        : 'Correct the cell: an id, the exact name, or a code.',
  }),
  'cannot-be-none': (issue) => ({
    sentence: `A tracker cannot be without a ${kindOf(issue)}.`,
    next: 'Name one, or leave the cell empty to keep the one it has.',
  }),
  'columns-differ': (issue) => ({
    sentence: `Two cells of this row name two different ${kindOf(issue)}s.`,
    next: 'Correct one of them, or leave it empty.',
  }),
  'list-cut': (issue) => ({
    sentence: `${of(issue)} is not among the ${kindOf(issue)}s that were read, and there are more than can be read.`,
    next: 'Make this tracker in the form, which asks the service for one name at a time.',
  }),
  'not-read': (issue) => ({
    sentence: `The ${kindOf(issue)}s were not read, so nothing can be said of ${of(issue)}.`,
    next: 'Load them, then the row is checked again.',
  }),
  'object-ambiguous': (issue) => ({
    sentence: `${of(issue)} may be one of several ${kindOf(issue)}s.`,
    next: 'Say which one is meant, or write its id.',
  }),
  'tracker-ambiguous': (issue) => ({
    sentence: `${of(issue)} may be one of several trackers.`,
    next: 'Say which one is meant, or write its id.',
  }),
  'name-taken': (issue) => ({
    sentence: `No tracker has this code, and one without a code is called ${of(issue)}.`,
    next: 'To change that one, write its id; for a new one, give another name.',
  }),
  'same-tracker': (issue) => ({
    sentence: `This row and row ${otherRows(issue)} are, or may be, one tracker.`,
    next: 'Keep one of them, or tell them apart by id, code or name.',
  }),
  'name-twice': (issue) => ({
    sentence: `Another tracker would be called ${of(issue)}, too, and this row knows its own by name.`,
    next: 'Give another name, a code of its own, or the id.',
  }),
  'code-twice': (issue) => ({
    sentence: `Another tracker would have the code ${of(issue)}, too, and this row knows its own by code.`,
    next: 'Give another code, or the id.',
  }),
  'changed-since': () => ({
    sentence: 'Somebody has changed this since the run.',
    next: 'It is left as it is now. Change it in the form where that is wanted.',
  }),
  'gone-since': () => ({
    sentence: 'This tracker is not there any more, as far as is known here.',
    next: 'Nothing is done about it. Refresh the list of trackers to be sure.',
  }),
  'there-by-now': () => ({
    sentence: 'A tracker of this code or name was there by the time the run began.',
    next: 'It was not made again. Check the sheet anew to see what differs.',
  }),
  'same-in-reports': () => ({
    sentence:
      'Another tracker has the same line item, publisher, placement and payment rule: reports cannot tell the two apart.',
    next: 'Leave it if that is meant; a placement of its own tells them apart.',
  }),
};

/** Why a grid makes no rows, and what to do. */
export function gridMistakeText(mistake: GridMistake): string {
  switch (mistake.code) {
    case 'pattern-empty':
      return 'Write how the trackers are to be called.';
    case 'brace-open':
      return `A brace opens at character ${mistake.at + 1} and does not close. Two of them, {{, stand for one.`;
    case 'brace-alone':
      return `A brace closes at character ${mistake.at + 1} that was not opened. Two of them, }}, stand for one.`;
    case 'slot-unknown':
      return `{${mistake.slot}} is nothing that a name can be made of.`;
    case 'grid-empty':
      return 'Choose line items and publishers.';
    case 'grid-too-large':
      return `These are ${formatCount(mistake.rows)} trackers; ${formatCount(mistake.most)} can be made at once.`;
  }
}
