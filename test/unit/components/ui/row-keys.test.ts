import { describe, expect, it } from 'vitest';

import { rowByKey } from '@/components/ui/row-keys';

describe('a key in a list', () => {
  it.each<[string, number, number, number | null]>([
    ['ArrowDown', 0, 5, 1],
    ['ArrowDown', 4, 5, 4],
    ['ArrowDown', -1, 5, 0],
    ['ArrowUp', 1, 5, 0],
    ['ArrowUp', 0, 5, 0],
    ['ArrowUp', -1, 5, 4],
    ['PageDown', 1, 50, 11],
    ['PageDown', 45, 50, 49],
    ['PageUp', 15, 50, 5],
    ['PageUp', 3, 50, 0],
    ['Home', 3, 5, 0],
    ['End', 0, 5, 4],
    ['End', -1, 0, null],
    ['ArrowDown', 0, 0, null],
    ['Enter', 0, 5, null],
    ['toString', 0, 5, null],
  ])('%s from row %i of %i', (key, current, count, row) => {
    expect(rowByKey(key, { current, count, pageSize: 10 })).toBe(row);
  });
});
