import { expect, it } from 'vitest';

import {
  DEFAULT_KEEPING,
  keepingOf,
  keptSince,
  readKeeping,
} from '@/lib/core/verification/keeping';

it.each([
  ['50', '', { recordings: 50, days: null }],
  [' 1 ', '30', { recordings: 1, days: 30 }],
  ['1000', '3650', { recordings: 1000, days: 3650 }],
  ['0', '', null],
  ['1001', '', null],
  ['', '30', null],
  ['5', '0', null],
  ['5', '3651', null],
  ['5.5', '', null],
  ['-1', '', null],
  ['1e2', '', null],
  ['all', '', null],
])('%j recordings and %j days are read as %j', (recordings, days, wanted) =>
  expect(readKeeping(recordings, days)).toEqual(wanted),
);

it.each([undefined, null, 7, {}, { recordings: 0, days: null }, { recordings: '5', days: null }])(
  'what was kept as %j was not chosen',
  (value) => expect(keepingOf(value)).toEqual(DEFAULT_KEEPING),
);

it('counts days back from now, and none where there is no limit', () => {
  const now = Date.UTC(2026, 10, 27);
  expect(keptSince({ recordings: 5, days: 2 }, now)).toBe(Date.UTC(2026, 10, 25));
  expect(keptSince({ recordings: 5, days: null }, now)).toBe(-Infinity);
});
