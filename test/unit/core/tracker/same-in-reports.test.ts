import { describe, expect, it } from 'vitest';

import { draftOf } from '@/lib/core/tracker/draft';
import { othersInReports, reportKeyOf, sameInReports } from '@/lib/core/tracker/same-in-reports';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from './build';

const FIRST = tracker();
const PLACED = { placement: { id: 5, name: 'Home' } };
const RULED = { paymentRule: { id: 6, name: 'Base' } };

describe('reports cannot tell from the first', () => {
  it.each<[string, Partial<Tracker>, boolean]>([
    ['one with the same four', {}, true],
    ['one by another name and code', { name: 'Other', code: 'O' }, true],
    ['an inactive one', { state: 'inactive' }, true],
    ['one whose line item was renamed', { lineItem: { id: 3, name: 'Renamed' } }, true],
    ['one of another line item', { lineItem: { id: 9, name: 'Line' } }, false],
    ['one of another publisher', { publisher: { id: 9, name: 'Paper' } }, false],
    ['one of a placement', PLACED, false],
    ['one with a payment rule', RULED, false],
    [
      'one with the id of a placement as its payment rule',
      { paymentRule: PLACED.placement },
      false,
    ],
    ['one without a line item', { lineItem: null }, false],
    ['one without a publisher', { publisher: null }, false],
  ])('%s: %s', (_, part, isSame) => {
    const other = { ...FIRST, id: 8, ...part };
    expect(sameInReports([FIRST, other])).toEqual(isSame ? [[FIRST, other]] : []);
    expect(othersInReports([FIRST, other], draftOf(FIRST), 1)).toEqual(isSame ? [other] : []);
  });
});

it('nothing is said of two that have neither line item nor publisher', () => {
  const odd = { ...FIRST, lineItem: null, publisher: null };
  expect(reportKeyOf(odd)).toBeNull();
  expect(sameInReports([odd, { ...odd, id: 9 }])).toEqual([]);
  expect(othersInReports([odd], draftOf(odd), null)).toEqual([]);
});

it('a new one is told of all that are there, one that is edited not of itself', () => {
  expect(othersInReports([FIRST], draftOf(FIRST), null)).toEqual([FIRST]);
  expect(othersInReports([FIRST], draftOf(FIRST), 1)).toEqual([]);
});

it('groups stand in the order of the list, and none is a part of another', () => {
  const at = (id: number, part: Partial<Tracker>) => ({ ...FIRST, id, ...part });
  const list = [at(1, {}), at(2, PLACED), at(3, RULED), at(4, PLACED), at(5, {}), at(6, {})];
  const ids = sameInReports(list).map((group) => group.map(({ id }) => id));
  expect(ids).toEqual([
    [1, 5, 6],
    [2, 4],
  ]);
});

it('is quick with as many as a member may have', () => {
  const many = Array.from({ length: 20_000 }, (_, id) => ({
    ...FIRST,
    id,
    lineItem: { id: 1 + (id % 10_000), name: '' },
  }));
  expect(sameInReports(many)).toHaveLength(10_000);
});
