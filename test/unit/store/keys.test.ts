import 'fake-indexeddb/auto';

import { openDB } from 'idb';
import { expect, it } from 'vitest';

import { makeKey } from '@/lib/app/account/take-key';
import { createKeyStore, type KeyRow } from '@/lib/store/keys';

const made = makeKey();
const rowOf = async (part: Partial<KeyRow> = {}): Promise<KeyRow> => {
  const { key, publicKey, bits } = await made;
  const about = { baseUrl: 'https://api.appnexus.com', username: 'me', name: 'my-key' };
  return { id: 'a', ...about, publicKey, bits, isMadeHere: true, madeAt: 2, key, ...part };
};

it('keeps keys that sign, tells of each without it, and forgets them', async () => {
  const keys = createKeyStore('keys-kept');
  await keys.put(await rowOf());
  await keys.put(await rowOf({ id: 'b', madeAt: 1 }));
  const row = await keys.read('a');
  const signed = row && (await crypto.subtle.sign('RSASSA-PKCS1-v1_5', row.key, new Uint8Array(1)));
  expect(signed?.byteLength).toBe(256);
  const list = await keys.list();
  expect(list.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(list[0]).not.toHaveProperty('key');
  await keys.remove('a');
  expect([await keys.read('a'), (await keys.list()).length]).toEqual([null, 1]);
});

it.each<[string, () => Promise<object>]>([
  ['a key as text', async () => ({ key: '-----BEGIN PRIVATE KEY-----' })],
  ['a key that can be read out', async () => ({ key: (await extractable()).privateKey })],
  ['a public key', async () => ({ key: (await extractable()).publicKey })],
  ['a row of a later version', async () => ({ v: 2 })],
])('takes %s for none', async (_, part) => {
  const name = `keys-${crypto.randomUUID()}`;
  const keys = createKeyStore(name);
  await keys.put(await rowOf());
  const db = await openDB(name);
  await db.put('keys', { ...(await rowOf()), v: 1, ...(await part()) });
  db.close();
  expect([await keys.read('a'), await keys.list()]).toEqual([null, []]);
});

function extractable() {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
  const publicExponent = Uint8Array.from([1, 0, 1]);
  return crypto.subtle.generateKey({ ...algorithm, publicExponent }, true, ['sign', 'verify']);
}
