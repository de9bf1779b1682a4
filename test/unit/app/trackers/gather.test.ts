import { expect, it } from 'vitest';

import { createGather } from '@/lib/app/trackers/gather';

/** A gather of work that ends when it is told to, and the lots that it was given. */
function gatherOf(most: number) {
  const lots: (readonly number[])[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const gather = createGather<number>(most, (lot) => {
    lots.push(lot);
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  });
  const end = (at: number) => {
    const one = ends[at];
    if (!one) throw new Error('there are not so many');
    return one;
  };
  return { gather, lots, end };
}

/** Whether it has settled by the time that nothing else is to be done. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const end = () => void (settled = true);
  promise.then(end, end);
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

it('the first is worked on at once, and what comes meanwhile is one lot', async () => {
  const { gather, lots, end } = gatherOf(3);
  for (const one of [1, 2, 3]) await gather.add(one);
  expect(lots).toEqual([[1]]);
  end(0).resolve();
  const done = gather.done();
  expect(await isSettled(done)).toBe(false);
  expect(lots).toEqual([[1], [2, 3]]);
  end(1).resolve();
  await done;
});

it('whoever adds one too many waits until the lot before is done', async () => {
  const { gather, lots, end } = gatherOf(2);
  for (const one of [1, 2, 3]) await gather.add(one);
  const tooMany = gather.add(4);
  expect(await isSettled(tooMany)).toBe(false);
  end(0).resolve();
  expect(await isSettled(tooMany)).toBe(true);
  expect(lots).toEqual([[1], [2, 3, 4]]);
});

it('is done where there was nothing, and again where there is more', async () => {
  const { gather, lots, end } = gatherOf(2);
  await gather.done();
  await gather.add(1);
  end(0).resolve();
  await gather.done();
  await gather.add(2);
  end(1).resolve();
  await gather.done();
  expect(lots).toEqual([[1], [2]]);
});

it('what fails is told to whoever goes on, and at the end, and nothing more is worked on', async () => {
  const { gather, lots, end } = gatherOf(1);
  await gather.add(1);
  await gather.add(2);
  const tooMany = gather.add(3);
  end(0).reject(new Error('no room on the disk'));
  await expect(tooMany).rejects.toThrow('no room');
  await expect(gather.add(4)).rejects.toThrow('no room');
  await expect(gather.done()).rejects.toThrow('no room');
  expect(lots).toEqual([[1]]);
});
