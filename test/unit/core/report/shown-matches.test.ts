import { expect, it } from 'vitest';

import { matchByHand, matchPlacements } from '@/lib/core/report/reconcile/match';
import { placementsOf, shownMatches } from '@/lib/core/report/reconcile/placements-of';

import { daily, placement } from './build';

const one = daily('2026-11-01', [5, null]);
const PLACEMENTS = [
  placement('Home', one, '77'),
  placement('Sport', one),
  placement('Sport', one, '78'),
  placement('79', one, '79'),
];
const TRACKERS = [
  { id: 531, name: 'Home', code: null },
  { id: 532, name: 'Sport', code: null },
  { id: 533, name: 'Sport', code: null },
];
const GROUPS = [[532, 533]];

function matches(byHand: Parameters<typeof matchPlacements>[1]['byHand'] = []) {
  return matchPlacements(PLACEMENTS, { trackers: TRACKERS, sheet: [], byHand });
}
const shown = (byHand?: Parameters<typeof matches>[0]) =>
  shownMatches(matches(byHand), GROUPS, () => []);

it('each has a key of its own, and its id where that is not its name', () => {
  expect(shown().map(({ key, placement: name }) => [key, name])).toEqual([
    ['id 77', 'Home (77)'],
    ['name Sport', 'Sport'],
    ['id 78', 'Sport (78)'],
    ['id 79', '79'],
  ]);
});

it('says what it adds up to, and that it is of none where several could be it', () => {
  expect(shown().map(({ impressions, trackerIds, by }) => [impressions, trackerIds, by])).toEqual([
    [{ sum: 5, unknown: 1 }, [531], 'name'],
    [{ sum: 5, unknown: 1 }, null, null],
    [{ sum: 5, unknown: 1 }, null, null],
    [{ sum: 5, unknown: 1 }, null, null],
  ]);
});

it('says which it could be, each with those that the report does not tell apart', () => {
  const apart = shownMatches(matches(), [], () => []);
  expect(shown().map(({ candidates }) => candidates)).toEqual([[], [[532, 533]], [[532, 533]], []]);
  expect(apart.map(({ candidates }) => candidates)).toEqual([
    [],
    [[532], [533]],
    [[532], [533]],
    [],
  ]);
});

it('goes by a person’s word: to all that the report does not tell apart, or to none', () => {
  const said = matchByHand(matchByHand([], 'name Sport', 533), 'id 77', null);
  expect(shown(said).map(({ trackerIds, by }) => [trackerIds, by])).toEqual([
    [null, 'hand'],
    [[532, 533], 'hand'],
    [null, null],
    [null, null],
  ]);
  expect(placementsOf(matches(said), [532, 533])).toEqual([PLACEMENTS[1]]);
  expect(placementsOf(matches(said), [531])).toEqual([]);
});
