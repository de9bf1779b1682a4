import { getClosedUntil, orderReport } from '../../api/report';
import { accountOf } from '../../core/account/session';
import { AppError, fromFailure, toStorageFailure } from '../../core/base/errors';
import type { z } from '../../core/base/schema';
import type { ReportStep } from '../../core/report/running';
import { hasReport, putReport } from '../../store/reports';
import type { Sleep } from '../jobs/sleep';
import { createWork, type Means, type Work } from '../jobs/work';
import { readReportRows } from './read-rows';
import {
  type Ordered,
  OrderedSchema,
  ReadySchema,
  REPORT_KIND,
  type ReportWorkPlan,
  ReportWorkPlanSchema,
  STEPS,
} from './report-plan';
import { waitForReport } from './wait-for';

export interface ReportWorkDeps {
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly onProgress: (progress: { id: string; step: ReportStep; rows: number }) => void;
}

/**
 * A report as work: asked for, waited for, read. What was asked for stands in the journal, so that a worker that was stopped
 * asks on after that very one. Only where the answer to the asking itself was lost is it asked for again.
 */
export function createReportWork({ now, sleep, onProgress }: ReportWorkDeps): Work {
  return createWork(REPORT_KIND, ReportWorkPlanSchema, (plan) => ({
    steps: STEPS.length,
    isRepeatable: true,
    lagMs: 0,
    send: async (step, means, [ordered, ready]) => {
      const of = STEPS[step] ?? 'asked';
      onProgress({ id: plan.reportKey, step: of, rows: 0 });
      if (of === 'asked') return plan.ordered ?? order(plan, means, now);
      const asked = resultOf(OrderedSchema, ordered);
      if (of === 'waiting') return waitForReport(asked, { ...means, now, sleep });
      return keep(plan, means, {
        asked,
        ready: resultOf(ReadySchema, ready),
        onRows: (rows) => onProgress({ id: plan.reportKey, step: of, rows }),
      });
    },
    look: async (step, _, { db, info }) => {
      const isKept =
        STEPS[step] === 'reading' && (await hasReport(db, accountOf(info), plan.reportKey));
      return isKept ? { kind: 'done', result: null } : { kind: 'missing' };
    },
    keep: () => ({}),
  }));
}

async function order(
  { report }: ReportWorkPlan,
  { client }: Means,
  now: () => number,
): Promise<Ordered> {
  // Before it is made: what is counted later may not be in it.
  const closedUntil = await getClosedUntil(client, report.type).catch((error: unknown) => {
    if (error instanceof AppError && PASSED_OVER.has(error.code)) return null;
    throw error;
  });
  const { reportId, isExisting } = await orderReport(client, report);
  return { reportId, askedAt: now(), closedUntil: isExisting ? null : closedUntil };
}

// Then it is not known how fresh the figures are, and that is said.
const PASSED_OVER: ReadonlySet<string> = new Set([
  'invalid-input',
  'not-permitted',
  'not-found',
  'bad-answer',
  'network',
  'service-down',
]);

interface Keeping {
  readonly asked: Ordered;
  readonly ready: z.infer<typeof ReadySchema>;
  readonly onRows: (rows: number) => void;
}

async function keep(
  { reportKey, report: plan }: ReportWorkPlan,
  { client, info, db, signal }: Means,
  { asked, ready, onRows }: Keeping,
): Promise<null> {
  const { closedUntil, askedAt } = asked;
  const { downloadId, madeAt, rowCount = null } = ready;
  const read = await readReportRows(client, {
    plan,
    closedUntil,
    downloadId,
    rowCount,
    signal,
    onRows,
  });
  onRows(read.rows);
  signal.throwIfAborted();
  const { question, type, span, publisherId } = plan;
  const made = { id: reportKey, question, type, span, publisherId, askedAt, madeAt, closedUntil };
  const report = { ...made, rowCount };
  await putReport(db, accountOf(info), { ...report, ...read }).catch((error: unknown) => {
    throw fromFailure(toStorageFailure(error));
  });
  return null;
}

function resultOf<T>(schema: z.ZodMiniType<T>, result: unknown): T {
  const parsed = schema.safeParse(result);
  if (!parsed.success) throw new AppError('unexpected', { detail: 'no report in the journal' });
  return parsed.data;
}
