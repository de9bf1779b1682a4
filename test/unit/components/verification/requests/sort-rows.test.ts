import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createRowOrder } from '@/components/verification/requests/sort-rows';
import { checkRequests } from '@/lib/core/verification/checking';
import { LIST_COLUMNS, type ListColumn } from '@/lib/core/verification/list-layout';

import { known, pageView, request, START, tracker } from '../../../core/verification/build';

const { rows } = checkRequests(
  [
    request('https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=30', {
      duration: 9,
      startedAt: START + 1,
    }),
    request('https://ib.adnxs.com/imptr?id=99&t=1&cachebuster=4', {
      duration: null,
      startedAt: START + 2,
    }),
    request('https://ib.adnxs.com/imptr?id=532&t=2', { status: 503, startedAt: START + 3 }),
    request('https://ib.adnxs.com/imptr?t=2&cachebuster=30', {
      frameUrl: null,
      startedAt: START + 4,
    }),
  ],
  [pageView('a', START), pageView('b', START + 3)],
  known(
    tracker(531, { name: 'banner' }),
    tracker(532, { name: 'Ärger' }),
    tracker(99, { name: 'Alpha' }),
  ),
);
const idsBy = (column: ListColumn, isDescending: boolean) =>
  createRowOrder()(rows, { column, isDescending }).map(({ trackerId }) => trackerId);

describe('the order of requests', () => {
  it.each<[ListColumn, readonly (number | null)[], readonly (number | null)[]]>([
    ['time', [531, 99, 532, null], [null, 532, 99, 531]],
    ['id', [99, 531, 532, null], [532, 531, 99, null]],
    ['tracker', [99, 531, 532, null], [532, 531, 99, null]],
    ['duration', [531, 532, null, 99], [532, null, 531, 99]],
  ])('by %s; what there is none of comes last both ways', (column, upwards, downwards) => {
    expect(idsBy(column, false)).toEqual(upwards);
    expect(idsBy(column, true)).toEqual(downwards);
  });

  it('is that in which they came, where none is chosen', () => {
    expect(createRowOrder()(rows, null)).toBe(rows);
  });

  it('is the same whether all came at once or one by one, and some went', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIST_COLUMNS),
        fc.boolean(),
        fc.array(fc.subarray([...rows]), { minLength: 1, maxLength: 5 }),
        (column, isDescending, lists) => {
          const order = createRowOrder();
          for (const list of lists) {
            const sort = { column, isDescending };
            expect(order(list, sort)).toEqual(createRowOrder()(list, sort));
          }
        },
      ),
    );
  });
});
