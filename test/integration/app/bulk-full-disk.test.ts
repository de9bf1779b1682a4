import { expect, it } from 'vitest';

import { connect, type Database } from '@/lib/store/database';
import type { OnChange } from '@/lib/store/changes';

import { bulkOf, isCreate, isStill, named, sheetOf } from './support/bulk';
import { world } from './support/world';

/** The database on a disk that may be full. */
function onDisk(db: Database, disk: { isFull: boolean }): Database {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...of: unknown[]): unknown => {
        if (disk.isFull && name === 'transaction' && of[1] === 'readwrite') {
          throw new DOMException('The disk is full', 'QuotaExceededError');
        }
        return Reflect.apply(value, target, of);
      };
    },
  });
}

/** A world whose worker writes to such a disk. */
async function diskWorld() {
  const all = await world();
  const disk = { isFull: false };
  const worker = all.restarted({
    connect: (onChange: OnChange) => {
      const connection = connect(all.databaseName, onChange);
      return async () => onDisk(await connection(), disk);
    },
  });
  return { ...all, disk, bulk: bulkOf(all, worker) };
}

it.each([
  ['before a row goes out', false],
  ['once a row is made', true],
])('a disk that is full %s: nothing is made twice, and it goes on at a word', async (_, isMade) => {
  const all = await diskWorld();
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
  const all = await diskWorld();
  const { bulk, disk } = all;
  const checked = await bulk.check(sheetOf(2, 'Unkept'));
  disk.isFull = true;
  await expect(bulk.start(checked)).rejects.toMatchObject({ code: 'storage-failed' });
  expect(all.wire.sentTo('POST', '/imptracker')).toEqual([]);
  disk.isFull = false;
  const id = await bulk.start(checked);
  expect((await bulk.until(id, isStill)).counts.created).toBe(2);
});
