import { expect, it } from 'vitest';

import { createSlices } from '@/components/verification/requests/in-slices';

/** A clock that each step moves on, and turns that are taken by hand. */
function setUp() {
  let now = 0;
  const waiting: (() => void)[] = [];
  const slices = createSlices({
    now: () => now,
    later(step) {
      waiting.push(step);
      return () => void waiting.splice(waiting.indexOf(step), 1);
    },
  });
  function* work(steps: number, ms: number) {
    for (let step = 0; step < steps; step += 1) {
      now += ms;
      yield;
    }
    return steps;
  }
  return { slices, work, waiting };
}

it('does what is short at once', () => {
  const { slices, work, waiting } = setUp();
  const done: number[] = [];
  expect(slices.run(work(7, 1), (result) => done.push(result))).toBe(true);
  expect(done).toEqual([7]);
  expect(waiting).toEqual([]);
});

it('lets the page go on after each slice of what is long', () => {
  const { slices, work, waiting } = setUp();
  const done: number[] = [];
  expect(slices.run(work(10, 4), (result) => done.push(result))).toBe(false);
  let turns = 0;
  while (waiting.length > 0) {
    expect(done).toEqual([]);
    waiting.shift()?.();
    turns += 1;
  }
  expect(done).toEqual([10]);
  expect(turns).toBe(5);
});

it('forgets what goes on once other work begins', () => {
  const { slices, work, waiting } = setUp();
  const done: number[] = [];
  slices.run(work(10, 4), (result) => done.push(result));
  slices.run(work(3, 1), (result) => done.push(result));
  expect(done).toEqual([3]);
  expect(waiting).toEqual([]);
});
