import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import { type OnChange, tellChangesTo } from './changes';

/**
 * The one database. Values are declared `unknown` on purpose: whatever comes back from disk is read
 * by a schema in the module that owns the store.
 */
export interface PiggybackSchema extends DBSchema {
  trackers: {
    key: number;
    value: unknown;
    indexes: { 'by-advertiser': [number, number] };
  };
  syncs: { key: number; value: unknown };
  drafts: { key: string; value: unknown };
  jobs: { key: string; value: unknown };
  verifications: { key: string; value: unknown };
  pageViews: { key: string; value: unknown; indexes: { 'by-verification': string } };
  pixelRequests: {
    key: string;
    value: unknown;
    indexes: { 'by-verification': [string, number] };
  };
}

export type Database = IDBPDatabase<PiggybackSchema>;

/** What the database is called in the browser's profile. */
export const DATABASE = 'piggyback';
const VERSION = 2;

/**
 * Opens the database, upgrading step by step from the version on disk. When a newer version of the
 * extension wants to upgrade, this connection closes so as not to block it. `onChange` is told of
 * whatever is written through it.
 */
export async function openDatabase(name = DATABASE, onChange?: OnChange): Promise<Database> {
  const database = await openDB<PiggybackSchema>(name, VERSION, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        const trackers = db.createObjectStore('trackers', { keyPath: 'id' });
        trackers.createIndex('by-advertiser', ['advertiserId', 'order']);
        db.createObjectStore('syncs', { keyPath: 'advertiserId' });
        db.createObjectStore('drafts', { keyPath: 'key' });
        db.createObjectStore('verifications', { keyPath: 'id' });
        const pageViews = db.createObjectStore('pageViews', { keyPath: 'id' });
        pageViews.createIndex('by-verification', 'verificationId');
        const requests = db.createObjectStore('pixelRequests', { keyPath: 'key' });
        requests.createIndex('by-verification', ['verificationId', 'startedAt']);
      }
      if (oldVersion < 2) db.createObjectStore('jobs', { keyPath: 'id' });
    },
    blocking() {
      database.close();
    },
  });
  if (onChange) tellChangesTo(database, onChange);
  return database;
}
