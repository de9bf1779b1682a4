import { expect, it } from 'vitest';

import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import type { Grid } from '@/lib/core/tracker-sheet/grid';
import { previewGrid } from '@/lib/core/tracker-sheet/grid-preview';

import { CITY, HOME, SPORT, SPRING, TIDE } from './build';

const GRID: Grid = {
  lineItems: [SPRING],
  publishers: [
    { publisher: TIDE, placements: [HOME, SPORT], paymentRule: null },
    { publisher: CITY, placements: [], paymentRule: null },
  ],
  pattern: '{publisher} {placement}',
  state: 'active',
};

it.each<[string, Partial<Grid>, number, ReturnType<typeof previewGrid>]>([
  [
    'all names where they are few',
    {},
    4,
    {
      count: 3,
      names: ['Tidewater News Home 300x250', 'Tidewater News Sport 728x90', 'City Herald'],
      mistake: null,
    },
  ],
  [
    'the first names of many',
    {},
    2,
    {
      count: 3,
      names: ['Tidewater News Home 300x250', 'Tidewater News Sport 728x90'],
      mistake: null,
    },
  ],
  [
    'that there is none',
    { lineItems: [] },
    4,
    { count: 0, names: [], mistake: { code: 'grid-empty' } },
  ],
  [
    'what is wrong with the pattern, and how many there will be',
    { pattern: '{site}' },
    4,
    { count: 3, names: [], mistake: { code: 'slot-unknown', at: 0, slot: 'site' } },
  ],
  [
    'that there are too many',
    { lineItems: Array.from({ length: MAX_TRACKER_ROWS }, (_, at) => ({ id: at, name: `${at}` })) },
    4,
    {
      count: 30_000,
      names: [],
      mistake: { code: 'grid-too-large', rows: 30_000, most: MAX_TRACKER_ROWS },
    },
  ],
])('a grid says beforehand %s', (_, change, most, preview) => {
  expect(previewGrid({ ...GRID, ...change }, most)).toEqual(preview);
});
