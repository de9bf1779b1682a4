/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/**
 * Two things measured in turn, as a row shows them. Its ratio is the median of the pairs': what lies between
 * the two of a pair, a moment apart, is less than what lies between the first and the last.
 */
export function paired(values: readonly number[], bases: readonly number[]) {
  const ratios = values.map((value, index) => value / (bases[index] ?? Number.NaN));
  return { value: median(values), base: median(bases), ratio: median(ratios) };
}

/** Runs two things in turn, the one first and then the other first, so that neither has the better place. */
export async function alternate(
  rounds: number,
  one: (round: number) => unknown,
  other: (round: number) => unknown,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 ? [other, one] : [one, other];
    await first(round);
    await second(round);
  }
}

/** The least milliseconds that each of two things takes, done in turn: what other programs add is not in it. */
export function leastOfBoth(one: () => unknown, other: () => unknown, rounds = 7) {
  const least = [Infinity, Infinity];
  const repeats = [repeatsFor(one), repeatsFor(other)];
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round >= LEAST_ROUNDS && performance.now() - start > LONG_MS) break;
    for (const [index, work] of [one, other].entries()) {
      const times = repeats[index] ?? 1;
      least[index] = Math.min(least[index] ?? Infinity, timeOf(work, times) / times);
    }
  }
  return { one: least[0] ?? Number.NaN, other: least[1] ?? Number.NaN };
}

// Short work is repeated until the clock can tell; this also warms it up.
const LONG_ENOUGH_MS = 6;
/** Rounds of what takes long are few: what disturbs it is little beside it. */
const LONG_MS = 3000;
/** One round alone may meet the collector. */
const LEAST_ROUNDS = 3;

function repeatsFor(work: () => unknown): number {
  let repeats = 1;
  while (timeOf(work, repeats) < LONG_ENOUGH_MS) repeats *= 2;
  return repeats;
}

// Not the thread's processor time: the kernel may count that in steps of 4 ms.
function timeOf(work: () => unknown, repeats: number): number {
  const start = performance.now();
  for (let done = 0; done < repeats; done += 1) work();
  return performance.now() - start;
}
