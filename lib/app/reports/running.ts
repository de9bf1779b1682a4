import { isOpen, type Job } from '../../core/job/job';
import type { RunningReport } from '../../core/report/running';
import type { Database } from '../../store/database';
import { listJobs } from '../../store/jobs';
import {
  type Ordered,
  OrderedSchema,
  REPORT_KIND,
  type ReportWorkPlan,
  ReportWorkPlanSchema,
  STEPS,
} from './report-plan';

/** A report's job, with its plan read. */
export interface ReportJob {
  readonly job: Job;
  readonly plan: ReportWorkPlan;
}

/** The reports of the journal that are an account's, oldest first. */
export async function reportJobs(db: Database, account: string): Promise<readonly ReportJob[]> {
  return (await listJobs(db)).flatMap((job) => {
    if (job.account !== account || job.kind !== REPORT_KIND) return [];
    const plan = ReportWorkPlanSchema.safeParse(job.plan).data;
    return plan ? [{ job, plan }] : [];
  });
}

/** Whether it still has something to be done. */
export function isUnderWay({ job }: ReportJob): boolean {
  return isOpen(job) && job.state !== 'cancelled';
}

/** What open pages show of those that are under way, or failed. */
export function runningOf(jobs: readonly ReportJob[]): RunningReport[] {
  return jobs.flatMap(({ job, plan }) => {
    if (job.state === 'done' || job.state === 'cancelled') return [];
    const done = job.steps.filter(({ state }) => state === 'answered').length;
    const { failure } = job;
    // In the journal's words it was not saved.
    const isStale = failure?.code === 'not-saved';
    return [
      {
        id: plan.reportKey,
        plan: plan.report,
        step: STEPS[done] ?? 'reading',
        failure: isStale ? { ...failure, code: 'report-interrupted' as const } : failure,
        startedAt: job.startedAt,
      },
    ];
  });
}

/** What the service was asked for before and is good to be asked on after: its way was interrupted, and not its making. */
export function orderedBefore({ job }: ReportJob, since: number): Ordered | null {
  const [first] = job.steps;
  const ordered =
    first?.state === 'answered' ? (OrderedSchema.safeParse(first.result).data ?? null) : null;
  const code = job.failure?.code;
  const isGood = job.state === 'cancelled' || (code !== undefined && ON_THE_WAY.has(code));
  return ordered && isGood && ordered.askedAt >= since ? ordered : null;
}

const ON_THE_WAY: ReadonlySet<string> = new Set([
  'session-expired',
  'address-changed',
  'network',
  'rate-limited',
  'not-saved',
  'storage-failed',
]);
