import { changedKeys } from '../core/base/change';
import {
  fits,
  type KeptFile,
  KeptFiguresSchema,
  type KeptHead,
  KeptHeadSchema,
} from '../core/report/kept-file';
import { tellChanged } from './changes';
import { readRow, toRow } from './rows';
import type { Database } from './schema';

/** What came of keeping a file. `too-large`: more than is kept; `gone`: its report is not kept any more. */
export type KeptAs = 'kept' | 'too-large' | 'gone';

const STORES = ['comparisons', 'comparisonFiles'] as const;

/** What is kept beside a report, without its figures; `unreadable` where it is broken or of a later version. */
export async function readKeptHead(
  db: Database,
  account: string,
  id: string,
): Promise<KeptHead | 'unreadable' | null> {
  const row: unknown = await db.get('comparisons', [account, id]);
  return row === undefined ? null : (readRow(KeptHeadSchema, row) ?? 'unreadable');
}

/** The same with its figures. */
export async function readKeptFile(
  db: Database,
  account: string,
  id: string,
): Promise<KeptFile | 'unreadable' | null> {
  const transaction = db.transaction(STORES);
  const [row, rest] = await Promise.all([
    transaction.objectStore('comparisons').get([account, id]),
    transaction.objectStore('comparisonFiles').get([account, id]),
  ]);
  if (row === undefined) return null;
  const head = readRow(KeptHeadSchema, row);
  const figures = readRow(KeptFiguresSchema, rest);
  if (head === null || figures?.reading !== head.reading) return 'unreadable';
  return { ...head, report: figures.report };
}

/** Keeps a file beside its report, in the place of another; open pages hear of it by the report's id. */
export async function putKeptFile(db: Database, account: string, kept: KeptFile): Promise<KeptAs> {
  const { report, ...head } = kept;
  if (!fits(report)) return 'too-large';
  const { id, reading } = head;
  const transaction = db.transaction(['reports', ...STORES], 'readwrite');
  // Not after its report was removed, or its person has left.
  const isThere = (await transaction.objectStore('reports').getKey([account, id])) !== undefined;
  try {
    if (isThere) {
      await transaction.objectStore('comparisons').put(toRow(account, head));
      const figures = toRow(account, { id, reading, report });
      await transaction.objectStore('comparisonFiles').put(figures);
    }
    await transaction.done;
  } catch (error) {
    await ended(transaction);
    throw error;
  }
  if (isThere) tellChanged(db, changedKeys('comparisons', [id]));
  return isThere ? 'kept' : 'gone';
}

/** Of two rows both are written, or none. */
async function ended(transaction: { abort(): void; readonly done: Promise<void> }): Promise<void> {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
  await transaction.done.catch(() => {});
}

/** Keeps another threshold, in per cent, with that reading; `false` where another is kept meanwhile, or none. */
export async function keepThreshold(
  db: Database,
  account: string,
  { id, reading }: Pick<KeptHead, 'id' | 'reading'>,
  threshold: number,
): Promise<boolean> {
  const transaction = db.transaction('comparisons', 'readwrite');
  const head = readRow(KeptHeadSchema, await transaction.store.get([account, id]));
  const isSame = head !== null && head.reading === reading;
  const writing = isSame ? [transaction.store.put(toRow(account, { ...head, threshold }))] : [];
  await Promise.all([...writing, transaction.done]);
  if (isSame) tellChanged(db, changedKeys('comparisons', [id]));
  return isSame;
}

/** Forgets that reading; `false`, and nothing goes, where another is kept meanwhile. */
export async function deleteKeptFile(
  db: Database,
  account: string,
  { id, reading }: Pick<KeptHead, 'id' | 'reading'>,
): Promise<boolean> {
  const transaction = db.transaction(STORES, 'readwrite');
  const heads = transaction.objectStore('comparisons');
  const head = readRow(KeptHeadSchema, await heads.get([account, id]));
  const isSame = head === null || head.reading === reading;
  const going = isSame
    ? [
        heads.delete([account, id]),
        transaction.objectStore('comparisonFiles').delete([account, id]),
      ]
    : [];
  await Promise.all([...going, transaction.done]);
  if (isSame) tellChanged(db, changedKeys('comparisons', [id]));
  return isSame;
}

interface Rows {
  get(key: [string, string]): Promise<unknown>;
  put(row: unknown): Promise<unknown>;
  delete(key: [string, string]): Promise<void>;
}

/** Within a transaction: what is kept beside a report goes with it. */
export function dropKept(stores: readonly Rows[], account: string, id: string): void {
  for (const rows of stores) void rows.delete([account, id]);
}

/** Within a transaction: what is kept beside one report is kept beside another from now on. */
export async function moveKept(
  stores: readonly Rows[],
  account: string,
  from: string,
  to: string,
): Promise<void> {
  const all = await Promise.all(stores.map((rows) => rows.get([account, from])));
  for (const [at, row] of all.entries())
    if (row !== undefined) void stores[at]?.put({ ...Object(row), id: to });
}
