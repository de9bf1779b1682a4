import { mostOf } from '../core/base/long-lists';
import { NO_ACCOUNT } from '../core/base/account';
import { KEPT_NAMED } from '../core/base/limits';
import { isNamed } from '../core/verification/described';
import { changedKeys } from '../core/base/change';
import { type PixelRequest, PixelRequestSchema } from '../core/recording/pixel-request';
import {
  type PageView,
  PageViewSchema,
  sortPageViews,
  viewsIn,
} from '../core/recording/page-views';
import type { Recording } from '../core/verification/recording';
import { type NotKept, togetherNotKept } from '../core/verification/not-kept';
import { isOver } from '../core/verification/visited';
import { type Verification, VerificationSchema } from '../core/verification/verification';
import { tellChanged } from './changes';
import { picturesOf } from './pictures';
import { ownerOf, type Read, readRow, readRows, toRow } from './rows';
import type { Database } from './schema';

/** Keeps a new verification of an account. */
export async function putVerification(
  db: Database,
  account: string,
  verification: Verification,
): Promise<void> {
  await db.put('verifications', toRow(account, verification));
  tellChanged(db, changedKeys('verifications', [verification.id]));
}

/**
 * Keeps a whole recording that was read from a file, all or nothing, unless the account sees one of the same file:
 * then nothing is written. Gives the id of the one that is there.
 */
export async function keepFileRecording(
  db: Database,
  account: string,
  { verification, pageViews, requests }: Recording,
): Promise<string> {
  const stores = ['verifications', 'pageViews', 'pixelRequests'] as const;
  const transaction = db.transaction(stores, 'readwrite');
  const [all, views, rows] = [
    transaction.objectStore('verifications'),
    transaction.objectStore('pageViews'),
    transaction.objectStore('pixelRequests'),
  ];
  const seen = (await all.getAll()).filter(isSeenBy(account));
  const known = readRows(VerificationSchema, seen).rows.find(
    ({ file }) => file !== undefined && file.digest === verification.file?.digest,
  );
  const { id } = known ?? verification;
  if (!known) {
    void all.put(toRow(account, verification));
    for (const view of pageViews) void views.put(toRow(account, view));
    for (const row of requests.map((request) => rowOf(id, request)))
      void rows.put(toRow(account, row));
  }
  await transaction.done;
  if (!known) tellChanged(db, changedKeys('verifications', [id]));
  return id;
}

/**
 * Keeps a verification of an account that is new, or goes on: of one that is there only when it goes on is other, for what a
 * person or the recorder before has changed meanwhile is newer than what was read of it.
 */
export async function beginVerification(
  db: Database,
  account: string,
  verification: Verification,
): Promise<void> {
  const { gaps, goesOnAt, isHeardWithout } = verification;
  const goOn = (now: Verification) => ({
    ...now,
    ...(gaps && { gaps }),
    ...(goesOnAt !== undefined && { goesOnAt }),
    ...(isHeardWithout !== undefined && { isHeardWithout }),
  });
  if (await changeVerification(db, verification.id, goOn)) return;
  await putVerification(db, account, verification);
}

/** One verification, or `null` if it is not there. */
export async function readVerification(db: Database, id: string): Promise<Verification | null> {
  return readRow(VerificationSchema, await db.get('verifications', id));
}

/** The verifications with these ids that an account sees; those that are not there are left out. */
export async function findVerifications(
  db: Database,
  account: string,
  ids: readonly string[],
): Promise<readonly Verification[]> {
  const rows = await Promise.all(ids.map((id) => db.get('verifications', id)));
  return readRows(VerificationSchema, rows.filter(isSeenBy(account))).rows;
}

/** All verifications that an account sees, its own and nobody's, newest first. */
export async function listVerifications(
  db: Database,
  account: string,
): Promise<Read<Verification>> {
  const rows = (await db.getAll('verifications')).filter(isSeenBy(account));
  const read = readRows(VerificationSchema, rows);
  return { ...read, rows: read.rows.toSorted((a, b) => b.startedAt - a.startedAt) };
}

/** What was recorded last in a tab, as far as an account sees it. */
export interface EarlierOfTab {
  readonly verification: Verification;
  /** The account's own, and not nobody's. */
  readonly isOwn: boolean;
  /** The page that was viewed last. */
  readonly pageView: PageView | null;
  /** When it is last known to have recorded, in milliseconds since 1970. */
  readonly lastAt: number;
}

