import { changedKeys } from '../core/base/change';
import { KEPT_PICTURES } from '../core/base/limits';
import { z } from '../core/base/schema';
import { type Picture, PictureSchema } from '../core/recording/picture';
import { tellChanged } from './changes';
import { ownerOf, readRows, toRow } from './rows';
import type { Database } from './schema';

/**
 * Screenshots stand among the page views, under keys of their own and in none of their indexes: they are read when a
 * person looks at them or exports a proof, and never with a list.
 */
const RowSchema = z.object({ id: z.string(), picture: PictureSchema });

/** What came of keeping a screenshot; `gone`: its verification is not there any more. */
export type KeptPicture = 'kept' | 'too-many' | 'gone';

/** Keeps a screenshot of a verification, no more than `KEPT_PICTURES`. */
export async function putPicture(
  db: Database,
  verificationId: string,
  picture: Picture,
): Promise<KeptPicture> {
  const transaction = db.transaction(['verifications', 'pageViews'], 'readwrite');
  const rows = transaction.objectStore('pageViews');
  const [owner, count] = await Promise.all([
    transaction.objectStore('verifications').get(verificationId),
    rows.count(picturesOf(verificationId)),
  ]);
  const kept = owner === undefined ? 'gone' : count >= KEPT_PICTURES ? 'too-many' : 'kept';
  if (kept === 'kept') {
    const id = keyOf(verificationId, picture.id);
    void rows.put(toRow(ownerOf(owner), { id, picture }));
  }
  await transaction.done;
  if (kept === 'kept') tellChanged(db, changedKeys('verifications', [verificationId]));
  return kept;
}

/** The screenshots of a verification, in the order in which they were taken; those that cannot be read are left out. */
export async function listPictures(
  db: Database,
  verificationId: string,
): Promise<readonly Picture[]> {
  const { rows } = readRows(RowSchema, await db.getAll('pageViews', picturesOf(verificationId)));
  return rows.map(({ picture }) => picture).toSorted((a, b) => a.takenAt - b.takenAt);
}

/** Which screenshots of a verification there are, by their ids, in no order. */
export async function pictureIds(db: Database, verificationId: string): Promise<readonly string[]> {
  const keys = await db.getAllKeys('pageViews', picturesOf(verificationId));
  return keys.map((key) => key.slice(keyOf(verificationId, '').length));
}

/** Deletes a screenshot. */
export async function deletePicture(
  db: Database,
  verificationId: string,
  id: string,
): Promise<void> {
  await db.delete('pageViews', keyOf(verificationId, id));
  tellChanged(db, changedKeys('verifications', [verificationId]));
}

/** The keys of all screenshots of a verification. */
export function picturesOf(verificationId: string): IDBKeyRange {
  return IDBKeyRange.bound(keyOf(verificationId, ''), keyOf(verificationId, '\uFFFF'));
}

function keyOf(verificationId: string, id: string): string {
  // In quotation marks, lest one id begin with another.
  return `picture ${JSON.stringify(verificationId)} ${id}`;
}
