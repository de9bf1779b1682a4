import { openDB } from 'idb';

import { type OnChange, tellChangesTo } from './changes';
import { MIGRATIONS } from './migrations';
import type { Database, PiggybackSchema } from './schema';

export type { Database } from './schema';

/** What the database is called in the browser's profile. */
export const DATABASE = 'piggyback';

/**
 * Opens the database, upgrading step by step from the version on disk. When a newer version of the
 * extension wants to upgrade, this connection closes so as not to block it. `onChange` is told of
 * whatever is written through it.
 */
export async function openDatabase(name = DATABASE, onChange?: OnChange): Promise<Database> {
  const database = await openDB<PiggybackSchema>(name, MIGRATIONS.length, {
    async upgrade(db, oldVersion, _, transaction) {
      for (const migrate of MIGRATIONS.slice(oldVersion)) await migrate(db, transaction);
    },
    blocking() {
      database.close();
    },
  });
  if (onChange) tellChangesTo(database, onChange);
  return database;
}
