import { expect, it } from 'vitest';

import { createBehind } from '@/lib/app/trackers/behind';

/** Works that end when they are told to. */
function works(count: number) {
  const all = Array.from({ length: count }, () => Promise.withResolvers<void>());
  const at = (index: number) => {
    const one = all[index];
    if (!one) throw new Error('there are not so many');
    return one;
  };
  return { at, promise: (index: number) => at(index).promise };
}

/** Whether it has settled by the time that nothing else is to be done. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const end = () => void (settled = true);
  promise.then(end, end);
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

it('so many go on behind, and the next waits for the first', async () => {
  const { at, promise } = works(3);
  const behind = createBehind(2);
  await behind.add(promise(0));
  await behind.add(promise(1));
  const third = behind.add(promise(2));
  at(1).resolve();
  expect(await isSettled(third)).toBe(false);
  at(0).resolve();
  expect(await isSettled(third)).toBe(true);
});

it('is done once all of it is', async () => {
  const { at, promise } = works(2);
  const behind = createBehind(2);
  await behind.add(promise(0));
  await behind.add(promise(1));
  const done = behind.done();
  at(1).resolve();
  expect(await isSettled(done)).toBe(false);
  at(0).resolve();
  await done;
  await behind.done();
});

it('what fails is told in its turn, to whoever goes on', async () => {
  const { at, promise } = works(2);
  const behind = createBehind(1);
  await behind.add(promise(0));
  at(0).reject(new Error('no room on the disk'));
  await expect(behind.add(promise(1))).rejects.toThrow('no room');
});

it('or at the end, once the others have ended, too', async () => {
  const { at, promise } = works(2);
  const behind = createBehind(2);
  await behind.add(promise(0));
  await behind.add(promise(1));
  at(0).reject(new Error('no room on the disk'));
  const done = behind.done();
  expect(await isSettled(done)).toBe(false);
  at(1).resolve();
  await expect(done).rejects.toThrow('no room');
});
