import { describe, expect, it } from 'vitest';

import { cellByKey } from '@/components/ui/cell-keys';

const EXTENT = { rows: 50, first: 1, last: 8, pageSize: 10 };
const MIDDLE = { row: 20, column: 4 };
const key = (name: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey', true>> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe('the cell to which a key leads', () => {
  it.each<[string, ReturnType<typeof key>, [row: number, column: number] | null]>([
    ['down', key('ArrowDown'), [21, 4]],
    ['up', key('ArrowUp'), [19, 4]],
    ['left', key('ArrowLeft'), [20, 3]],
    ['right', key('ArrowRight'), [20, 5]],
    ['a page down', key('PageDown'), [30, 4]],
    ['a page up', key('PageUp'), [10, 4]],
    ['the row’s begin', key('Home'), [20, 1]],
    ['the row’s end', key('End'), [20, 8]],
    ['the first of all', key('Home', { ctrlKey: true }), [0, 1]],
    ['the last of all', key('End', { ctrlKey: true }), [49, 8]],
    ['back, in a browser', key('ArrowLeft', { altKey: true }), null],
    ['a word on', key('ArrowRight', { ctrlKey: true }), null],
    ['the browser’s own', key('Home', { metaKey: true }), null],
    ['a letter', key('a'), null],
    ['the name of every object', key('constructor'), null],
  ])('%s', (_, pressed, to) => {
    const found = cellByKey(pressed, MIDDLE, EXTENT);
    expect(found && [found.row, found.column]).toEqual(to);
  });

  it.each<[string, string, { row: number; column: number }]>([
    ['above', 'ArrowUp', { row: 0, column: 1 }],
    ['beside the first', 'ArrowLeft', { row: 0, column: 1 }],
    ['below', 'ArrowDown', { row: 49, column: 8 }],
    ['beside the last', 'ArrowRight', { row: 49, column: 8 }],
    ['a page below', 'PageDown', { row: 49, column: 8 }],
  ])('never %s the grid', (_, name, at) => {
    expect(cellByKey(key(name), at, EXTENT)).toEqual(at);
  });

  it.each([
    ['rows', { ...EXTENT, rows: 0 }],
    ['columns', { ...EXTENT, last: 0 }],
  ])('is none without %s', (_, extent) => {
    expect(cellByKey(key('ArrowDown'), { row: 0, column: 1 }, extent)).toBe(null);
  });
});