/** The newest verification that was recorded in a tab and that the account sees, or `null`. */
export async function earlierOfTab(
  db: Database,
  account: string,
  tabId: number,
): Promise<EarlierOfTab | null> {
  const { rows } = await listVerifications(db, account);
  const verification = rows.find((one) => one.tabId === tabId);
  if (!verification) return null;
  const { id, startedAt, gaps = [] } = verification;
  const requests = db.transaction('pixelRequests').store.index('by-verification');
  const [row, views, last] = await Promise.all([
    db.get('verifications', id),
    loadPageViews(db, id),
    requests.openKeyCursor(ofVerification(id), 'prev'),
  ]);
  const pageView = views.rows.at(-1) ?? null;
  const began = last?.key.at(1);
  const times = [startedAt, pageView?.startedAt, gaps.at(-1)?.to, began];
  return {
    verification,
    isOwn: ownerOf(row) === account,
    pageView,
    lastAt: mostOf(times.filter((time) => typeof time === 'number')) ?? startedAt,
  };
}

/** Changes a verification that is there, in one transaction; says whether it was there. */
export async function changeVerification(
  db: Database,
  id: string,
  change: (verification: Verification) => Verification,
): Promise<boolean> {
  const transaction = db.transaction('verifications', 'readwrite');
  const row: unknown = await transaction.store.get(id);
  const verification = readRow(VerificationSchema, row);
  if (verification) void transaction.store.put(toRow(ownerOf(row), change(verification)));
  await transaction.done;
  if (verification) tellChanged(db, changedKeys('verifications', [id]));
  return verification !== null;
}

/** Keeps a page view of a verification. `false`, and nothing is written, where that is gone. */
export async function addPageView(db: Database, pageView: PageView): Promise<boolean> {
  return change(db, 'pageViews', pageView.verificationId, [pageView]);
}

/** The page views of a verification, in the order in which they started. */
export async function loadPageViews(db: Database, verificationId: string): Promise<Read<PageView>> {
  const rows = await db.getAllFromIndex('pageViews', 'by-verification', verificationId);
  const read = readRows(PageViewSchema, rows);
  return { ...read, rows: sortPageViews(read.rows.flatMap(viewsIn)) };
}

/**
 * Keeps requests, new or changed, and drops those that turned out to be part of another: all or nothing.
 * `false`, and nothing is written, where the verification is gone.
 */
export async function changeRequests(
  db: Database,
  verificationId: string,
  { changed, gone = [] }: { changed: readonly PixelRequest[]; gone?: readonly string[] },
): Promise<boolean> {
  const rows = changed.map((request) => rowOf(verificationId, request));
  const keys = gone.map((key) => rowKey(verificationId, { key }));
  return change(db, 'pixelRequests', verificationId, rows, keys);
}

async function change(
  db: Database,
  name: 'pageViews' | 'pixelRequests',
  verificationId: string,
  rows: readonly object[],
  gone: readonly string[] = [],
): Promise<boolean> {
  const transaction = db.transaction(['verifications', name], 'readwrite');
  const owner: unknown = await transaction.objectStore('verifications').get(verificationId);
  if (owner !== undefined) {
    const store = transaction.objectStore(name);
    for (const key of gone) void store.delete(key);
    for (const row of rows) void store.put(toRow(ownerOf(owner), row));
  }
  await transaction.done;
  if (owner === undefined) return false;
  tellChanged(db, changedKeys('verifications', [verificationId]));
  return true;
}

/** The requests of a verification, in the order in which they started. */
export async function loadRequests(
  db: Database,
  verificationId: string,
): Promise<Read<PixelRequest>> {
  const all = await db.getAllFromIndex(
    'pixelRequests',
    'by-verification',
    ofVerification(verificationId),
  );
  const prefix = rowKey(verificationId, { key: '' }).length;
  const { rows, unreadable } = readRows(PixelRequestSchema, all);
  return { rows: rows.map((row) => ({ ...row, key: row.key.slice(prefix) })), unreadable };
}

/** Clears what a verification recorded until now; its expected trackers and page views stay. */
export async function clearRequests(db: Database, id: string, at: number): Promise<void> {
  await deleteRequests(db, id);
  // There is room again.
  await changeVerification(db, id, (verification) => {
    const { notKept: _, ...rest } = verification;
    return { ...rest, clearedAt: at };
  });
}

/** How many requests a verification has. */
export async function countRequests(db: Database, id: string): Promise<number> {
  return db.countFromIndex('pixelRequests', 'by-verification', ofVerification(id));
}

