import { expect, it } from 'vitest';

import {
  DEFAULT_KEEPING,
  keepingOf,
  keptSince,
  readKeeping,
} from '@/lib/core/verification/keeping';

it.each([
  ['50', '', '100000', { recordings: 50, days: null, requests: 100_000 }],
  [' 1 ', '30', ' 1000 ', { recordings: 1, days: 30, requests: 1000 }],
  ['1000', '3650', '1000000', { recordings: 1000, days: 3650, requests: 1_000_000 }],
  ['0', '', '100000', null],
  ['1001', '', '100000', null],
  ['', '30', '100000', null],
  ['5', '0', '100000', null],
  ['5', '3651', '100000', null],
  ['5.5', '', '100000', null],
  ['-1', '', '100000', null],
  ['1e2', '', '100000', null],
  ['all', '', '100000', null],
  ['5', '', '', null],
  ['5', '', '999', null],
  ['5', '', '1000001', null],
  ['5', '', '1e5', null],
])('%j recordings, %j days and %j requests are read as %j', (recordings, days, requests, wanted) =>
  expect(readKeeping(recordings, days, requests)).toEqual(wanted),
);

it('what was chosen before requests had a number has the usual one', () =>
  expect(keepingOf({ recordings: 7, days: 30 })).toEqual({
    recordings: 7,
    days: 30,
    requests: 100_000,
  }));

it.each([
  undefined,
  null,
  7,
  {},
  { recordings: 0, days: null },
  { recordings: '5', days: null },
  { recordings: 5, days: null, requests: 1 },
])('what was kept as %j was not chosen', (value) =>
  expect(keepingOf(value)).toEqual(DEFAULT_KEEPING),
);

it('counts days back from now, and none where there is no limit', () => {
  const now = Date.UTC(2026, 10, 27);
  expect(keptSince({ days: 2 }, now)).toBe(Date.UTC(2026, 10, 25));
  expect(keptSince({ days: null }, now)).toBe(-Infinity);
});
