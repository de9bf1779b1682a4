import { createRandom } from '../random.ts';

/** Numbers from 0 up to 1, always the same for the same key. */
export type Dice = () => number;

/** Dice of a key of whole numbers: the world's seed, a tracker, an hour, and what is thrown for. */
export function diceFor(...key: readonly number[]): Dice {
  let state = 0x9e3779b9;
  for (const part of key) {
    state = Math.imul(state ^ (part >>> 0), 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) ^ (state >>> 16);
  }
  const random = createRandom(state);
  return () => random.int(0, 0xffffffff) / 0x100000000;
}

/** A count of what happens by chance, `mean` times on average. */
export function poisson(mean: number, dice: Dice): number {
  return mean < 30 ? bySteps(mean, dice) : byRejection(mean, dice);
}

function bySteps(mean: number, dice: Dice): number {
  const end = Math.exp(-mean);
  let count = 0;
  for (let left = dice(); left > end; left *= dice()) count += 1;
  return count;
}

/** Hörmann's transformed rejection (1993): exact for large means, in a few throws. */
function byRejection(mean: number, dice: Dice): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = dice() - 0.5;
    const v = dice();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const accepted = Math.log((v * inverse) / (a / (us * us) + b));
    if (accepted <= count * Math.log(mean) - mean - logFactorial(count)) return count;
  }
}

function logFactorial(count: number): number {
  if (count < 10) {
    let product = 1;
    for (let factor = 2; factor <= count; factor += 1) product *= factor;
    return Math.log(product);
  }
  const x = count + 1;
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
  );
}

/** How many of `count` are met, each by itself with this chance (0 to 1). */
export function binomial(count: number, chance: number, dice: Dice): number {
  if (chance >= 1) return count;
  if (chance <= 0) return 0;
  // What is rarer is what is thrown for; where there are many, by gaps, so that a million takes no million throws.
  if (chance > 0.5) return count - binomial(count, 1 - chance, dice);
  const miss = Math.log(1 - chance);
  let met = 0;
  let at = Math.floor(Math.log(1 - dice()) / miss);
  while (at < count) {
    met += 1;
    at += 1 + Math.floor(Math.log(1 - dice()) / miss);
  }
  return met;
}
