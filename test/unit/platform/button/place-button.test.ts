import { describe, expect, it } from 'vitest';

import { intersect, placesFor } from '@/lib/platform/button/place-button';

const view = { left: 0, top: 0, right: 1000, bottom: 600 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const sides = (
  field: ReturnType<typeof box>,
  { isRtl = false, isCornerFree = false } = {},
): string[] => placesFor(field, view, 26, { isRtl, isCornerFree }).map(({ side }) => side);

describe('the places for the button', () => {
  it.each([
    ['in the middle of the page', box(100, 200, 300, 80), ['above', 'beside', 'below']],
    ['at the top', box(100, 5, 300, 80), ['beside', 'below']],
    ['at the bottom', box(100, 500, 300, 95), ['above', 'beside']],
    ['as wide as the page', box(0, 200, 1000, 80), ['above', 'below']],
    ['as large as the page', box(0, 0, 1000, 600), []],
    ['narrower than the button, at the edge', box(0, 200, 20, 20), ['beside']],
  ])('%s', (_, field, expected) => expect(sides(field)).toEqual(expected));

  it('its own corner comes last, and only where no text reaches it', () => {
    expect(sides(box(0, 0, 1000, 600), { isCornerFree: true })).toEqual(['inside']);
    expect(sides(box(100, 200, 300, 80), { isCornerFree: true }).at(-1)).toBe('inside');
  });

  it('from right to left everything is at the other end', () => {
    const [above, beside] = placesFor(box(100, 200, 300, 80), view, 26, {
      isRtl: true,
      isCornerFree: false,
    });
    expect(above).toMatchObject({ side: 'above', left: 100 });
    expect(beside).toMatchObject({ side: 'beside', left: 71 });
  });

  it('never on the field itself, but for the corner', () => {
    const field = box(100, 200, 300, 80);
    for (const { left, top, side } of placesFor(field, view, 26, {
      isRtl: false,
      isCornerFree: true,
    })) {
      expect(intersect(field, box(left, top, 26, 26)) === null).toBe(side !== 'inside');
    }
  });
});

it.each([
  [box(0, 0, 100, 100), box(50, 50, 100, 100), box(50, 50, 50, 50)],
  [box(0, 0, 100, 100), box(200, 0, 100, 100), null],
  [box(0, 0, 100, 100), box(98, 0, 100, 100), null],
])('intersect %o and %o', (one, other, common) => expect(intersect(one, other)).toEqual(common));
