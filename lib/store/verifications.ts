import { changedKeys } from '../core/base/change';
import { type PixelRequest, PixelRequestSchema } from '../core/recording/pixel-request';
import { type PageView, PageViewSchema } from '../core/recording/page-views';
import { type Verification, VerificationSchema } from '../core/verification/verification';
import { tellChanged } from './changes';
import type { Database } from './database';

/** Keeps a verification, new or changed. */
export async function putVerification(db: Database, verification: Verification): Promise<void> {
  await db.put('verifications', verification);
  tellChanged(db, changedKeys('verifications', [verification.id]));
}

/** One verification, or `null` if it is not there. */
export async function readVerification(db: Database, id: string): Promise<Verification | null> {
  return VerificationSchema.safeParse(await db.get('verifications', id)).data ?? null;
}

/** The verifications with these ids; those that are not there are left out. */
export async function findVerifications(
  db: Database,
  ids: readonly string[],
): Promise<readonly Verification[]> {
  const found = await Promise.all(ids.map((id) => readVerification(db, id)));
  return found.flatMap((verification) => verification ?? []);
}

/** All verifications, newest first. */
export async function listVerifications(db: Database): Promise<readonly Verification[]> {
  const rows = await db.getAll('verifications');
  return rows
    .flatMap((row) => VerificationSchema.safeParse(row).data ?? [])
    .toSorted((a, b) => b.startedAt - a.startedAt);
}

/** The newest verification that was recorded in a tab, or `null`. */
export async function latestOfTab(db: Database, tabId: number): Promise<Verification | null> {
  const all = await listVerifications(db);
  return all.find((verification) => verification.tabId === tabId) ?? null;
}

/** Changes a verification that is there, in one transaction; says whether it was there. */
export async function changeVerification(
  db: Database,
  id: string,
  change: (verification: Verification) => Verification,
): Promise<boolean> {
  const transaction = db.transaction('verifications', 'readwrite');
  const parsed = VerificationSchema.safeParse(await transaction.store.get(id));
  if (parsed.success) void transaction.store.put(change(parsed.data));
  await transaction.done;
  if (parsed.success) tellChanged(db, changedKeys('verifications', [id]));
  return parsed.success;
}

export async function addPageView(db: Database, pageView: PageView): Promise<void> {
  await db.put('pageViews', pageView);
  tellChanged(db, changedKeys('verifications', [pageView.verificationId]));
}

/** The page views of a verification, in the order in which they started. */
export async function loadPageViews(
  db: Database,
  verificationId: string,
): Promise<readonly PageView[]> {
  const rows = await db.getAllFromIndex('pageViews', 'by-verification', verificationId);
  return rows
    .flatMap((row) => PageViewSchema.safeParse(row).data ?? [])
    .toSorted((a, b) => a.startedAt - b.startedAt);
}

/** Writes a batch of requests in one transaction; one that is there already is replaced. */
export async function addRequests(
  db: Database,
  verificationId: string,
  requests: readonly PixelRequest[],
): Promise<void> {
  const transaction = db.transaction('pixelRequests', 'readwrite');
  for (const request of requests) {
    void transaction.store.put({
      verificationId,
      ...request,
      key: rowKey(verificationId, request),
    });
  }
  await transaction.done;
  tellChanged(db, changedKeys('verifications', [verificationId]));
}

/** The requests of a verification, in the order in which they started. */
export async function loadRequests(
  db: Database,
  verificationId: string,
): Promise<readonly PixelRequest[]> {
  const rows = await db.getAllFromIndex(
    'pixelRequests',
    'by-verification',
    ofVerification(verificationId),
  );
  const prefix = rowKey(verificationId, { key: '' }).length;
  return rows.flatMap((row) => {
    const parsed = PixelRequestSchema.safeParse(row);
    return parsed.success ? { ...parsed.data, key: parsed.data.key.slice(prefix) } : [];
  });
}

/** Clears what a verification recorded until now; its expected trackers and page views stay. */
export async function clearRequests(db: Database, id: string, at: number): Promise<void> {
  await deleteRequests(db, id);
  await changeVerification(db, id, (verification) => ({ ...verification, clearedAt: at }));
}

/**
 * Deletes all but the newest verifications, and those that recorded nothing before a moment: each
 * opening of DevTools begins one, and most pages have no pixel.
 */
export async function pruneVerifications(
  db: Database,
  keep: number,
  emptyBefore: number,
): Promise<void> {
  const all = await listVerifications(db);
  for (const [index, { id, startedAt }] of all.entries()) {
    const goes =
      index >= keep ||
      (startedAt < emptyBefore &&
        (await db.countFromIndex('pixelRequests', 'by-verification', ofVerification(id))) === 0);
    if (goes) await deleteVerification(db, id);
  }
}

async function deleteVerification(db: Database, id: string): Promise<void> {
  await deleteRequests(db, id);
  const transaction = db.transaction(['verifications', 'pageViews'], 'readwrite');
  const views = transaction.objectStore('pageViews');
  for (const key of await views.index('by-verification').getAllKeys(id)) void views.delete(key);
  void transaction.objectStore('verifications').delete(id);
  await transaction.done;
  tellChanged(db, changedKeys('verifications', [id]));
}

async function deleteRequests(db: Database, verificationId: string): Promise<void> {
  const transaction = db.transaction('pixelRequests', 'readwrite');
  const index = transaction.store.index('by-verification');
  const keys = await index.getAllKeys(ofVerification(verificationId));
  for (const key of keys) void transaction.store.delete(key);
  await transaction.done;
}

function ofVerification(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
}

// The same request may be recorded twice, by DevTools windows of their own verification each.
function rowKey(verificationId: string, request: Pick<PixelRequest, 'key'>): string {
  return `${verificationId} ${request.key}`;
}
