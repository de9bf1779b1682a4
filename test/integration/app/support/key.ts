import { makeKey } from '@/lib/app/account/take-key';
import type { KeyRow } from '@/lib/store/keys';

import type { Sandbox } from '../../../sandbox/index.ts';
import { call, signIn } from '../../sandbox/support.ts';
import type { Browser } from './browser';

/** Making a pair takes longer than everything else in a test. */
let made: ReturnType<typeof makeKey> | null = null;

interface KeyWorld {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
}

/** A key in the browser, which the service knows unless it is told otherwise. Gives its row. */
export async function haveKey(
  { sandbox, browser }: KeyWorld,
  {
    username = 'trafficker',
    isRegistered = true,
    ...part
  }: Partial<KeyRow> & { isRegistered?: boolean } = {},
): Promise<KeyRow> {
  const { key, publicKey, bits } = await (made ??= makeKey());
  const row: KeyRow = {
    id: 'key-1',
    baseUrl: sandbox.httpUrl,
    username,
    name: 'my-key',
    publicKey,
    bits,
    isMadeHere: true,
    madeAt: 1,
    key,
    ...part,
  };
  await browser.plugs.keys.put(row);
  if (isRegistered) await registerAt(sandbox, row);
  return row;
}

/** Registers a public key by hand, as an administrator does. */
export async function registerAt(
  sandbox: Sandbox,
  { username, name, publicKey }: Pick<KeyRow, 'username' | 'name' | 'publicKey'>,
) {
  const { token, id } = await enter(sandbox, username);
  const key = { active: true, name, user_id: id, encoded_value: publicKey };
  return call(sandbox, `/public-key?user_id=${id}`, { token, body: { 'public-key': key } });
}

/** Has the service take no key of this user any more; gives how many it took until then. */
export async function clearKeys(sandbox: Sandbox, username = 'trafficker'): Promise<number> {
  const { token, id } = await enter(sandbox, username);
  const listed = await call(sandbox, `/public-key?user_id=${id}`, { token });
  const rows: unknown = listed.response['public-keys'];
  const active = (Array.isArray(rows) ? rows : []).map(Object).filter((row) => row.active === true);
  for (const row of active) {
    const path = `/public-key?user_id=${id}&key_id=${Number(row.id)}`;
    const body = { 'public-key': { active: false } };
    await call(sandbox, path, { token, method: 'PUT', body });
  }
  return active.length;
}

async function enter(sandbox: Sandbox, username: string) {
  const token = await signIn(sandbox, username);
  const { response } = await call(sandbox, '/user?current', { token });
  return { token, id: Number(Object(response['user']).id) };
}
