import { changedPassports } from '../core/base/change';
import { KEPT_EVENTS, KEPT_EVENTS_OF_ONE } from '../core/base/limits';
import { type PassportEvent, PassportEventSchema } from '../core/verification/passport/event';
import { ofAccount } from './accounts';
import { tellChanged } from './changes';
import { type Read, readRows, toRow } from './rows';
import type { Database } from './schema';

/** Notes what happened to trackers of an account. Where there is too much, the oldest goes. */
export async function noteEvents(
  db: Database,
  account: string,
  events: readonly PassportEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const transaction = db.transaction(['trackerEvents'], 'readwrite');
  putEvents(transaction.objectStore('trackerEvents'), account, events);
  await transaction.done;
  tellChanged(db, changedPassports(events.map(({ trackerId }) => trackerId)));
  await trimEvents(db, account);
}

/** The same within a transaction, with what it is about. What was noted already is noted once. */
export function putEvents(
  store: { put(row: unknown): unknown },
  account: string,
  events: readonly PassportEvent[],
): void {
  for (const event of events) void store.put(toRow(account, event));
}

/** The newest that is noted of a tracker, in the order of time. */
export async function readEvents(
  db: Database,
  account: string,
  trackerId: number,
): Promise<Read<PassportEvent>> {
  const range = IDBKeyRange.bound([account, trackerId], [account, trackerId, []]);
  const rows: unknown[] = [];
  let cursor = await db.transaction('trackerEvents').store.openCursor(range, 'prev');
  while (cursor && rows.length < KEPT_EVENTS_OF_ONE) {
    rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  return readRows(PassportEventSchema, rows.toReversed());
}

/** Deletes what is beyond what is kept of an account: the oldest of too many, and what is older than `since`. */
export async function trimEvents(db: Database, account: string, since = -Infinity): Promise<void> {
  const transaction = db.transaction('trackerEvents', 'readwrite');
  const { store } = transaction;
  const tooMany = (await store.count(ofAccount(account))) - KEPT_EVENTS;
  if (tooMany > 0 || since > -Infinity) {
    let gone = 0;
    let cursor = await store.index('by-time').openCursor(ofAccount(account));
    while (cursor && (gone < tooMany || cursor.key[1] < since)) {
      void cursor.delete();
      gone += 1;
      cursor = await cursor.continue();
    }
  }
  await transaction.done;
}

/** The accounts of which anything is noted. */
export async function accountsNoted(db: Database): Promise<readonly string[]> {
  const accounts: string[] = [];
  const { store } = db.transaction('trackerEvents');
  let cursor = await store.openKeyCursor();
  while (cursor) {
    const [account] = cursor.key;
    accounts.push(account);
    // On to the first row after all of this account.
    cursor = await store.openKeyCursor(IDBKeyRange.lowerBound([account, []], true));
  }
  return accounts;
}

/** How much is noted of an account's trackers. */
export async function countEvents(db: Database, account: string): Promise<number> {
  return db.count('trackerEvents', ofAccount(account));
}

/** Forgets all that is noted of an account's trackers. */
export async function deleteEvents(db: Database, account: string): Promise<void> {
  await db.delete('trackerEvents', ofAccount(account));
}
