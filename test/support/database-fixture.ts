import { openDB } from 'idb';

/** A database as it was on somebody's disk: its stores, and every row in them. */
export interface DatabaseFixture {
  readonly version: number;
  readonly stores: Readonly<Record<string, StoreFixture>>;
}

interface StoreFixture {
  readonly keyPath: string | string[];
  readonly indexes: Readonly<Record<string, string | string[]>>;
  /** Indexes that have each part of a list. */
  readonly ofEach?: readonly string[];
  readonly rows: readonly object[];
}

/** Takes a database down, with all that is in it. */
export async function takeDown(database: string): Promise<DatabaseFixture> {
  const db = await openDB(database);
  const stores: Record<string, StoreFixture> = {};
  for (const name of [...db.objectStoreNames].toSorted()) {
    const { store } = db.transaction(name);
    const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
    const ofEach = [...store.indexNames].filter((index) => store.index(index).multiEntry);
    const rows: object[] = await store.getAll();
    stores[name] = {
      keyPath: pathOf(store.keyPath),
      indexes: Object.fromEntries(indexes),
      ...(ofEach.length > 0 && { ofEach }),
      rows,
    };
  }
  db.close();
  return { version: db.version, stores };
}

/** Puts a database up under this name, as it was taken down. */
export async function putUp(name: string, fixture: DatabaseFixture): Promise<void> {
  const db = await openDB(name, fixture.version, {
    upgrade(upgraded) {
      for (const [store, { keyPath, indexes, ofEach }] of Object.entries(fixture.stores)) {
        const created = upgraded.createObjectStore(store, { keyPath });
        for (const [index, path] of Object.entries(indexes)) {
          created.createIndex(index, path, { multiEntry: ofEach?.includes(index) ?? false });
        }
      }
    },
  });
  for (const [store, { rows }] of Object.entries(fixture.stores)) {
    const transaction = db.transaction(store, 'readwrite');
    for (const row of rows) void transaction.store.put(row);
    await transaction.done;
  }
  db.close();
}

function pathOf(keyPath: string | string[] | null): string | string[] {
  if (keyPath === null) throw new Error('every store has its key in its rows');
  return keyPath;
}
