import { describe, expect, it } from 'vitest';

import {
  LIST_COLUMNS,
  readListLayout,
  resizeColumn,
  resizeDetails,
  sortBy,
  toggleColumn,
  USUAL_LAYOUT,
} from '@/lib/core/verification/list-layout';

describe('what was kept', () => {
  const KEPT = {
    columns: ['id', 'findings'],
    widths: { id: 90 },
    sort: { column: 'id', isDescending: true },
    details: { beside: 30, below: 60 },
  };

  it('is read as it was', () => {
    expect(readListLayout(KEPT)).toEqual(KEPT);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'columns'],
    ['a list', [KEPT]],
    ['another thing', { rows: 3 }],
  ])('is as never changed: %s', (_, kept) => {
    expect(readListLayout(kept)).toEqual(USUAL_LAYOUT);
  });

  it.each<[keyof typeof KEPT, string, unknown]>([
    ['columns', 'none', []],
    ['columns', 'an unknown one', ['id', 'colour']],
    ['columns', 'one twice', ['id', 'id']],
    ['columns', 'too many', [...LIST_COLUMNS, ...LIST_COLUMNS]],
    ['widths', 'too narrow', { id: 3 }],
    ['widths', 'too wide', { id: 1e9 }],
    ['widths', 'no number', { id: Number.NaN }],
    ['widths', 'of no column', { colour: 80 }],
    ['sort', 'by no column', { column: 'colour', isDescending: false }],
    ['sort', 'in part', { column: 'id' }],
    ['details', 'everything', { beside: 100, below: 60 }],
    ['details', 'in part', { beside: 40 }],
  ])('of which one part is broken keeps the others: %s, %s', (part, _, broken) => {
    expect(readListLayout({ ...KEPT, [part]: broken })).toEqual({
      ...KEPT,
      [part]: USUAL_LAYOUT[part],
    });
  });

  it('has its columns in their own order', () => {
    expect(readListLayout({ columns: ['findings', 'time'] }).columns).toEqual(['time', 'findings']);
  });
});

describe('a column', () => {
  it('is added at its place, and taken away with its order', () => {
    const more = toggleColumn(USUAL_LAYOUT, 'page');
    expect(more.columns.indexOf('page')).toBe(more.columns.indexOf('frame') - 1);
    const sorted = sortBy(more, 'page');
    expect(toggleColumn(sorted, 'page')).toEqual({ ...USUAL_LAYOUT, sort: null });
  });

  it('that is the last stays', () => {
    const one = { ...USUAL_LAYOUT, columns: ['id'] as const };
    expect(toggleColumn(one, 'id')).toBe(one);
  });

  it.each([
    [100.4, 100],
    [3, 40],
    [9999, 1200],
  ])('made %d wide is %d wide', (asked, width) => {
    expect(resizeColumn(USUAL_LAYOUT, 'id', asked).widths).toEqual({ id: width });
  });

  it('gets its usual width back', () => {
    expect(resizeColumn(resizeColumn(USUAL_LAYOUT, 'id', 90), 'id', null)).toEqual(USUAL_LAYOUT);
  });

  it('is sorted upwards, downwards, then not', () => {
    const up = sortBy(USUAL_LAYOUT, 'id');
    const down = sortBy(up, 'id');
    expect([up.sort, down.sort, sortBy(down, 'id').sort]).toEqual([
      { column: 'id', isDescending: false },
      { column: 'id', isDescending: true },
      null,
    ]);
    expect(sortBy(down, 'time').sort).toEqual({ column: 'time', isDescending: false });
  });
});

it.each([
  [1, 20],
  [33.6, 34],
  [99, 75],
])('details of %d per cent have %d', (asked, size) => {
  expect(resizeDetails(USUAL_LAYOUT, 'below', asked).details).toEqual({ beside: 40, below: size });
});
