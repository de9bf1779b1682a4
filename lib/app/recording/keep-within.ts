import { type Keeping, keptSince } from '../../core/verification/keeping';
import { type BeingRecorded, pruneVerifications } from '../../store/verifications';
import { accountsNoted, trimEvents } from '../../store/tracker-events';
import { EMPTY_RECORDING_MS } from '../../core/base/limits';
import type { Database } from '../../store/schema';

/** Deletes the recordings, and what is noted in passports, that are beyond what a person keeps, never one that is being recorded. `now` in milliseconds since 1970. */
export async function keepWithin(
  db: Database,
  keeping: Keeping,
  now: number,
  besides: BeingRecorded,
): Promise<void> {
  const limits = {
    keep: keeping.recordings,
    since: keptSince(keeping, now),
    emptyBefore: now - EMPTY_RECORDING_MS,
  };
  await pruneVerifications(db, limits, besides);
  for (const account of await accountsNoted(db)) await trimEvents(db, account, limits.since);
}
