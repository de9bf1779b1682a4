import { NO_ACCOUNT } from '../core/base/account';
import { changedKeys } from '../core/base/change';
import { type DraftKey, isForm, isOfNobody } from '../core/tracker/draft-key';
import { tellChanged } from './changes';
import { toRow } from './rows';
import type { Database } from './schema';

/**
 * What a person has typed and not yet saved, and where they were. It outlives a closed popup and a
 * killed browser. The reader parses what comes back.
 */
export async function readDraft(db: Database, account: string, key: DraftKey): Promise<unknown> {
  return valueOf(await db.get('drafts', draftPlace(account, key)));
}

/**
 * Keeps a draft. The explicit commit needs no further turn of the event loop, so a popup that
 * closes right after a keystroke does not lose it.
 */
export async function writeDraft(
  db: Database,
  account: string,
  key: DraftKey,
  value: unknown,
): Promise<void> {
  const transaction = db.transaction('drafts', 'readwrite');
  const [owner] = draftPlace(account, key);
  void transaction.store.put(toRow(owner, { key, value }));
  transaction.commit();
  await transaction.done;
  tellChanged(db, changedKeys('drafts', [key]));
}

export async function clearDraft(db: Database, account: string, key: DraftKey): Promise<void> {
  await db.delete('drafts', draftPlace(account, key));
  tellChanged(db, changedKeys('drafts', [key]));
}

/** In how many forms an account has typed what is not saved. */
export async function countForms(db: Database, account: string): Promise<number> {
  const keys = await db.getAllKeys('drafts', IDBKeyRange.bound([account], [account, []]));
  return keys.filter(([, key]) => isForm(key)).length;
}

/** Where a draft of an account stands in its store. */
export function draftPlace(account: string, key: string): [string, string] {
  return [isOfNobody(key) ? NO_ACCOUNT : account, key];
}

/** What a draft's row holds, whatever that is. */
export function valueOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'value' in row ? row.value : undefined;
}
