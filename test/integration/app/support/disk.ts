import type { OnChange } from '@/lib/store/changes';
import { connect, type Database } from '@/lib/store/database';

import { world } from './world';

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

/** A world, and in it a worker that writes to such a disk. */
export async function diskWorld() {
  const all = await world();
  const disk = { isFull: false };
  const worker = all.restarted({
    connect: (onChange: OnChange) => {
      const connection = connect(all.databaseName, onChange);
      return async () => onDisk(await connection(), disk);
    },
  });
  return { ...all, disk, worker };
}
