import { z } from '../../core/base/schema';
import type { Order } from '../jobs/jobs';
import { createLocalWork, type Work } from '../jobs/work';
import { type RunParts, runVisits } from './run-visits';

const KIND = 'page-visits';
const PlanSchema = z.object({ verificationId: z.string() });

export type VisitsWorkDeps = Omit<RunParts, 'db' | 'signal'>;

/**
 * A run over pages, as work. How far it is stands with its verification, so that it is one step: interrupted, it goes
 * on with the pages that were not visited, and with the one whose visit was cut off.
 */
export function createVisitsWork(deps: VisitsWorkDeps): Work {
  /** There is one window: a run that was ended closes it before another opens it. */
  let before: Promise<unknown> = Promise.resolve();
  return createLocalWork(KIND, PlanSchema, ({ verificationId }) => ({
    steps: 1,
    isRepeatable: true,
    lagMs: 0,
    send: async (_, means) => {
      const run = before.then(() => runVisits({ ...deps, ...means }, verificationId));
      before = run.catch(() => {});
      await run;
      return null;
    },
    look: async () => ({ kind: 'missing' }),
    keep: () => ({}),
  }));
}

/** What a run over the pages of a verification is about. */
export function visitsSubject(verificationId: string): string {
  return `visits:${verificationId}`;
}

/** The order to visit what is left of the pages of a verification. */
export function visitsOrder(verificationId: string): Order {
  return {
    kind: KIND,
    subject: visitsSubject(verificationId),
    fingerprint: verificationId,
    sameForMs: 0,
    mustHearOfOther: false,
    plan: async () => ({ verificationId }),
  };
}
