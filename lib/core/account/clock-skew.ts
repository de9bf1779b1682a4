/** Answers take their time, and clocks are written in whole seconds: less than this is no news. */
const TELLABLE_MS = 30_000;

/**
 * How far the service's clock is ahead of ours, in milliseconds, by an answer of its own; 0 where that is
 * too little to tell.
 */
export function skewOf(servedAt: number, now: number): number {
  const skew = servedAt - now;
  return Math.abs(skew) < TELLABLE_MS ? 0 : skew;
}
