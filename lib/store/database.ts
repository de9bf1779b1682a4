import { openDB } from 'idb';

import { AppError } from '../core/base/errors';
import { type OnChange, tellChangesTo } from './changes';
import { MIGRATIONS } from './migrations';
import type { Database, PiggybackSchema } from './schema';

export type { Database } from './schema';

/** What the database is called in the browser's profile. */
export const DATABASE = 'piggyback';

/**
 * Opens the database, upgrading step by step from the version on disk. When a newer version of the
 * extension wants to upgrade, or it is to be deleted, this connection closes so as not to block that.
 * `onChange` is told of whatever is written through it, `onClosed` once it can be used no more.
 * @throws AppError `database-newer`, `database-failed`
 */
export async function openDatabase(
  name = DATABASE,
  onChange?: OnChange,
  onClosed?: () => void,
): Promise<Database> {
  try {
    const database = await openDB<PiggybackSchema>(name, MIGRATIONS.length, {
      async upgrade(db, oldVersion, _, transaction) {
        try {
          for (const migrate of MIGRATIONS.slice(oldVersion)) await migrate(db, transaction);
        } catch {
          // Or the browser would keep what came of it for the new version; now the old one is as it was.
          transaction.done.catch(() => {});
          transaction.abort();
        }
      },
      blocking() {
        database.close();
        onClosed?.();
      },
      terminated: () => onClosed?.(),
    });
    if (onChange) tellChangesTo(database, onChange);
    return database;
  } catch (error) {
    const isNewer = error instanceof DOMException && error.name === 'VersionError';
    if (isNewer) throw new AppError('database-newer');
    throw new AppError('database-failed', { detail: String(error) });
  }
}

/** Gives the database, to be asked anew for each use: a connection that has died is followed by another. */
export type Connection = () => Promise<Database>;

/** The one connection of a page; it opens when it is first asked for. */
export function connect(name = DATABASE, onChange?: OnChange): Connection {
  let opening: Promise<Database> | null = null;
  function open(): Promise<Database> {
    const mine = openDatabase(name, onChange, forget);
    function forget(): void {
      if (opening === mine) opening = null;
    }
    // The next use tries again.
    mine.catch(forget);
    return mine;
  }
  return () => (opening ??= open());
}
