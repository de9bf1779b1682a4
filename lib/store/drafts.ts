import { changedKeys } from '../core/base/change';
import { tellChanged } from './changes';
import type { Database } from './database';

/**
 * What a person has typed and not yet saved, and where they were. It outlives a closed popup and a
 * killed browser. The reader parses what comes back.
 */
export async function readDraft(db: Database, key: string): Promise<unknown> {
  const row = await db.get('drafts', key);
  return typeof row === 'object' && row !== null && 'value' in row ? row.value : undefined;
}

/**
 * Keeps a draft. The explicit commit needs no further turn of the event loop, so a popup that
 * closes right after a keystroke does not lose it.
 */
export async function writeDraft(db: Database, key: string, value: unknown): Promise<void> {
  const transaction = db.transaction('drafts', 'readwrite');
  void transaction.store.put({ key, value });
  transaction.commit();
  await transaction.done;
  tellChanged(db, changedKeys('drafts', [key]));
}

export async function clearDraft(db: Database, key: string): Promise<void> {
  await db.delete('drafts', key);
  tellChanged(db, changedKeys('drafts', [key]));
}

/** Forgets everything that belongs to a person: trackers, drafts, verifications. */
export async function forgetEverything(db: Database): Promise<void> {
  const names = [...db.objectStoreNames];
  const transaction = db.transaction(names, 'readwrite');
  for (const name of names) void transaction.objectStore(name).clear();
  await transaction.done;
  for (const what of ['trackers', 'drafts', 'verifications'] as const) {
    tellChanged(db, { what, ids: null });
  }
}
