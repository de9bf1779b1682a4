/** What stands at the side of a picture: from where to where it goes, and the numbers that are written there. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  /** In their order, the lowest and the highest among them. */
  readonly ticks: readonly number[];
}

const ROUND = [1, 2, 5, 10];

/**
 * An axis with 0 in it, from a round whole number to another. It has about as many steps as are asked for. Both limits
 * are counts that can be told apart by one.
 */
export function roundAxis(least: number, most: number, steps: number): Axis {
  const [bottom, top] = [Math.min(0, least), Math.max(0, most)];
  const wanted = (top - bottom) / Math.max(1, steps);
  const size = 10 ** Math.floor(Math.log10(Math.max(1, wanted)));
  const step = size * (ROUND.find((round) => round * size >= wanted) ?? 10);
  const from = Math.floor(bottom / step);
  const to = Math.max(from + 1, Math.ceil(top / step));
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step);
  return { low: from * step, high: to * step, ticks };
}

/** Where a value of an axis stands between two edges, in pixels: `bottom` is that of its lowest. */
export function placeOn(
  { low, high }: Axis,
  bottom: number,
  top: number,
): (value: number) => number {
  return (value) => bottom + ((value - low) / (high - low)) * (top - bottom);
}
