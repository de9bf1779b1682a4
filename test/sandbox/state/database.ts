import { DatabaseSync } from 'node:sqlite';

import type { Clock } from '../time.ts';
import { insertFixtures } from './fixtures.ts';
import { SCHEMA } from './schema.ts';
import { insertCreatives } from './seed-creatives.ts';
import { insertWorld } from './seed.ts';

const SCHEMA_VERSION = 3;

/**
 * Opens the world: in memory, or in a file that the next start finds again. A file that already
 * holds a world is left as it is, whatever the seed.
 */
export function openDatabase(file: string, seed: number, now: Clock): DatabaseSync {
  const db = new DatabaseSync(file);
  // A sandbox may lose its last second in a power cut; it may not be slow.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
  const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
  if (version === SCHEMA_VERSION) return db;
  if (version !== 0) {
    db.close();
    throw new Error(`${file} was written by another version of the sandbox; delete it`);
  }
  db.exec('BEGIN');
  db.exec(SCHEMA);
  insertWorld(db, seed, now());
  insertFixtures(db);
  insertCreatives(db);
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  db.exec('COMMIT');
  return db;
}
