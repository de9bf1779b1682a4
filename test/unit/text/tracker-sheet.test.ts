import { describe, expect, it } from 'vitest';

import { TRACKER_COLUMNS } from '@/lib/core/tracker-sheet/columns';
import {
  ISSUE_LEVELS,
  type IssueCode,
  levelOf,
  mendOf,
  type RowIssue,
} from '@/lib/core/tracker-sheet/issue';
import { TRACKER_FIELDS } from '@/lib/core/tracker/fields';
import { trackerFieldText } from '@/lib/text/trackers/fields';
import {
  gridMistakeText,
  issueLevelText,
  issueText,
  mendText,
  rowKindText,
  trackerColumnText,
} from '@/lib/text/trackers/tracker-sheet';

const CODES = Object.keys(ISSUE_LEVELS).filter((code): code is IssueCode => code in ISSUE_LEVELS);
const issue = (part: Partial<RowIssue>): RowIssue => ({
  code: 'name-missing',
  column: null,
  address: 'A2',
  said: 'X',
  candidates: [],
  rows: [3, 1204],
  choice: null,
  ...part,
});

describe('what is said of a row', () => {
  it.each(CODES)('%s has a sentence and a next step, for any cell', (code) => {
    for (const column of [null, ...TRACKER_COLUMNS]) {
      const { sentence, next } = issueText(issue({ code, column }));
      for (const text of [sentence, next]) {
        expect(text).toMatch(/^[“\p{Lu}].*\.$/su);
        expect(text).not.toMatch(/undefined|null|“”/);
      }
      expect(mendText[mendOf(issue({ code }))]).toBeTruthy();
      // A note asks for nothing that has to be done.
      if (levelOf({ code }) === 'note') expect(mendOf(issue({ code }))).toBe('nothing');
    }
  });

  it('every mark, column and field has a word', () => {
    const words = [rowKindText, issueLevelText, trackerFieldText, trackerColumnText, mendText];
    for (const table of words)
      for (const word of Object.values(table)) expect(word).toMatch(/^\p{Lu}/u);
    // Two columns by one word could not be told apart where one is chosen.
    expect(new Set(Object.values(trackerColumnText)).size).toBe(TRACKER_COLUMNS.length);
    expect(Object.keys(trackerFieldText)).toEqual(TRACKER_FIELDS);
  });

  it('names other rows as a person counts', () => {
    expect(issueText(issue({ code: 'same-tracker' })).sentence).toBe(
      'This row and row 3, 1,204 are, or may be, one tracker.',
    );
  });

  it('asks for a choice only where there is one', () => {
    const near = { id: 1, name: 'x', code: null };
    const unknown = issue({ code: 'object-unknown', column: 'publisher' });
    expect(mendOf(unknown)).toBe('correct-cell');
    expect(mendOf({ ...unknown, candidates: [near] })).toBe('choose');
    expect(issueText(unknown).next).not.toContain('nearly');
    expect(issueText({ ...unknown, candidates: [near] }).next).toContain('nearly');
  });

  it('says where a pattern is wrong', () => {
    expect(gridMistakeText({ code: 'brace-open', at: 4 })).toContain('at character 5');
    expect(gridMistakeText({ code: 'grid-too-large', rows: 12_000, most: 10_000 })).toBe(
      'These are 12,000 trackers; 10,000 can be made at once.',
    );
  });
});
