import { createPageCounter } from '@/lib/app/recording/count-page';
import { loadRecording } from '@/lib/app/recording/recordings';
import type { PageCount } from '@/lib/core/verification/page-count';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';

import { createKnownActions } from './known-actions';

/** Counts what a recorder tells, for the toolbar. */
export function pageCounter(
  database: Connection,
  account: KnownAccount,
  tell: (count: PageCount) => void,
) {
  return createPageCounter({
    load: async (id) => loadRecording(await database(), id),
    knowledge: createKnownActions(database, account),
    tell,
    later: (milliseconds, step) => void setTimeout(step, milliseconds),
  });
}
