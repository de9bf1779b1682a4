import { changedKeys } from '../core/base/change';
import type { Baseline } from '../core/verification/accepted';
import { isSameSeries, takenOver } from '../core/verification/repeat';
import { VerificationSchema } from '../core/verification/verification';
import { tellChanged } from './changes';
import { ownerOf, readRow, toRow } from './rows';
import type { Database } from './schema';
import { listVerifications } from './verifications';

/**
 * Keeps a baseline with the run that was accepted and with every run of its series that began later, in one
 * transaction. `false`, and nothing is written, where the run is gone.
 */
export async function acceptBaseline(
  db: Database,
  id: string,
  baseline: Baseline,
): Promise<boolean> {
  const transaction = db.transaction('verifications', 'readwrite');
  const rows: unknown[] = await transaction.store.getAll();
  const known = rows.flatMap((row) => {
    const verification = readRow(VerificationSchema, row);
    return verification ? [{ verification, owner: ownerOf(row) }] : [];
  });
  const accepted = known.find(({ verification }) => verification.id === id);
  const holding = accepted
    ? known.filter(
        ({ verification, owner }) =>
          owner === accepted.owner &&
          isSameSeries(verification, accepted.verification) &&
          verification.startedAt >= accepted.verification.startedAt,
      )
    : [];
  for (const { verification, owner } of holding) {
    void transaction.store.put(toRow(owner, { ...verification, baseline }));
  }
  await transaction.done;
  const ids = holding.map(({ verification }) => verification.id);
  if (accepted) tellChanged(db, changedKeys('verifications', ids));
  return accepted !== undefined;
}

/** What a run takes over that does another again; `null` where the account sees none with this id. */
export async function takeOver(db: Database, account: string, id: string) {
  const { rows } = await listVerifications(db, account);
  const from = rows.find((row) => row.id === id);
  return from ? takenOver(from, rows) : null;
}
