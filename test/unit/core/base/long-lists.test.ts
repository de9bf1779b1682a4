import { describe, expect, it } from 'vitest';

import { appendAll, leastOf, mostOf } from '@/lib/core/base/long-lists';
import { checkText } from '@/lib/core/judge/check-text';

import { ANYWHERE } from '../rules/places';

const MANY = Array.from({ length: 300_000 }, (_, index) => index);

describe('however many there are', () => {
  it('appends all', () => {
    const list = [-1];
    appendAll(list, MANY);
    expect(list).toHaveLength(MANY.length + 1);
    expect(list.at(-1)).toBe(MANY.length - 1);
  });

  it('tells the least and the most, and that there is none', () => {
    expect([leastOf(MANY), mostOf(MANY)]).toEqual([0, MANY.length - 1]);
    expect([leastOf([]), mostOf([])]).toEqual([Infinity, null]);
    expect([leastOf([-3]), mostOf([-3])]).toEqual([-3, -3]);
  });

  it('reads the addresses of a text, also where the stack is half full', () => {
    const text = '/imptr? '.repeat(999_000 / 8);
    const deep = (depth: number): number =>
      depth > 0 ? deep(depth - 1) : checkText(text, ANYWHERE).tags.length;
    expect(deep(4000)).toBe(124_875);
  });
});
