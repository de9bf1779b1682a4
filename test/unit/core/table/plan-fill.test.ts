import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FillProblem } from '@/lib/core/table/fill-problem';
import type { FillTarget } from '@/lib/core/table/filled-cell';
import { filledName } from '@/lib/core/table/filled-name';
import { isOwnTitle, ownTitle } from '@/lib/core/table/own-titles';
import { type FillColumn, type FillOrder, planFill } from '@/lib/core/table/plan-fill';

import { runs } from '../../runs';

const RESULT: FillColumn = { title: ownTitle('Result'), onlyIfFilled: false, keeps: false };
const ID: FillColumn = { title: ownTitle('Tracker ID'), onlyIfFilled: false, keeps: true };
const TAG: FillColumn = { title: ownTitle('Tag'), onlyIfFilled: true, keeps: false };

const order = (
  columns: readonly FillColumn[],
  ...rows: readonly (string | number | null)[][]
): FillOrder => ({
  headerRow: 2,
  columns,
  rows: rows.map((values, at) => ({ row: 3 + at, values })),
});
/** A sheet with these titles in its header, and these columns taken below. */
const target = (
  titles: Record<number, string>,
  taken: readonly number[] = [],
  filled: FillTarget['filled'] = [],
): FillTarget => {
  const all = new Map(Object.entries(titles).map(([at, title]) => [Number(at), title]));
  return {
    titles: all,
    filled,
    isTaken: (column) => all.has(column) || taken.includes(column) || column > 16_383,
  };
};
const places = (plan: ReturnType<typeof planFill>) =>
  plan.placed.map(({ title, column, isNew }) => [title.split(' (')[0], column, isNew]);
const cells = (plan: ReturnType<typeof planFill>) =>
  plan.cells.map(({ row, column, value }) => [row, column, value]);

describe('where columns are added', () => {
  it.each<[string, FillTarget, readonly FillColumn[], readonly unknown[]]>([
    ['right of the table', target({ 0: 'A', 3: 'B' }), [RESULT], [['Result', 4, true]]],
    [
      'side by side',
      target({ 0: 'A' }),
      [RESULT, ID],
      [
        ['Result', 1, true],
        ['Tracker ID', 2, true],
      ],
    ],
    [
      'past what stands below',
      target({ 0: 'A' }, [1, 3]),
      [RESULT, ID],
      [
        ['Result', 4, true],
        ['Tracker ID', 5, true],
      ],
    ],
    [
      'before what stands far away',
      target({ 0: 'A' }, [9]),
      [RESULT, ID],
      [
        ['Result', 1, true],
        ['Tracker ID', 2, true],
      ],
    ],
    ['not where nothing is to be said', target({ 0: 'A' }), [RESULT, TAG], [['Result', 1, true]]],
    [
      'where they are already',
      target({ 0: RESULT.title, 1: 'A' }),
      [RESULT, ID],
      [
        ['Result', 0, false],
        ['Tracker ID', 2, true],
      ],
    ],
    [
      'also with nothing to be said',
      target({ 0: 'A', 5: TAG.title }),
      [RESULT, TAG],
      [
        ['Tag', 5, false],
        ['Result', 6, true],
      ],
    ],
    ['in an empty row of titles', target({}), [RESULT], [['Result', 0, true]]],
  ])('%s', (_, at, columns, expected) => {
    expect(places(planFill(at, order(columns)))).toEqual(expected);
  });

  it.each<[string, FillTarget, Partial<FillOrder>, FillProblem]>([
    ['without a row of titles', target({ 0: 'A' }), { headerRow: -1 }, 'no-titles'],
    ['with a title in the last column', target({ 16_383: 'A' }), {}, 'no-room'],
  ])('nowhere %s', (_, at, change, problem) => {
    expect(() => planFill(at, { ...order([RESULT]), ...change })).toThrow(
      expect.objectContaining({ problem }),
    );
  });
});

describe('what is filled in', () => {
  it('is titles that look like their neighbour, and a value for each row', () => {
    const plan = planFill(
      target({ 0: 'A', 1: 'B' }),
      order([ID, RESULT], [531, 'Pass'], [null, 'Fail']),
    );
    expect(plan.cells[0]).toEqual({ row: 2, column: 2, value: ID.title, like: 1 });
    expect(cells(plan).slice(2)).toEqual([
      [3, 2, 531],
      [3, 3, 'Pass'],
      [4, 3, 'Fail'],
    ]);
  });

  it('leaves no result of an earlier time that is not true any more, and takes no id away', () => {
    const before = target(
      { 0: ID.title, 1: RESULT.title, 2: ownTitle('Other') },
      [],
      [
        { row: 3, column: 0 },
        { row: 9, column: 0 },
        { row: 9, column: 1 },
        { row: 9, column: 2 },
      ],
    );
    expect(cells(planFill(before, order([ID, RESULT], [null, null])))).toEqual([
      [3, 1, null],
      [9, 1, null],
    ]);
  });

  it('is nothing at or above the titles', () => {
    const above = {
      ...order([RESULT]),
      rows: [
        { row: 2, values: ['a'] },
        { row: 0, values: ['b'] },
      ],
    };
    expect(cells(planFill(target({ 0: 'A' }), above)).map(([row]) => row)).toEqual([2]);
  });

  it('a second time is in the same places', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(12)),
        fc.uniqueArray(fc.nat(12)),
        fc.subarray([ID, RESULT, TAG], { minLength: 1 }),
        fc.array(fc.array(fc.option(fc.string()), { minLength: 3, maxLength: 3 }), {
          maxLength: 4,
        }),
        (titled, taken, columns, rows) => {
          const titles = Object.fromEntries(titled.map((at) => [at, `Title ${at}`]));
          const given = order(columns, ...rows);
          const once = planFill(target(titles, taken), given);
          const now = { ...titles };
          for (const { column, title } of once.placed) now[column] = title;
          const again = planFill(target(now, taken), given);
          expect(again.placed).toEqual(once.placed.map((place) => ({ ...place, isNew: false })));
          expect(again.cells).toEqual(once.cells.filter(({ row }) => row > given.headerRow));
          expect(
            once.placed.some(({ column }) => titled.includes(column) || taken.includes(column)),
          ).toBe(false);
        },
      ),
      runs(2000),
    );
  });
});

it.each([
  ['Tracker ID', 'Tracker ID (Piggyback)', true],
  [' a\n b ', 'a b (Piggyback)', true],
])('%j is titled %j', (name, title, isOwn) => {
  expect(ownTitle(name)).toBe(title);
  expect(isOwnTitle(title)).toBe(isOwn);
});

it.each(['Result', 'Piggyback', '(Piggyback) Result', ''])('%j is no title of ours', (title) => {
  expect(isOwnTitle(title)).toBe(false);
});

it.each([
  ['plan.xlsx', 'plan – filled.xlsx'],
  ['my.plan.v2.xlsm', 'my.plan.v2 – filled.xlsm'],
  ['plan', 'plan – filled'],
  ['plan – filled.csv', 'plan – filled.csv'],
  ['.csv', '.csv – filled'],
])('%s comes back as %s', (name, filled) => {
  expect(filledName(name)).toBe(filled);
});
