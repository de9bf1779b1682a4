import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { KEPT_PICTURES, MAX_PICTURE_CHARS } from '@/lib/core/base/limits';
import { type Database, openDatabase } from '@/lib/store/database';
import { deletePicture, listPictures, pictureIds, putPicture } from '@/lib/store/pictures';
import {
  addPageView,
  changeRequests,
  clearRequests,
  deleteRecordings,
  deleteVerification,
  earlierOfTab,
  loadPageViews,
  pruneVerifications,
  putVerification,
} from '@/lib/store/verifications';

import { pageView, request, START, verification } from '../core/verification/build';

const ACCOUNT = 'somebody';
let db: Database;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`pictures-${(count += 1)}`);
  await putVerification(db, ACCOUNT, verification());
});
afterEach(() => db.close());

const picture = (id: string, takenAt = START) => ({
  id,
  url: 'https://news.example/a',
  takenAt,
  sha256: '0f'.repeat(32),
  image: 'data:image/jpeg;base64,/9j/2Q==',
});
const ids = async (of = 'v1') => (await listPictures(db, of)).map(({ id }) => id);

describe('screenshots of a recording', () => {
  it('are kept and listed in the order of time, each recording’s own', async () => {
    await putVerification(db, ACCOUNT, verification({ id: 'v1 x' }));
    expect(await putPicture(db, 'v1', picture('b', START + 2))).toBe('kept');
    await putPicture(db, 'v1', picture('a', START + 9));
    await putPicture(db, 'v1 x', picture('other'));
    expect(await listPictures(db, 'v1')).toEqual([
      picture('b', START + 2),
      picture('a', START + 9),
    ]);
    expect((await pictureIds(db, 'v1')).toSorted((a, b) => a.localeCompare(b))).toEqual(['a', 'b']);
    await deletePicture(db, 'v1', 'b');
    expect([await ids(), await ids('v1 x')]).toEqual([['a'], ['other']]);
  });

  it('are no page views, and no sign of what was recorded last', async () => {
    await addPageView(db, pageView('a', START + 5));
    await putPicture(db, 'v1', picture('one', START + 99_000));
    expect(await loadPageViews(db, 'v1')).toMatchObject({ rows: [{ id: 'a' }], unreadable: 0 });
    expect(await earlierOfTab(db, ACCOUNT, 7)).toMatchObject({ lastAt: START + 5 });
  });

  it('are so many at most, and none of a recording that is gone', async () => {
    for (let index = 0; index < KEPT_PICTURES; index += 1) {
      expect(await putPicture(db, 'v1', picture(String(index)))).toBe('kept');
    }
    expect(await putPicture(db, 'v1', picture('more'))).toBe('too-many');
    expect(await ids()).toHaveLength(KEPT_PICTURES);
    expect(await putPicture(db, 'gone', picture('one'))).toBe('gone');
    expect(await ids('gone')).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['deleted', () => deleteVerification(db, 'v1')],
    ['deleted with all of an account', () => deleteRecordings(db, ACCOUNT)],
    ['pruned', () => pruneVerifications(db, { keep: 0, since: 0, emptyBefore: START })],
  ])('go with their recording as it is %s', async (_, remove) => {
    await putPicture(db, 'v1', picture('one'));
    await remove();
    expect(await db.count('pageViews')).toBe(0);
  });

  it('stay where the requests are cleared', async () => {
    await changeRequests(db, 'v1', { changed: [request()] });
    await putPicture(db, 'v1', picture('one'));
    await clearRequests(db, 'v1', START + 60_000);
    expect(await ids()).toEqual(['one']);
  });

  it.each([
    ['an address', { image: 'https://evil.example/a.png' }],
    ['a script in a picture', { image: 'data:image/svg+xml;base64,PHN2Zy8+' }],
    ['too much', { image: `data:image/jpeg;base64,${'A'.repeat(MAX_PICTURE_CHARS)}` }],
    ['a digest that is none', { sha256: 'x' }],
  ])('that hold what is no picture are not read: %s', async (_, changes) => {
    await putPicture(db, 'v1', { ...picture('odd'), ...changes });
    await putPicture(db, 'v1', picture('fine'));
    expect(await ids()).toEqual(['fine']);
  });
});
