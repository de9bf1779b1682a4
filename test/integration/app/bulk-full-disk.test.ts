import { expect, it } from 'vitest';

import { bulkOf, isCreate, isStill, named, sheetOf } from './support/bulk';
import { diskWorld } from './support/disk';

async function bulkOnDisk() {
  const all = await diskWorld();
  return { ...all, bulk: bulkOf(all, all.worker) };
}

it.each([
  ['before a row goes out', false],
  ['once a row is made', true],
])('a disk that is full %s: nothing is made twice, and it goes on at a word', async (_, isMade) => {
  const all = await bulkOnDisk();
  const { bulk, disk } = all;
  const filled = Promise.withResolvers<void>();
  let creates = 0;
  all.wire.put(async (sent, goOn) => {
    if (!isCreate(sent) || (creates += 1) !== 2) return goOn();
    disk.isFull = true;
    const answer = isMade ? await goOn() : null;
    filled.resolve();
    if (answer) return answer;
    throw new TypeError('connection reset');
  });
  const id = await bulk.begin(sheetOf(4, 'Disk'));
  await filled.promise;
  await expect(bulk.pause(id)).rejects.toMatchObject({ code: 'storage-failed' });
  await expect(bulk.cancel(id)).rejects.toMatchObject({ code: 'storage-failed' });
  disk.isFull = false;
  await bulk.goOn(id);
  const run = await bulk.until(id, isStill);
  expect([run.state, run.counts.created, run.counts.failed]).toEqual(['done', 4, 0]);
  expect(await named(all, 'Disk')).toEqual(['Disk 1', 'Disk 2', 'Disk 3', 'Disk 4']);
});

it('a run that cannot be kept is not begun, and that is said', async () => {
  const all = await bulkOnDisk();
  const { bulk, disk } = all;
  const checked = await bulk.check(sheetOf(2, 'Unkept'));
  disk.isFull = true;
  await expect(bulk.start(checked)).rejects.toMatchObject({ code: 'storage-failed' });
  expect(all.wire.sentTo('POST', '/imptracker')).toEqual([]);
  disk.isFull = false;
  const id = await bulk.start(checked);
  expect((await bulk.until(id, isStill)).counts.created).toBe(2);
});

it.each([
  ['before a row goes out', false],
  ['once a row is made', true],
])('a disk that is full %s: it goes on by itself once there is room', async (_, isMade) => {
  const all = await bulkOnDisk();
  const { bulk, disk, worker, browser } = all;
  let creates = 0;
  all.wire.put(async (sent, goOn) => {
    if (!isCreate(sent) || (creates += 1) !== 2) return goOn();
    disk.isFull = true;
    if (isMade) return goOn();
    throw new TypeError('connection reset');
  });
  const id = await bulk.begin(sheetOf(4, 'Room'));
  // Whatever is under way has come to its end.
  await worker.jobs.resume();
  expect(disk.isFull).toBe(true);
  expect(browser.held.hasAlarm).toBe(true);
  await worker.jobs.resume();
  expect(creates).toBe(2);
  disk.isFull = false;
  await worker.jobs.resume();
  const run = await bulk.until(id, isStill);
  expect([run.state, run.counts.created, run.counts.failed]).toEqual(['done', 4, 0]);
  expect(await named(all, 'Room')).toEqual(['Room 1', 'Room 2', 'Room 3', 'Room 4']);
  expect(browser.held.hasAlarm).toBe(false);
});
