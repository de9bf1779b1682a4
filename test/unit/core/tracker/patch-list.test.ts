import { describe, expect, it } from 'vitest';

import { patchList } from '@/lib/core/tracker/patch-list';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from '../../components/trackers/build';

const ADVERTISER = tracker(1, '').advertiserId;
const at = (id: number, lastModified: number): Tracker => ({ ...tracker(id, ''), lastModified });

describe('a patched list', () => {
  const list = [at(4, 40), at(3, 30), at(1, 10), at(2, 10)];
  it.each<[string, number[], Tracker[], number[]]>([
    ['nothing', [], [], [4, 3, 1, 2]],
    ['a new one, first', [5], [at(5, 50)], [5, 4, 3, 1, 2]],
    ['a new one in the middle', [5], [at(5, 35)], [4, 5, 3, 1, 2]],
    ['a new one, last', [5], [at(5, 5)], [4, 3, 1, 2, 5]],
    ['one of the same moment stands by its id', [5, 0], [at(5, 10), at(0, 10)], [4, 3, 0, 1, 2, 5]],
    ['changed, it goes to the front', [2], [at(2, 60)], [2, 4, 3, 1]],
    ['gone', [3, 4], [], [1, 2]],
    ['some of each', [1, 3, 9], [at(9, 15), at(1, 70)], [1, 4, 9, 2]],
    ['of another advertiser', [3], [{ ...at(3, 30), advertiserId: 8 }], [4, 1, 2]],
    ['an id that never was', [77], [], [4, 3, 1, 2]],
  ])('%s', (_, ids, found, expected) => {
    expect(patchList(list, ADVERTISER, ids, found).map(({ id }) => id)).toEqual(expected);
  });
});
