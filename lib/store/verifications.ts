import { type PixelRequest, PixelRequestSchema } from '../core/recording/pixel-request';
import { type PageView, PageViewSchema } from '../core/recording/page-views';
import { type Verification, VerificationSchema } from '../core/verification/verification';
import type { Database } from './database';

/** Keeps a verification, new or changed. */
export async function putVerification(db: Database, verification: Verification): Promise<void> {
  await db.put('verifications', verification);
}

/** One verification, or `null` if it is not there. */
export async function readVerification(db: Database, id: string): Promise<Verification | null> {
  return VerificationSchema.safeParse(await db.get('verifications', id)).data ?? null;
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
  return parsed.success;
}

export async function addPageView(db: Database, pageView: PageView): Promise<void> {
  await db.put('pageViews', pageView);
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

/** Keeps requests, new or changed, and drops those that turned out to be part of another: all or nothing. */
export async function changeRequests(
  db: Database,
  verificationId: string,
  { changed, gone = [] }: { changed: readonly PixelRequest[]; gone?: readonly string[] },
): Promise<void> {
  const transaction = db.transaction('pixelRequests', 'readwrite');
  for (const key of gone) void transaction.store.delete(rowKey(verificationId, { key }));
  for (const request of changed) {
    void transaction.store.put({
      verificationId,
      ...request,
      key: rowKey(verificationId, request),
    });
  }
  await transaction.done;
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
