export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly side: 'above' | 'beside' | 'below' | 'inside';
}

const GAP = 3;

/**
 * Where the button may stand, best first: above the field's far end, beside it, below it, and in its
 * lower corner if no text reaches there. `box` is what is to be seen of the field; only places inside
 * `view` come back, none where there is no room. All in CSS pixels of the viewport.
 */
export function placesFor(
  box: Box,
  view: Box,
  size: number,
  { isRtl, isCornerFree }: { readonly isRtl: boolean; readonly isCornerFree: boolean },
): readonly Place[] {
  const start = isRtl ? box.left : box.right - size;
  const middle = box.top + Math.max((box.bottom - box.top - size) / 2, 0);
  const isLow = box.bottom - box.top < 2 * size;
  const outside: readonly Place[] = [
    { side: 'above', left: start, top: box.top - size - GAP },
    {
      side: 'beside',
      left: isRtl ? box.left - size - GAP : box.right + GAP,
      top: isLow ? middle : box.top,
    },
    { side: 'below', left: start, top: box.bottom + GAP },
  ];
  const inside: Place = {
    left: isRtl ? box.left + GAP : box.right - size - GAP,
    top: isLow ? middle : box.bottom - size - GAP,
    side: 'inside',
  };
  return [...outside, ...(isCornerFree ? [inside] : [])].filter(
    ({ left, top }) =>
      left >= view.left &&
      top >= view.top &&
      left + size <= view.right &&
      top + size <= view.bottom,
  );
}

/** What both boxes have in common, or `null`. */
export function intersect(one: Box, other: Box): Box | null {
  const box = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return box.right - box.left > 4 && box.bottom - box.top > 4 ? box : null;
}
