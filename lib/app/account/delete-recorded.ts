import type { Database } from '../../store/database';
import { deleteEvents } from '../../store/tracker-events';
import { deleteRecordings } from '../../store/verifications';

/** Deletes what an account has recorded, and what is noted in the passports of its trackers: they stay or go together. */
export async function deleteRecorded(db: Database, account: string): Promise<void> {
  await deleteRecordings(db, account);
  await deleteEvents(db, account);
}
