import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';
import { connect, openDatabase } from '@/lib/store/database';
import { readDraft, writeDraft } from '@/lib/store/drafts';

let name = '';
let count = 0;
beforeEach(() => {
  count += 1;
  name = `connection-${count}`;
});

describe('the connection of a page', () => {
  it('is one, however often it is awaited', async () => {
    const connection = connect(name);
    expect(await connection()).toBe(await connection());
  });

  it('is opened anew once the database was deleted while it was open', async () => {
    const connection = connect(name);
    await writeDraft(await connection(), 'somebody', SIGN_IN_KEY, 'kept');
    await deleteDB(name);
    expect(await readDraft(await connection(), 'somebody', SIGN_IN_KEY)).toBeUndefined();
    await writeDraft(await connection(), 'somebody', SIGN_IN_KEY, 'again');
    expect(await readDraft(await connection(), 'somebody', SIGN_IN_KEY)).toBe('again');
  });

  it('is opened anew once the browser has closed it', async () => {
    const connection = connect(name);
    const first = await connection();
    await writeDraft(first, 'somebody', SIGN_IN_KEY, 'kept');
    // Its type asks for the class.
    Reflect.apply(forceCloseDatabase, undefined, [unwrap(first)]);
    const second = await connection();
    expect(second).not.toBe(first);
    expect(await readDraft(second, 'somebody', SIGN_IN_KEY)).toBe('kept');
  });

  it('gives way to a newer version, and says so from then on', async () => {
    const connection = connect(name);
    const { version } = await connection();
    const newer = await openDB(name, version + 1);
    await expect(connection()).rejects.toMatchObject({ code: 'database-newer' });
    newer.close();
  });

  it('tries again where it was not opened', async () => {
    const failing = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    const connection = connect(name);
    await expect(connection()).rejects.toMatchObject({ code: 'database-failed' });
    failing.mockRestore();
    expect((await connection()).name).toBe(name);
  });

  it('does not open before it is needed', async () => {
    connect(name);
    const databases = await indexedDB.databases();
    expect(databases.map((one) => one.name)).not.toContain(name);
  });
});

it('a newer database is neither read nor changed', async () => {
  (await openDB(name, 99)).close();
  await expect(openDatabase(name)).rejects.toMatchObject({ code: 'database-newer' });
  expect((await indexedDB.databases()).find((one) => one.name === name)?.version).toBe(99);
});
