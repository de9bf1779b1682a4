import { expect, it } from 'vitest';

import { explain } from '@/lib/core/report/detective/explain';

import { factsOf, msAt } from './made';

const DAYS = 35;
/** None at Monetize from one day to another, both among them. */
const silent = (from: number, to: number) =>
  Array.from({ length: DAYS }, (_, at) => (at >= from && at <= to ? 0 : 1000));
const THERE = Array<number>(DAYS).fill(1000);

it.each<
  [
    string,
    readonly [number, number],
    readonly (readonly [number, 'active' | 'inactive'])[],
    boolean,
  ]
>([
  ['switched on after it', [8, 19], [[20, 'active']], true],
  ['switched on long after it, and counted in between', [3, 5], [[20, 'active']], false],
  ['switched off before it, and on again by nobody here', [8, 19], [[8, 'inactive']], true],
  ['switched off long before it, and counted in between', [22, 24], [[8, 'inactive']], false],
  ['switched off before it, to the last day', [30, 34], [[30, 'inactive']], true],
  [
    'switched off and on',
    [8, 19],
    [
      [8, 'inactive'],
      [20, 'active'],
    ],
    true,
  ],
  [
    'switched off and on before it',
    [22, 24],
    [
      [8, 'inactive'],
      [20, 'active'],
    ],
    false,
  ],
  ['noted nowhere', [8, 19], [], false],
])('a silence is of an inactive tracker where it was %s', (_, [from, to], noted, isSo) => {
  const switched = noted.map(([day, state]) => ({ at: msAt(day, 9), to: state }));
  const { found } = explain(factsOf(silent(from, to), THERE, { switched }));
  expect(found === 'inactive-meanwhile').toBe(isSo);
});
