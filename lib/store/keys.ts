import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import { MAX_KEY_CHARS, MAX_NAME_CHARS } from '../core/base/limits';
import { z } from '../core/base/schema';
import type { KeyAbout } from '../core/account/sign-in';

const name = z.string().check(z.maxLength(MAX_NAME_CHARS));

// One that could be read out is none of ours: somebody else put it there.
const OwnKeySchema = z.custom<CryptoKey>(
  (value) =>
    value instanceof CryptoKey &&
    value.type === 'private' &&
    !value.extractable &&
    value.algorithm.name === 'RSASSA-PKCS1-v1_5',
);

const KeyRowSchema = z.object({
  v: z.literal(1),
  id: name,
  /** Where it signs in, as whom, and what the service calls it. */
  baseUrl: z.string(),
  username: name,
  name,
  /** The public key that belongs to it, as text. */
  publicKey: z.string().check(z.maxLength(MAX_KEY_CHARS)),
  bits: z.number(),
  /** Whether the pair was made here: then there is no other copy of it. */
  isMadeHere: z.boolean(),
  madeAt: z.number(),
  key: OwnKeySchema,
});

/** A private key that signs somebody in, as the browser keeps it: it signs, and cannot be read. */
export type KeyRow = Readonly<Omit<z.infer<typeof KeyRowSchema>, 'v'>>;

interface KeysSchema extends DBSchema {
  keys: { key: string; value: unknown };
}

/** What the database of the keys is called in the browser's profile. */
const KEY_DATABASE = 'piggyback-keys';

export type KeyStore = ReturnType<typeof createKeyStore>;

/**
 * The keys, in a database of their own: nothing that reads, copies or migrates the other one comes near
 * them. It is of the extension's own origin, which content scripts do not have.
 */
export function createKeyStore(database = KEY_DATABASE) {
  async function within<T>(use: (db: IDBPDatabase<KeysSchema>) => Promise<T>): Promise<T> {
    const db = await openDB<KeysSchema>(database, 1, {
      upgrade(made) {
        made.createObjectStore('keys', { keyPath: 'id' });
      },
    });
    // It is asked for once in hours; what is open would be in the way of a later version.
    return use(db).finally(() => db.close());
  }
  const readRow = (row: unknown): KeyRow | null => KeyRowSchema.safeParse(row).data ?? null;

  return {
    async put(row: KeyRow): Promise<void> {
      await within((db) => db.put('keys', { ...row, v: 1 }));
    },
    /** The key; `null` where it was deleted, or cannot be used by this version. */
    read: (id: string): Promise<KeyRow | null> =>
      within(async (db) => readRow(await db.get('keys', id))),
    /** What may be said of each, the oldest first. */
    list: (): Promise<readonly KeyAbout[]> =>
      within(async (db) => {
        const rows = (await db.getAll('keys')).flatMap((row) => readRow(row) ?? []);
        return rows.map(aboutOf).toSorted((one, other) => one.madeAt - other.madeAt);
      }),
    async remove(id: string): Promise<void> {
      await within((db) => db.delete('keys', id));
    },
  };
}

function aboutOf(row: KeyRow): KeyAbout {
  const { id, baseUrl, username, name, publicKey, bits, isMadeHere, madeAt } = row;
  return { id, baseUrl, username, name, publicKey, bits, isMadeHere, madeAt };
}
