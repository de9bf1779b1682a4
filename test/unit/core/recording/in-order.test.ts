import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { patchOrdered } from '@/lib/core/recording/in-order';

import { request, START } from '../verification/build';
import { pixel } from './build';

const at = (time: number, name = 0) => request(pixel(name), { startedAt: START + time });
const [a, b, c] = [at(1), at(2), at(3)];

describe('a list in the order of time, patched', () => {
  it.each([
    ['nothing', [a, b], [], [], [a, b]],
    ['one at the end', [a, b], [], [c], [a, b, c]],
    ['one at the front', [b, c], [], [a], [a, b, c]],
    ['one in between', [a, c], [], [b], [a, b, c]],
    ['some in no order', [b], [], [c, a], [a, b, c]],
    ['one for another', [a, b], [b], [c], [a, c]],
    ['one that goes', [a, b, c], [a], [], [b, c]],
    ['all', [a, b, c], [c, b, a], [], []],
    ['into none', [], [], [c, b, a], [a, b, c]],
  ])('with %s', (_, ordered, gone, added, wanted) => {
    expect(patchOrdered(ordered, new Set(gone), added)).toEqual(wanted);
  });

  it('is as it would be if it were ordered anew', () => {
    const some = fc.array(fc.tuple(fc.nat(20), fc.nat(3)), { maxLength: 12 });
    fc.assert(
      fc.property(some, some, fc.infiniteStream(fc.boolean()), (before, news, goes) => {
        const ordered = patchOrdered(
          [],
          new Set(),
          before.map(([time, name]) => at(time, name)),
        );
        const gone = new Set(ordered.filter(() => goes.next().value));
        const added = news.map(([time, name]) => at(time, name));
        const anew = [...ordered.filter((one) => !gone.has(one)), ...added];
        const patched = patchOrdered(ordered, gone, added);
        expect(patched.map(({ key }) => key)).toEqual(
          patchOrdered([], new Set(), anew).map(({ key }) => key),
        );
        expect(patched.map(({ startedAt }) => startedAt)).toEqual(
          anew.map(({ startedAt }) => startedAt).toSorted((one, other) => one - other),
        );
      }),
    );
  });
});
