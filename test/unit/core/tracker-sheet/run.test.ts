import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { beginRun, untold } from '@/lib/core/tracker-sheet/begin-run';
import { changesOfFields, type FieldChange } from '@/lib/core/tracker-sheet/planned-row';
import {
  orderRows,
  type RowEndKind,
  type RunOrder,
  RunOrderSchema,
  type RunRow,
  RunRowSchema,
  RunSchema,
} from '@/lib/core/tracker-sheet/run';
import { stillToChange } from '@/lib/core/tracker-sheet/still-to-change';
import { undoRun } from '@/lib/core/tracker-sheet/undo';

import {
  ADVERTISER,
  AUTUMN,
  check,
  CITY,
  sent,
  SPRING,
  type Table,
  TIDE,
  tracker,
  words,
} from './build';

const TRACKERS = [tracker(1, { name: 'One', lastModified: 50 }), tracker(2, { name: 'Two' })];
const SHEET: Table = [
  ['ID', 'Name', 'Line item', 'Publisher', 'State'],
  [1, 'One', '', '', ''],
  ['', 'New', 'Autumn', TIDE.id, ''],
  ['', 'Bad', 'Twin', TIDE.id, ''],
  [2, '', '', '', 'inactive'],
];
const AT = { id: 'run', user: 'trafficker', at: 1000 };
const orderOf = (table: Table, part: Partial<RunOrder> = {}): RunOrder => ({
  advertiser: ADVERTISER,
  file: 'plan.xlsx',
  holdAt: null,
  undoes: null,
  rows: orderRows(check(table, { trackers: TRACKERS }).rows),
  ...part,
});

describe('a run that begins', () => {
  it('has those first that are sent, and says of the others why they are not', () => {
    const { run, rows } = beginRun(orderOf(SHEET), AT, TRACKERS);
    expect(
      rows.map(({ at, row, kind, end, issues }) => [at, row, kind, end?.kind, issues]),
    ).toEqual([
      [0, 3, 'create', undefined, []],
      [1, 5, 'change', undefined, []],
      [2, 2, 'unchanged', 'skipped', []],
      [3, 4, 'conflict', 'skipped', ['object-ambiguous']],
    ]);
    expect(run).toMatchObject({ rows: 4, total: 2, ended: 0, since: 50, counts: { skipped: 2 } });
  });

  it('is what the disk and a message give back', () => {
    const order = orderOf(SHEET);
    const { run, rows } = beginRun(order, AT, TRACKERS);
    expect(RunOrderSchema.parse(structuredClone(order))).toMatchObject({ file: 'plan.xlsx' });
    expect(RunSchema.parse(structuredClone(run))).toMatchObject({ id: 'run', total: 2 });
    for (const row of rows) expect(RunRowSchema.parse(structuredClone(row))).toEqual(row);
  });

  it('makes none that is there by now', () => {
    const by = [...TRACKERS, tracker(3, { name: 'New' })];
    const { run, rows } = beginRun(orderOf(SHEET), AT, by);
    expect(run.total).toBe(1);
    expect(rows.find(({ name }) => name === 'New')).toMatchObject({
      kind: 'conflict',
      issues: ['there-by-now'],
      end: { kind: 'skipped' },
    });
  });

  it('is held only where something is left to do afterwards', () => {
    expect(beginRun(orderOf(SHEET, { holdAt: 1 }), AT, TRACKERS).run.holdAt).toBe(1);
    expect(beginRun(orderOf(SHEET, { holdAt: 3 }), AT, TRACKERS).run.holdAt).toBeNull();
  });

  it('of nothing that is sent is over', () => {
    const { run } = beginRun(
      orderOf([
        ['ID', 'Name'],
        [1, 'One'],
      ]),
      AT,
      TRACKERS,
    );
    expect([run.total, run.state]).toEqual([0, 'done']);
  });

  it('knows which trackers a new one could be taken for', () => {
    const made = ['', 'X', 'Spring burst', TIDE.id, ''];
    const table = [SHEET[0] ?? [], [1, 'X', '', '', ''], [...made, '']];
    const coded: Table = table.map((row, at) => [...row.slice(0, 5), ['Code', '', 'c'][at]]);
    const { rows } = beginRun(orderOf(coded), AT, TRACKERS);
    expect(rows.map(({ kind, twins }) => [kind, twins])).toEqual([
      ['change', []],
      ['create', [1]],
    ]);
  });
});

