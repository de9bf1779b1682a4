import type { Timer } from '../../api/client';
import { accountOf } from '../../core/account/session';
import { AppError } from '../../core/base/errors';
import { z } from '../../core/base/schema';
import { type SyncPlan, SyncPlanSchema, syncSubject } from '../../core/tracker/sync-plan';
import { type SyncProgress, type SyncResult, syncTrackers } from '../trackers/sync-trackers';
import type { Order } from './jobs';
import { createWork, type Work } from './work';

const KIND = 'tracker-sync';
const ResultSchema = z.object({ count: z.number(), unread: z.number() });

export interface SyncWorkDeps {
  readonly now: () => number;
  readonly timer: Timer;
  readonly onProgress: (progress: SyncProgress) => void;
}

/** A sync, as work: interrupted, it is simply done again, from what is cached by then. */
export function createSyncWork(deps: SyncWorkDeps): Work {
  return createWork(KIND, SyncPlanSchema, (plan) => ({
    steps: 1,
    isRepeatable: true,
    lagMs: 0,
    send: (_, { client, info, db, signal }) =>
      syncTrackers({ ...deps, client, db, account: accountOf(info) }, { ...plan, signal }),
    look: async () => ({ kind: 'missing' }),
    keep: () => ({}),
  }));
}

/** The order to sync; whoever wants changes only is served by one that reads everything. */
export function syncOrder(plan: SyncPlan): Order {
  const [whole, changes] = ['whole', 'changes'];
  return {
    kind: KIND,
    subject: syncSubject(plan.advertiserId),
    fingerprint: plan.whole ? whole : changes,
    joins: plan.whole ? [whole] : [whole, changes],
    sameForMs: 0,
    mustHearOfOther: false,
    plan: async () => plan,
  };
}

/** What a sync says: how many trackers are cached, and how many there are besides that cannot be read. */
export function readResult(result: unknown): SyncResult {
  const parsed = ResultSchema.safeParse(result);
  if (!parsed.success) throw new AppError('unexpected', { detail: 'no count in the journal' });
  return parsed.data;
}