/** Keeps that a verification is full, and how much it has seen since. */
export async function tellNotKept(db: Database, id: string, notKept: NotKept): Promise<void> {
  await changeVerification(db, id, (verification) => ({
    ...verification,
    notKept: togetherNotKept(verification.notKept, notKept),
  }));
}

/** How many requests are recorded that are an account's own. */
export async function countRecorded(db: Database, account: string): Promise<number> {
  return db.countFromIndex('pixelRequests', 'by-account', account);
}

/** Deletes every verification of an account with all it recorded, also what cannot be read. */
export async function deleteRecordings(db: Database, account: string): Promise<void> {
  for (const id of await db.getAllKeysFromIndex('verifications', 'by-account', account)) {
    await deleteVerification(db, id);
  }
}

/**
 * Deletes all but the newest verifications of each account, those that began before a moment, and those that recorded
 * nothing before another: each opening of DevTools begins one, and most pages have no pixel. What is being recorded
 * stays, a run over pages that is not over, and one that is a baseline. What a person has named, noted or accepted is not
 * counted with the others: the newest of these are kept, however little is in them, and however old. A run over pages on
 * which nothing fired is not empty: that is what it says. Moments are milliseconds since 1970.
 */
export async function pruneVerifications(
  db: Database,
  { keep, since, emptyBefore }: { keep: number; since: number; emptyBefore: number },
  recording: BeingRecorded = { id: null, tabIds: [] },
): Promise<void> {
  const byAccount = Map.groupBy(await db.getAll('verifications'), ownerOf);
  for (const rows of byAccount.values()) {
    const known = readRows(VerificationSchema, rows).rows;
    const newest = known.toSorted((a, b) => b.startedAt - a.startedAt);
    const needed = neededOf(newest, recording);
    const ranks = { named: 0, unnamed: 0 };
    for (const verification of newest) {
      const { id, startedAt, visited } = verification;
      const isKept = isNamed(verification);
      const index = isKept ? ranks.named++ : ranks.unnamed++;
      if (needed.has(id)) continue;
      if (isKept && index < KEPT_NAMED) continue;
      const goes =
        isKept ||
        index >= keep ||
        startedAt < since ||
        (startedAt < emptyBefore &&
          visited === undefined &&
          (await db.countFromIndex('pixelRequests', 'by-verification', ofVerification(id))) === 0);
      if (goes) await deleteVerification(db, id);
    }
  }
}

/** What is written to now: the verification that has just begun, and the newest one of each of these tabs. */
export interface BeingRecorded {
  readonly id: string | null;
  readonly tabIds: readonly number[];
}

/** The ids of those that something still goes on with. `newest` first. */
function neededOf(newest: readonly Verification[], recording: BeingRecorded): ReadonlySet<string> {
  const recorded = recording.tabIds.flatMap(
    (tabId) => newest.find((one) => one.tabId === tabId)?.id ?? [],
  );
  const waiting = newest.filter(({ visited }) => visited && !isOver(visited));
  return new Set([
    ...(recording.id === null ? [] : [recording.id]),
    ...recorded,
    ...waiting.map(({ id }) => id),
    ...newest.flatMap(({ baseline }) => baseline?.verificationId ?? []),
  ]);
}

/**
 * Deletes a verification with all it recorded, in one transaction: whoever writes to it meanwhile is
 * deleted with it, or told that it is gone.
 */
export async function deleteVerification(db: Database, id: string): Promise<void> {
  const stores = ['verifications', 'pageViews', 'pixelRequests'] as const;
  const transaction = db.transaction(stores, 'readwrite');
  const [views, requests] = [
    transaction.objectStore('pageViews'),
    transaction.objectStore('pixelRequests'),
  ];
  const [viewKeys, requestKeys] = await Promise.all([
    views.index('by-verification').getAllKeys(id),
    requests.index('by-verification').getAllKeys(ofVerification(id)),
  ]);
  for (const key of viewKeys) void views.delete(key);
  void views.delete(picturesOf(id));
  for (const key of requestKeys) void requests.delete(key);
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

function isSeenBy(account: string): (row: unknown) => boolean {
  return (row) => row !== undefined && [account, NO_ACCOUNT].includes(ownerOf(row));
}

function ofVerification(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
}

/** A request as it is kept. */
export function rowOf(verificationId: string, request: PixelRequest) {
  return { verificationId, ...request, key: rowKey(verificationId, request) };
}

/** The same request may be recorded twice, by DevTools windows of their own verification each. */
export function rowKey(verificationId: string, request: Pick<PixelRequest, 'key'>): string {
  return `${verificationId} ${request.key}`;
}
