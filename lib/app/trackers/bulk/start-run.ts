import { accountOf } from '../../../core/account/session';
import { AppError } from '../../../core/base/errors';
import { stored } from '../../../core/base/stored';
import { beginRun, untold } from '../../../core/tracker-sheet/begin-run';
import type { RunOrder } from '../../../core/tracker-sheet/run';
import { putRun } from '../../../store/runs';
import { listTrackers } from '../../../store/trackers';
import type { Service } from '../../account/service';
import { withSession } from '../../account/session';
import type { Jobs, Order } from '../../jobs/jobs';
import { syncOrder } from '../../jobs/sync-work';
import { mayWrite } from '../edit-tracker';
import { RUN_KIND, RUN_SUBJECT, type RunPlan } from './run-work';

export interface StartDeps extends Service {
  readonly jobs: Pick<Jobs, 'run'>;
  readonly newId: () => string;
}

/** Which job a run is. */
export function runOf(id: string) {
  return { subject: RUN_SUBJECT, fingerprint: id };
}

/**
 * Begins a bulk change, once it is known what is there by now; gives its id as soon as its journal is written. Fails with
 * `run-going` where another is not over, with `account-changed` where it was meant for another (`of`) than is chosen.
 */
export async function startRun(
  { clientFor, keeper, now, newId, jobs }: StartDeps,
  order: RunOrder,
  of?: string,
): Promise<string> {
  const isNew = order.rows.some(({ kind }) => kind === 'create');
  // From here on it is this account's, whoever is chosen meanwhile.
  const [user, owner] = await withSession(clientFor, keeper, async (_, info) => {
    if (of !== undefined && accountOf(info) !== of) throw new AppError('account-changed');
    mayWrite(info, isNew);
    return [info.username, accountOf(info)] as const;
  });
  const alike = untold(order.rows);
  if (alike.length > 0) {
    throw new AppError('unexpected', { detail: `rows that cannot be told apart: ${alike.join()}` });
  }
  await jobs.run(syncOrder({ advertiserId: order.advertiser.id, whole: false }), owner);
  const id = newId();
  const begun = Promise.withResolvers<void>();
  const wish: Order = {
    kind: RUN_KIND,
    ...runOf(id),
    sameForMs: 0,
    mustHearOfOther: false,
    onBegun: begun.resolve,
    plan: async (db, account) => {
      const { rows: trackers } = await listTrackers(db, account, order.advertiser.id);
      const { run, rows } = beginRun(order, { id, user, at: now() }, trackers);
      await stored(putRun(db, account, run, rows));
      return { runId: id, total: run.total, holdAt: run.holdAt } satisfies RunPlan;
    },
  };
  const running = jobs.run(wish, owner);
  // What comes of it stands with the run.
  running.catch(() => {});
  await Promise.race([begun.promise, running]);
  return id;
}
