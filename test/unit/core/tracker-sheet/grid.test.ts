import { describe, expect, it } from 'vitest';

import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import { checkTrackerSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { type Grid, GridSchema, gridSheet, gridSize } from '@/lib/core/tracker-sheet/grid';
import {
  DEFAULT_PATTERN,
  NAME_SLOTS,
  type NameParts,
  type PatternMistake,
  readNamePattern,
} from '@/lib/core/tracker-sheet/name-pattern';

import { AUTUMN, BASE, CITY, HOME, known, SPORT, SPRING, TIDE, tracker, words } from './build';

const PARTS: NameParts = { lineItem: SPRING, publisher: TIDE, placement: HOME, paymentRule: null };
const nameBy = (pattern: string, parts = PARTS) => {
  const read = readNamePattern(pattern);
  return read.mistake === null ? read.nameOf(parts) : read.mistake;
};

describe('a pattern of names', () => {
  it.each<[string, string]>([
    [DEFAULT_PATTERN, 'Spring burst – Tidewater News Home 300x250'],
    ['{Line Item}/{publisher_id}', 'Spring burst/880202'],
    ['{ placement id }', '15150404'],
    ['[{payment rule}] {line item}', '[] Spring burst'],
    ['{{x}} {publisher}', '{x} Tidewater News'],
    ['  always   the same ', 'always the same'],
  ])('%s', (pattern, name) => expect(nameBy(pattern)).toBe(name));

  it('blanks that an empty part leaves are put together', () => {
    expect(nameBy(DEFAULT_PATTERN, { ...PARTS, placement: null })).toBe(
      'Spring burst – Tidewater News',
    );
  });

  it.each<[string, PatternMistake]>([
    ['  ', { code: 'pattern-empty' }],
    ['{line item', { code: 'brace-open', at: 0 }],
    ['X {line {item}', { code: 'brace-open', at: 2 }],
    ['line item}', { code: 'brace-alone', at: 9 }],
    ['{publisher} {advertiser}', { code: 'slot-unknown', at: 12, slot: 'advertiser' }],
    ['{}', { code: 'slot-unknown', at: 0, slot: '' }],
    ['{constructor}', { code: 'slot-unknown', at: 0, slot: 'constructor' }],
  ])('%s says what is wrong and where', (pattern, mistake) => {
    expect(nameBy(pattern)).toEqual(mistake);
  });

  it('every slot fills something', () => {
    const parts = { ...PARTS, paymentRule: BASE };
    for (const slot of NAME_SLOTS) expect(nameBy(`{${slot}}`, parts)).not.toBe('');
  });
});

const GRID: Grid = {
  lineItems: [SPRING, AUTUMN],
  publishers: [
    { publisher: TIDE, placements: [HOME, SPORT], paymentRule: BASE },
    { publisher: CITY, placements: [], paymentRule: null },
  ],
  pattern: DEFAULT_PATTERN,
  state: 'active',
};
const rowsOfGrid = (grid: Grid, trackers = [] as ReturnType<typeof tracker>[]) => {
  const made = gridSheet(grid);
  if (made.mistake) return made.mistake;
  return checkTrackerSheet(made.sheet, known({ trackers })).rows;
};

describe('a grid', () => {
  it('has a tracker for each line item, publisher and placement, checked as a sheet is', () => {
    const rows = rowsOfGrid(GRID);
    expect(gridSize(GRID)).toBe(6);
    expect(Array.isArray(rows) && rows.map((row) => [words(row), row.name])).toEqual([
      ['create', 'Spring burst – Tidewater News Home 300x250'],
      ['create', 'Spring burst – Tidewater News Sport 728x90'],
      ['create', 'Spring burst – City Herald'],
      ['create', 'Autumn – Tidewater News Home 300x250'],
      ['create', 'Autumn – Tidewater News Sport 728x90'],
      ['create', 'Autumn – City Herald'],
    ]);
    expect(Array.isArray(rows) && rows[0]?.changes).toEqual({
      name: 'Spring burst – Tidewater News Home 300x250',
      state: 'active',
      lineItemId: SPRING.id,
      publisherId: TIDE.id,
      placementId: HOME.id,
      paymentRuleId: BASE.id,
    });
  });

  it('a pattern that tells not all rows apart is said at each of them', () => {
    const rows = rowsOfGrid({ ...GRID, pattern: '{line item} {publisher}' });
    expect(Array.isArray(rows) && rows.map(words)).toEqual([
      'conflict, A2 same-tracker',
      'conflict, A3 same-tracker',
      'create',
      'conflict, A5 same-tracker',
      'conflict, A6 same-tracker',
      'create',
    ]);
  });

  it.each<[string, Partial<Grid>, object]>([
    ['a mistake in the pattern', { pattern: '{x}' }, { code: 'slot-unknown', at: 0, slot: 'x' }],
    ['nothing chosen', { lineItems: [] }, { code: 'grid-empty' }],
    [
      'too much',
      { lineItems: Array.from({ length: 4000 }, () => SPRING) },
      { code: 'grid-too-large', rows: 12_000, most: MAX_TRACKER_ROWS },
    ],
  ])('%s makes no sheet', (_, part, mistake) => {
    expect(rowsOfGrid({ ...GRID, ...part })).toEqual(mistake);
  });

  it('is kept as it is', () => {
    expect(GridSchema.parse(JSON.parse(JSON.stringify(GRID)))).toMatchObject({
      pattern: DEFAULT_PATTERN,
    });
  });
});
