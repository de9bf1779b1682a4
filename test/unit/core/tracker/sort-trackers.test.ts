import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { patchList } from '@/lib/core/tracker/patch-list';
import {
  createTrackerSort,
  TRACKER_TABLE_COLUMNS,
  type TrackerTableColumn,
  type TrackerOrder,
} from '@/lib/core/tracker/sort-trackers';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from '../../components/trackers/build';
import { runs } from '../../runs';

const ref = (name: string) => ({ id: 1, name });
/** Newest first, as a list is. */
const LIST: readonly Tracker[] = [
  { ...tracker(5, 'Flight 10'), publisher: ref('news'), code: 'b', lastModified: 50 },
  { ...tracker(12, 'flight 9'), publisher: null, code: ' ', lastModified: 40 },
  { ...tracker(3, 'Élan'), publisher: ref('News'), code: 'B2', lastModified: 30 },
  { ...tracker(4, 'Zebra'), publisher: ref('Ashbourne'), code: 'b10', lastModified: 20 },
  { ...tracker(1, 'eland'), publisher: null, lastModified: 10 },
];
const sorted = (column: TrackerTableColumn, isDescending = false) =>
  createTrackerSort()(LIST, { column, isDescending }).map(({ id }) => id);

describe('a list in order', () => {
  it.each<[string, TrackerTableColumn, boolean, readonly number[]]>([
    ['ids as numbers', 'id', false, [1, 3, 4, 5, 12]],
    ['the other way', 'id', true, [12, 5, 4, 3, 1]],
    [
      'names without capitals and accents, numbers in them as numbers',
      'name',
      false,
      [3, 1, 12, 5, 4],
    ],
    ['what has none last; capitals tell the same name apart', 'publisher', false, [4, 3, 5, 12, 1]],
    ['what has none last, the other way, too', 'publisher', true, [5, 3, 4, 12, 1]],
    ['a code of blanks is none', 'code', false, [5, 3, 4, 12, 1]],
    ['by state', 'state', false, [5, 3, 1, 12, 4]],
    ['oldest first', 'modified', false, [1, 4, 3, 12, 5]],
    ['newest first', 'modified', true, [5, 12, 3, 4, 1]],
    ['where none has any: as it was', 'placement', false, [5, 12, 3, 4, 1]],
  ])('%s', (_, column, isDescending, ids) => {
    expect(sorted(column, isDescending)).toEqual(ids);
  });

  it('is the very list where no order is asked for', () => {
    expect(createTrackerSort()(LIST, null)).toBe(LIST);
  });

  it('is the very same where it is asked for again', () => {
    const sort = createTrackerSort();
    const order: TrackerOrder = { column: 'name', isDescending: true };
    expect(sort(LIST, order)).toBe(sort(LIST, { ...order }));
  });
});

describe('a list that is patched', () => {
  const anyTracker = fc
    .record({
      id: fc.integer({ min: 1, max: 30 }),
      name: fc.string({ maxLength: 3 }),
      at: fc.nat(9),
    })
    .map(({ id, name, at }) => ({
      ...tracker(id, name),
      publisher: name === '' ? null : ref(name.slice(0, 1)),
      lastModified: at,
    }));
  const anyPatches = fc.array(fc.array(anyTracker, { maxLength: 6 }), { maxLength: 6 });

  it('is in the order that it would have if it were put in order anew', () => {
    fc.assert(
      fc.property(
        anyPatches,
        fc.constantFrom(...TRACKER_TABLE_COLUMNS),
        fc.boolean(),
        (patches, column, way) => {
          const order = { column, isDescending: way };
          const sort = createTrackerSort();
          let list: readonly Tracker[] = [];
          for (const found of patches) {
            const ids = found.map(({ id }) => id);
            // A patch names each once; some of those it names are gone.
            const once = found.filter(({ id }, index) => ids.indexOf(id) === index && id % 7 !== 0);
            list = patchList(list, 700_101, ids, once);
            expect(sort(list, order)).toEqual(createTrackerSort()(list, order));
          }
        },
      ),
      runs(3_000),
    );
  });
});
