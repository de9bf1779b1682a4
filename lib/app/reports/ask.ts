import type { ApiClient } from '../../api/client';
import { getTracker } from '../../api/imptracker';
import { accountOf, type SessionInfo } from '../../core/account/session';
import { AppError } from '../../core/base/errors';
import { MAX_PENDING_REPORTS } from '../../core/base/limits';
import { TYPES_FOR } from '../../core/report/catalogue';
import { type Planned, planReport, type ReportPlan } from '../../core/report/plan';
import type { Question } from '../../core/report/question';
import type { Tracker } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import { findTrackers } from '../../store/trackers';
import type { Service } from '../account/service';
import type { Jobs, Order } from '../jobs/jobs';
import type { Metas } from './metas';
import { MOST_WAIT_MS, REPORT_KIND, reportSubject, type ReportWorkPlan } from './report-plan';
import { isUnderWay, orderedBefore, reportJobs } from './running';

export interface AskDeps extends Pick<Service, 'database' | 'now'> {
  readonly jobs: Pick<Jobs, 'run'>;
  readonly newId: () => string;
  readonly metas: Metas;
}

/** What a question means at this moment for this account: a plan, or why there is none. */
export async function planFor(
  { database, now, metas }: Pick<AskDeps, 'database' | 'now' | 'metas'>,
  question: Question,
  client: ApiClient,
  info: SessionInfo,
): Promise<Planned> {
  const account = accountOf(info);
  const [offered, tracker] = await Promise.all([
    metas(client, account, TYPES_FOR[question.about.kind]),
    trackerOf(question, client, await database(), account),
  ]);
  return planReport(question, { metas: offered, tracker, now: now() });
}

async function trackerOf(
  { about }: Question,
  client: ApiClient,
  db: Database,
  account: string,
): Promise<Tracker | null> {
  if (about.kind !== 'tracker') return null;
  const [kept] = await findTrackers(db, account, [about.id]);
  if (kept) return kept;
  return getTracker(client, about.id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });
}

/**
 * Begins a report, once its journal is written, or goes on with the very one that is under way; gives the id under which it
 * is kept. Fails with `reports-pending` where as many are under way as the service makes at a time.
 */
export async function askFor(
  { database, now, jobs, newId }: AskDeps,
  report: ReportPlan,
  account: string,
): Promise<string> {
  const subject = reportSubject(report);
  const before = (await reportJobs(await database(), account)).filter(isUnderWay);
  const same = before.find(({ job }) => job.subject === subject);
  if (!same && before.length >= MAX_PENDING_REPORTS) throw new AppError('reports-pending');
  const begun = Promise.withResolvers<void>();
  const order: Order = {
    kind: REPORT_KIND,
    subject,
    fingerprint: subject,
    sameForMs: 0,
    mustHearOfOther: false,
    onBegun: begun.resolve,
    plan: async (db, of) => {
      const since = now() - MOST_WAIT_MS;
      const mine = (await reportJobs(db, of)).filter(({ job }) => job.subject === subject);
      const known = mine.flatMap((one) => {
        const ordered = orderedBefore(one, since);
        return ordered ? [{ ordered, plan: one.plan.report }] : [];
      });
      const last = known.at(-1);
      return {
        reportKey: newId(),
        // What was asked for is read as it was asked for.
        report: last?.plan ?? report,
        ordered: last?.ordered ?? null,
      } satisfies ReportWorkPlan;
    },
  };
  const running = jobs.run(order, account);
  // What comes of it stands in the journal.
  running.catch(() => {});
  if (same) return same.plan.reportKey;
  await Promise.race([begun.promise, running]);
  // Two who ask in the same moment have begun one.
  const last = (await reportJobs(await database(), account)).findLast(
    ({ job }) => job.subject === subject,
  );
  if (!last) throw new AppError('session-expired');
  return last.plan.reportKey;
}
