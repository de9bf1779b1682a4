import { describe, expect, it } from 'vitest';

import { rowsOf } from '@/lib/core/table/raw-row';
import { beginRun } from '@/lib/core/tracker-sheet/begin-run';
import { orderRows, type RunOrder } from '@/lib/core/tracker-sheet/run';
import { undoRun } from '@/lib/core/tracker-sheet/undo';
import { trackerFill } from '@/lib/core/tracker-sheet/fill';
import { trackerFillWords } from '@/lib/text/sheets/fill';
import { issueText } from '@/lib/text/trackers/tracker-sheet';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';
import { ADVERTISER, check, SPRING, type Table, TIDE, tracker, words } from './build';

const said = (table: Table, trackers = [tracker(2, { name: 'Two' })]) =>
  check(table, { trackers }).rows.map(words);
const NEW = ['Name', 'Line item ID', 'Publisher ID'];

describe('ids as spreadsheets leave them', () => {
  it.each([
    ['an apostrophe', "'2"],
    ['a power of ten', '2E+00'],
    ['a point for thousands', '90.011'],
    ['a comma for thousands', '90,011'],
    ['a blank for thousands', '90\u00a0011'],
    ['a narrow blank for thousands', '90\u202f011'],
    ['a zero behind a comma', '2,0'],
    ['two of them', '2; 3'],
    ['Arabic digits', '\u0662'],
    ['an error', '#REF!'],
    ['a formula', '=A1'],
  ])('%s is said at its cell', (_, id) => {
    expect(
      said([
        ['ID', 'Name'],
        [id, 'New name'],
      ]),
    ).toEqual(['error, A2 id-unreadable']);
  });

  it.each([
    ['blanks that do not break', '\u00a02\u00a0'],
    ['a number', 2],
    ['a sign in front', '#2'],
  ])('%s: it is that tracker', (_, id) => {
    expect(
      check(
        [
          ['ID', 'Name'],
          [id, 'New name'],
        ],
        { trackers: [tracker(2)] },
      ).counts.change,
    ).toBe(1);
  });
});

describe('rows that are none', () => {
  const rows = (...more: unknown[][]) => said([NEW, ...more]);
  it.each([
    ['a row of totals', ['Total', '', 2], 'error'],
    ['a title again', NEW, 'error'],
    ['a sentence', ['Please send back by Friday', '', ''], 'error'],
  ])('%s is never sent', (_, row, kind) => {
    expect(rows(row)[0]).toMatch(new RegExp(`^${kind}`));
  });
  it('an empty row is none, also of blanks that do not break', () => {
    expect(rows(['', '', ''], ['\u00a0', ' ', ''], ['New', SPRING.id, TIDE.id])).toHaveLength(1);
  });
});

describe('none', () => {
  it.each([
    ['of a tracker that is there', ['ID', 'Name'], [2, 'none'], 'error, B2 cannot-be-none'],
    ['of a new one', NEW, ['(None)', SPRING.id, TIDE.id], 'error, A2 cannot-be-none'],
  ])('is no name: %s', (_, titles, row, issue) => {
    expect(said([titles, row])).toEqual([issue]);
  });
  it('may be said of a tracker that is called so', () => {
    expect(
      said(
        [
          ['ID', 'Name'],
          [2, 'none'],
        ],
        [tracker(2, { name: 'none' })],
      ),
    ).toEqual(['unchanged']);
  });
});

describe('a sheet that comes back with its ids filled in', () => {
  const TITLE = trackerFill({ headerRow: 0, adServers: [], rows: [] }, trackerFillWords).columns[0]
    ?.title;

  it('changes the trackers that it made, whatever their rows are called by now', () => {
    const { rows } = check(
      [
        [...NEW, TITLE],
        ['Two, by another name', SPRING.id, TIDE.id, 2],
      ],
      { trackers: [tracker(2, { name: 'Two' })] },
    );
    expect(rows.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['change', { name: 'Two, by another name' }],
    ]);
  });

  it.each<[string, unknown, unknown, string]>([
    ['none of its own', '', 2, 'change, 2'],
    ['one of its own, which counts', 3, 2, 'change, 3'],
    ['neither: it is a new one', '', '', 'create, null'],
    ['one that is unreadable', '', 'abc', 'error, null'],
  ])('beside a column of its own counts where a row has %s', (_, own, filled, expected) => {
    const { rows } = check(
      [
        ['ID', ...NEW, TITLE],
        [own, 'By another name', SPRING.id, TIDE.id, filled],
      ],
      { trackers: [tracker(2, { name: 'Two' }), tracker(3, { name: 'Three' })] },
    );
    const said = rows.map(({ kind, tracker: of }) => `${kind}, ${of?.id ?? null}`);
    expect(said).toEqual([expected]);
  });

  it('goes by a column of ids of its own, where it has one', () => {
    const sheet = openTrackerSheet(
      '',
      rowsOf([
        [TITLE, 'Tracker ID', 'Name'],
        [3, 2, 'Two'],
      ]),
    );
    expect(sheet.header.columns).toContainEqual(['id', 1]);
    expect(sheet.header.columns).toHaveLength(2);
  });
});

it('is said in words that fit a name', () => {
  const [row] = check(
    [
      ['ID', 'Name'],
      [2, 'none'],
    ],
    { trackers: [tracker(2)] },
  ).rows;
  const [issue] = row?.issues ?? [];
  expect(issue && issueText(issue).sentence).toBe('A tracker cannot be without a name.');
});

it('a line item that was set where none was cannot be taken back, and nothing of its row is sent', () => {
  const before = tracker(2, { name: 'Two', lineItem: null });
  const after = tracker(2, { name: 'Second' });
  const order: RunOrder = {
    advertiser: ADVERTISER,
    file: '',
    holdAt: null,
    undoes: null,
    rows: orderRows(
      check(
        [
          ['ID', 'Name', 'Line item'],
          [2, 'Second', SPRING.id],
        ],
        { trackers: [before] },
      ).rows,
    ),
  };
  const { rows } = beginRun(order, { id: 'run', user: 'trafficker', at: 1000 }, [before]);
  const end = { kind: 'changed' as const, id: 2, failure: null };
  const undo = undoRun(
    rows.map((row) => ({ ...row, end })),
    [after],
  );
  expect(undo.rows.map(words)).toEqual(['error, A2 cannot-be-none']);
  expect(undo.rows[0]?.changes).toEqual({});
});
