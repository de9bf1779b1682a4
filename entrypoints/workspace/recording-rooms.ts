import type { ReportsModel } from '@/components/reports/reports-model';
import { createHarModel } from '@/components/verification/har-model';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';

import { createVerificationActions } from '../shared/verification-actions';
import { createCountedFor } from './counted-for';
import { createHarActions } from './har-actions';

/** Recordings, with what kept reports counted for their proofs, and files that become recordings. */
export function createRecordingRooms(
  database: Connection,
  account: KnownAccount,
  reports: ReportsModel,
) {
  const { forProof } = reports.open.comparing;
  const recordings = createRecordingsModel({
    ...createVerificationActions(database, account, (message) => recordings.hear(message)),
    countedFor: createCountedFor(database, account, forProof),
  });
  return { recordings, har: createHarModel(createHarActions(database, account)) };
}
