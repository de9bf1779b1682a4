import { expect, it } from 'vitest';

import { createGather } from '@/lib/app/trackers/gather';

/** A gather of work that ends when it is told to, the lots that it was given, and its timers. */
function gatherOf(lot: number, most: number) {
  const lots: (readonly number[])[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const timers = new Set<() => void>();
  const timer = (_: number, act: () => void) => {
    timers.add(act);
    return () => void timers.delete(act);
  };
  const gather = createGather<number>({ lot, most, timer }, (some) => {
    lots.push(some);
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  });
  const end = (at: number) => {
    const one = ends[at];
    if (!one) throw new Error('there are not so many');
    return one;
  };
  const later = () => [...timers].forEach((act) => act());
  return { gather, lots, end, later, timers };
}

/** Whether it has settled by the time that nothing else is to be done. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const end = () => void (settled = true);
  promise.then(end, end);
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

it('the first is worked on at once, then each lot as soon as it is there', async () => {
  const { gather, lots, end } = gatherOf(2, 3);
  for (const one of [1, 2]) await gather.add(one);
  expect(lots).toEqual([[1]]);
  end(0).resolve();
  await isSettled(Promise.resolve());
  expect(lots).toEqual([[1]]);
  for (const one of [3, 4, 5, 6]) await gather.add(one);
  expect(lots).toEqual([[1], [2, 3]]);
  end(1).resolve();
  const done = gather.done();
  expect(await isSettled(done)).toBe(false);
  expect(lots).toEqual([[1], [2, 3], [4, 5, 6]]);
  end(2).resolve();
  await done;
});

it('fewer than a lot are worked on once they have waited for a while', async () => {
  const { gather, lots, end, later, timers } = gatherOf(3, 3);
  await gather.add(1);
  end(0).resolve();
  await isSettled(Promise.resolve());
  await gather.add(2);
  await gather.add(3);
  expect(timers.size, 'one for both').toBe(1);
  later();
  expect(lots).toEqual([[1], [2, 3]]);
  await gather.add(4);
  end(1).resolve();
  await isSettled(Promise.resolve());
  expect(lots, 'what came meanwhile waits as the others did').toEqual([[1], [2, 3]]);
  later();
  expect(lots).toEqual([[1], [2, 3], [4]]);
  end(2).resolve();
  await gather.done();
  expect(timers.size).toBe(0);
});

it('and at the end at once, also where another lot is under way', async () => {
  const { gather, lots, end } = gatherOf(2, 2);
  for (const one of [1, 2]) await gather.add(one);
  const done = gather.done();
  end(0).resolve();
  expect(await isSettled(done)).toBe(false);
  expect(lots).toEqual([[1], [2]]);
  end(1).resolve();
  await done;
});

it('whoever adds one too many waits until the lot before is done', async () => {
  const { gather, lots, end } = gatherOf(1, 2);
  for (const one of [1, 2, 3]) await gather.add(one);
  const tooMany = gather.add(4);
  expect(await isSettled(tooMany)).toBe(false);
  end(0).resolve();
  expect(await isSettled(tooMany)).toBe(true);
  expect(lots).toEqual([[1], [2, 3, 4]]);
});

it('is done where there was nothing, and again where there is more', async () => {
  const { gather, lots, end } = gatherOf(2, 2);
  await gather.done();
  await gather.add(1);
  const done = gather.done();
  end(0).resolve();
  await done;
  expect(lots).toEqual([[1]]);
});

it('what fails is told to whoever goes on, and at the end, and nothing more is worked on', async () => {
  const { gather, lots, end, later } = gatherOf(1, 1);
  await gather.add(1);
  await gather.add(2);
  const tooMany = gather.add(3);
  end(0).reject(new Error('no room on the disk'));
  await expect(tooMany).rejects.toThrow('no room');
  await expect(gather.add(4)).rejects.toThrow('no room');
  later();
  await expect(gather.done()).rejects.toThrow('no room');
  expect(lots).toEqual([[1]]);
});
