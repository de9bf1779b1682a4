import { describe, expect, it } from 'vitest';

import * as selected from '@/lib/core/tracker/selection';

const SHOWN = [10, 20, 30, 40, 50];
type Step = (before: selected.Selection) => selected.Selection;
const toggle =
  (id: number): Step =>
  (before) =>
    selected.toggled(before, id);
const extend =
  (from: number, to: number, shown: readonly number[] = SHOWN): Step =>
  (before) =>
    selected.extended(before, shown, from, to);
const after = (...steps: Step[]) =>
  [...steps.reduce((before, step) => step(before), selected.NOTHING_SELECTED).ids].toSorted(
    (a, b) => a - b,
  );

describe('what is selected', () => {
  it.each<[string, Step[], number[]]>([
    ['one', [toggle(20)], [20]],
    ['one, and not any more', [toggle(20), toggle(20)], []],
    ['a range from where one stands', [extend(1, 2)], [20, 30]],
    ['a range upwards', [extend(3, 1)], [20, 30, 40]],
    ['a range that grows', [extend(1, 2), extend(2, 3)], [20, 30, 40]],
    ['a range that is made shorter again', [extend(1, 3), extend(3, 2)], [20, 30]],
    ['a range to the other side of where it began', [extend(2, 3), extend(3, 0)], [10, 20, 30]],
    ['a range from the one that was chosen', [toggle(20), extend(3, 3)], [20, 30, 40]],
    [
      'two ranges, with a step between them',
      [extend(0, 1), selected.rangeEnded, extend(3, 4)],
      [10, 20, 40, 50],
    ],
    [
      'what was there stays beside a range',
      [toggle(50), selected.rangeEnded, extend(0, 1)],
      [10, 20, 50],
    ],
    ['all that are shown', [(it) => selected.withAll(it, SHOWN)], SHOWN],
    [
      'all that are shown, and what a search hides',
      [toggle(99), (it) => selected.withAll(it, SHOWN)],
      [...SHOWN, 99],
    ],
    [
      'what a search hides, and none of those shown',
      [toggle(99), toggle(10), (it) => selected.withoutAll(it, SHOWN)],
      [99],
    ],
    [
      'a new range where what the old one began at is hidden',
      [extend(0, 1), extend(1, 2, [30, 40, 50])],
      [10, 20, 40, 50],
    ],
  ])('%s', (_, steps, expected) => {
    expect(after(...steps)).toEqual(expected);
  });

  it('is quick with a hundred thousand', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => index + 1);
    const { ids } = selected.extended(selected.NOTHING_SELECTED, many, 0, many.length - 1);
    expect(ids.size).toBe(many.length);
  });
});
