import { accountOf } from '../../core/account/session';
import { AppError } from '../../core/base/errors';
import { after } from '../../core/job/events';
import { REPORT_TYPES } from '../../core/report/report-type';
import type { reportsContract } from '../../messaging/reports/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import { deleteReport, endReportJob, listReports, readReport } from '../../store/reports';
import type { Service } from '../account/service';
import { withSession } from '../account/session';
import type { Jobs } from '../jobs/jobs';
import { askFor, planFor } from './ask';
import { createMetas } from './metas';
import { isUnderWay, reportJobs, runningOf } from './running';

export interface ReportsDeps extends Service {
  readonly newId: () => string;
  readonly jobs: Pick<Jobs, 'run' | 'cancel'>;
}

/** Asks for reports, tells how far they are, and gives those that are kept. */
export function createReportsHandlers(deps: ReportsDeps): HandlersOf<typeof reportsContract> {
  const { clientFor, keeper, account, database, now, jobs } = deps;
  const metas = createMetas(now);
  const parts = { ...deps, metas };

  return {
    'reports.metas': () =>
      withSession(clientFor, keeper, async (client, info) => {
        const all = await metas(client, accountOf(info), REPORT_TYPES);
        return all.map(({ columns, filters, ...meta }) => ({
          ...meta,
          columns: [...columns],
          filters: [...filters],
        }));
      }),
    'reports.plan': ({ question }) =>
      withSession(clientFor, keeper, (client, info) => planFor(parts, question, client, info)),
    'reports.ask': async ({ question, account: meant }) => {
      const [planned, owner] = await withSession(clientFor, keeper, async (client, info) => {
        const of = accountOf(info);
        if (meant !== undefined && meant !== of) throw new AppError('account-changed');
        return [await planFor(parts, question, client, info), of] as const;
      });
      if (planned.kind === 'no-plan') return planned;
      return { kind: 'asked', id: await askFor(parts, planned.plan, owner) };
    },
    'reports.list': async () => {
      const [db, owner] = [await database(), await account()];
      const running = runningOf(await reportJobs(db, owner));
      const { rows } = await listReports(db, owner);
      return { running, kept: [...rows] };
    },
    'reports.get': async ({ id }) => readReport(await database(), await account(), id),
    'reports.cancel': async ({ id }) => {
      const [db, owner] = [await database(), await account()];
      const mine = (await reportJobs(db, owner)).filter(({ plan }) => plan.reportKey === id);
      for (const one of mine) {
        const { job } = one;
        const isOpen = isUnderWay(one);
        // First in the journal: a worker that goes on with it just now finds it so.
        await endReportJob(
          db,
          { id, job: isOpen ? after(job, { kind: 'cancelled' }, now()) : job },
          isOpen,
        );
        jobs.cancel((subject) => subject === job.subject, owner);
      }
      return null;
    },
    'reports.delete': async ({ id }) => {
      await deleteReport(await database(), await account(), id);
      return null;
    },
  };
}
