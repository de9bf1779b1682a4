import type { OnChange } from '@/lib/store/changes';
import { connect, type Database } from '@/lib/store/database';

interface Disk {
  isFull: boolean;
  /** A store whose rows are too large for what is left. */
  fullFor: string | null;
}

import { world } from './world';

/** The database on a disk that may be full. */
function onDisk(db: Database, disk: Disk): Database {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...of: unknown[]): unknown => {
        const isWritten = name === 'transaction' && of[1] === 'readwrite';
        const isFull =
          disk.isFull || (disk.fullFor !== null && [of[0]].flat().includes(disk.fullFor));
        if (isWritten && isFull) {
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
  const disk: Disk = { isFull: false, fullFor: null };
  const worker = all.restarted({
    connect: (onChange: OnChange) => {
      const connection = connect(all.databaseName, onChange);
      return async () => onDisk(await connection(), disk);
    },
  });
  return { ...all, disk, worker };
}
