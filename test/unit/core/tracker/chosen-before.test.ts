import { expect, it } from 'vitest';

import {
  type ChosenBefore,
  ChosenBeforeSchema,
  chosenLast,
  noteChosen,
} from '@/lib/core/tracker/chosen-before';
import type { PickerQuery } from '@/lib/core/tracker/picker';

const PUBLISHERS: PickerQuery = { kind: 'publisher' };
const OF_4: PickerQuery = { kind: 'placement', publisherId: 4 };
const noted = (...choices: readonly (readonly [PickerQuery, number])[]) =>
  choices.reduce<ChosenBefore>((list, [query, id]) => noteChosen(list, query, id), []);

it.each<[string, ChosenBefore, PickerQuery, readonly number[]]>([
  ['newest first', noted([PUBLISHERS, 1], [PUBLISHERS, 2]), PUBLISHERS, [2, 1]],
  ['each once', noted([PUBLISHERS, 1], [PUBLISHERS, 2], [PUBLISHERS, 1]), PUBLISHERS, [1, 2]],
  ['those of one publisher', noted([OF_4, 1], [{ ...OF_4, publisherId: 5 }, 2]), OF_4, [1]],
  ['of one kind', noted([{ kind: 'payment-rule', publisherId: 4 }, 1]), OF_4, []],
  [
    'of one advertiser',
    noted([{ kind: 'line-item', advertiserId: 7 }, 1]),
    { kind: 'line-item', advertiserId: 8 },
    [],
  ],
  [
    'no more than a list shows',
    noted(...[1, 2, 3, 4, 5, 6, 7].map((id) => [PUBLISHERS, id] as const)),
    PUBLISHERS,
    [7, 6, 5, 4, 3],
  ],
])('what was chosen last: %s', (_, list, query, ids) => {
  expect(chosenLast(list, query)).toEqual(ids);
});

it('is kept within its bound, and can be read again', () => {
  let list: ChosenBefore = [];
  for (let id = 0; id < 1000; id += 1) list = noteChosen(list, { ...OF_4, publisherId: id }, id);
  expect(list).toHaveLength(300);
  expect(ChosenBeforeSchema.parse(list)).toEqual(list);
});
