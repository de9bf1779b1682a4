import { firstIndex } from '../base/first-index';

/** A request that two clocks tell of: when the other one says it began, and how far it is ahead. */
export interface Anchor {
  readonly at: number;
  readonly ahead: number;
}

/** How many requests nearby are asked, and how many of them must agree. */
const ASKED = 5;
const AGREEING = 3;

/**
 * How far another clock is ahead at a moment of its own, in milliseconds: the middle one of the
 * requests nearest to it that both clocks tell of once only. Nearest, since a clock may drift; and 0
 * unless three of them agree, since two that are alike by chance are not the same.
 */
export function createClockDifference(
  anchors: readonly Anchor[],
  agreeWithin: number,
): (at: number) => number {
  const sorted = anchors.toSorted((a, b) => a.at - b.at || a.ahead - b.ahead);
  return (at) => {
    const ahead = nearest(sorted, at)
      .map((anchor) => anchor.ahead)
      .toSorted((a, b) => a - b);
    const middle = ahead[ahead.length >> 1] ?? 0;
    const agreeing = ahead.filter((one) => Math.abs(one - middle) <= agreeWithin);
    return agreeing.length >= AGREEING ? middle : 0;
  };
}

function nearest(sorted: readonly Anchor[], at: number): readonly Anchor[] {
  let low = firstIndex(sorted, (anchor) => anchor.at >= at);
  let high = low;
  const distance = (index: number) => Math.abs((sorted[index]?.at ?? Infinity) - at);
  while (high - low < Math.min(ASKED, sorted.length)) {
    if (low > 0 && (high === sorted.length || distance(low - 1) <= distance(high))) low -= 1;
    else high += 1;
  }
  return sorted.slice(low, high);
}