describe('rows that could not be told apart', () => {
  const create = (row: number, name: string, code: string | null) => ({
    row,
    kind: 'create' as const,
    name,
    trackerId: null,
    issues: [],
    fields: [
      { field: 'name' as const, from: null, to: name },
      ...(code === null ? [] : [{ field: 'code' as const, from: null, to: code }]),
    ],
  });
  it.each<[string, (string | null)[], number[]]>([
    ['one', [null], []],
    ['codes of their own', ['a', 'b', 'c'], []],
    ['none has a code', [null, null], [2, 3]],
    ['one has none', ['a', null], [2, 3]],
    ['the same code', ['a', 'b', 'a '], [2, 3, 4]],
  ])('%s', (_, codes, rows) => {
    expect(untold(codes.map((code, at) => create(at + 2, 'X', code)))).toEqual(rows);
  });

  it('the check of a sheet lets none of them through', () => {
    const cell = fc.constantFrom('', 'X', 'Y', ' X');
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const sheet = rows.map(([name, code]) => [name, code, SPRING.id, CITY.id]);
        const checked = check([['Name', 'Code', 'Line item', 'Publisher'], ...sheet]);
        expect(untold(orderRows(checked.rows))).toEqual([]);
      }),
    );
  });
});

describe('a change that was planned', () => {
  const FIELDS: FieldChange[] = [
    { field: 'name', from: 'One', to: 'Uno' },
    { field: 'placement', from: null, to: { id: 9, name: 'Nine' } },
  ];
  it.each<[string, object, string]>([
    ['as it was then', { name: 'One ' }, 'send'],
    ['half of it is done', { name: 'Uno' }, 'send'],
    ['all of it is done', { name: 'Uno', placement: { id: 9, name: 'Renamed' } }, 'done'],
    ['somebody has set another name', { name: 'Ein' }, 'changed-meanwhile'],
    [
      'or another placement',
      { name: 'One', placement: { id: 8, name: 'Nine' } },
      'changed-meanwhile',
    ],
    ['what is not planned may be otherwise', { name: 'One', state: 'inactive', code: 'x' }, 'send'],
  ])('%s', (_, now, what) => expect(stillToChange(FIELDS, tracker(1, now))).toBe(what));
});

describe('a run that is taken back', () => {
  const rowsAfter = (table: Table, ends: Partial<Record<number, RowEndKind>> = {}) => {
    const { rows } = beginRun(orderOf(table), AT, TRACKERS);
    return rows.map((row): RunRow => {
      const kind = ends[row.at] ?? (row.kind === 'create' ? 'created' : 'changed');
      return row.end ? row : { ...row, end: { kind, id: row.trackerId ?? 3, failure: null } };
    });
  };
  const after = [
    tracker(1, { name: 'One' }),
    tracker(2, { name: 'Two', state: 'inactive' }),
    tracker(3, { name: 'New' }),
  ];

  it('deactivates what it made, and sets back what it changed, in the order of the sheet', () => {
    const { rows, counts } = undoRun(rowsAfter(SHEET), after);
    expect(
      rows.map(({ row, kind, tracker, changes }) => [row, kind, tracker?.id, changes]),
    ).toEqual([
      [3, 'change', 3, { state: 'inactive' }],
      [5, 'change', 2, { state: 'active' }],
    ]);
    expect(counts).toMatchObject({ change: 2 });
  });

  it.each<[string, ReturnType<typeof tracker>[], string[]]>([
    [
      'nothing is left to do',
      [tracker(2), tracker(3, { state: 'inactive' })],
      ['unchanged', 'unchanged'],
    ],
    ['one is gone', [tracker(3)], ['change', 'conflict, A5 gone-since']],
  ])('%s', (_, now, said) => expect(undoRun(rowsAfter(SHEET), now).rows.map(words)).toEqual(said));

  it('leaves what somebody has changed since', () => {
    const renamed = rowsAfter([
      ['ID', 'Name', 'State'],
      [1, 'Uno', 'inactive'],
    ]);
    const now = (part: object) => [tracker(1, { name: 'Uno', state: 'inactive', ...part })];
    expect(undoRun(renamed, now({ name: 'Theirs' })).rows.map(words)).toEqual([
      'conflict, A2 changed-since',
    ]);
    expect(undoRun(renamed, now({ code: 'x' })).rows[0]?.changes).toEqual({
      name: 'One',
      state: 'active',
    });
    expect(undoRun(renamed, now({ name: 'One' })).rows[0]?.changes).toEqual({ state: 'active' });
  });

  it('of what failed or was skipped nothing is taken back', () => {
    expect(undoRun(rowsAfter(SHEET, { 0: 'failed', 1: 'skipped' }), after).rows).toEqual([]);
  });

  it('and then everything is as it was before', () => {
    const table: Table = [
      ['ID', 'Name', 'Publisher', 'Line item'],
      [1, 'Uno', CITY.id, AUTUMN.id],
    ];
    const { rows } = check(table, { trackers: TRACKERS });
    const changed = sent(rows, TRACKERS);
    const back = sent(undoRun(rowsAfter(table), changed).rows, changed);
    expect(back).toEqual(TRACKERS);
    expect(changesOfFields(rows[0]?.fields ?? [])).toMatchObject({ publisherId: CITY.id });
  });
});
