import { openedReport } from '../../core/report/opened';
import type { NoPlan } from '../../core/report/no-plan';
import type { Question } from '../../core/report/question';
import type { ReportHead } from '../../core/report/head';
import type { RunningReport } from '../../core/report/running';
import { totalOfAll } from '../../core/report/series-total';
import type { Ref } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import { listReports, readReport } from '../../store/reports';
import { listTrackers, searchAdvertiserTrackers } from '../../store/trackers';
import { pause } from '../pause';
import type { PageParts } from '../trackers/from-pages';
import { createNames } from './names';
import { reportJobs, runningOf } from './running';

type Parts = Pick<
  PageParts<{ readonly advertiser: Ref | null }>,
  'send' | 'database' | 'account' | 'readSettings'
> & { readonly now: () => number };

/** Trackers that a search gives at most. */
const MOST_FOUND = 50;

/** What a page does with reports: it reads what is kept itself, and asks the background for everything else. */
export function createReportUses({ send, database, account, readSettings, now }: Parts) {
  async function here() {
    const [db, owner, { advertiser }] = await Promise.all([database(), account(), readSettings()]);
    return { db, owner, nameOf: createNames(db, owner, advertiser) };
  }

  return {
    async list() {
      const { db, owner, nameOf } = await here();
      const { rows, unreadable } = await listReports(db, owner);
      const running = runningOf(await reportJobs(db, owner));
      return {
        reports: await Promise.all(
          rows.map(async (head) => ({
            ...head,
            total: await totalIn(db, owner, head),
            name: await nameOf(head.question),
          })),
        ),
        runs: await Promise.all(
          running.map(async (one) => runOf(one, await nameOf(one.plan.question))),
        ),
        unreadable,
      };
    },
    async read(id: string) {
      const { db, owner, nameOf } = await here();
      // The journal first: what is done there meanwhile is kept by then.
      const run = runningOf(await reportJobs(db, owner)).find((one) => one.id === id);
      const report = await readReport(db, owner, id);
      if (report === null) {
        return run ? { run: runOf(run, await nameOf(run.plan.question)) } : null;
      }
      const { rows } = await listTrackers(db, owner, report.question.advertiserId);
      const name = await nameOf(report.question);
      await pause();
      const opened = openedReport(report, rows);
      // What shows it draws as much again.
      await pause();
      return { report: { report, name, ...opened } };
    },
    /** Gives the id of what was begun, or why nothing can be asked. */
    async ask(question: Question): Promise<string | NoPlan> {
      const answer = await send('reports.ask', { question, account: await account() });
      return answer.kind === 'asked' ? answer.id : answer.why;
    },
    cancel: async (id: string) => void (await send('reports.cancel', { id })),
    remove: async (id: string) => void (await send('reports.delete', { id })),
    async search(
      kind: 'tracker' | 'line-item' | 'publisher',
      advertiserId: number,
      text: string,
    ): Promise<readonly Ref[]> {
      if (kind === 'publisher') return send('objects.search', { query: { kind }, text });
      if (kind === 'line-item')
        return send('objects.search', { query: { kind, advertiserId }, text });
      const { db, owner } = await here();
      const found = searchAdvertiserTrackers(db, owner, advertiserId, text, MOST_FOUND, now());
      return (await found).map(({ id, name }) => ({ id, name }));
    },
  };
}

/** What was counted of what was asked: of a tracker its own rows alone, where others came along. */
async function totalIn(db: Database, owner: string, { id, tuples, total, question }: ReportHead) {
  const { about, advertiserId } = question;
  if (total && about.kind !== 'tracker') return total;
  const report = await readReport(db, owner, id);
  // Its figures cannot be read: nothing of them is known.
  if (report === null) return { sum: null, unknown: tuples };
  if (about.kind === 'tracker') {
    const { rows } = await listTrackers(db, owner, advertiserId);
    const own = openedReport(report, rows).trackers.filter(({ trackerIds }) =>
      trackerIds.includes(about.id),
    );
    return totalOfAll(own.map(({ impressions }) => impressions));
  }
  return totalOfAll(report.counted.map(({ impressions }) => impressions));
}

function runOf({ id, plan, step, failure, startedAt }: RunningReport, name: string | null) {
  const at = failure === null ? step : ('failed' as const);
  return { id, question: plan.question, name, step: at, askedAt: startedAt, rows: 0, failure };
}
