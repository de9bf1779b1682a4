import { changedKeys } from '../core/base/change';
import { KEPT_REPORTS, KEPT_REPORTS_MS } from '../core/base/limits';
import { z } from '../core/base/schema';
import { type ReportHead, ReportHeadSchema } from '../core/report/head';
import { CountedTupleSchema, type Report } from '../core/report/report';
import { totalOfAll } from '../core/report/series-total';
import type { Job } from '../core/job/job';
import { ofAccount } from './accounts';
import { tellChanged } from './changes';
import { dropKept, moveKept } from './comparisons';
import { noteJob } from './jobs';
import { type Read, readRow, readRows, toRow } from './rows';
import type { Database } from './schema';

/** All that goes with a report. */
const STORES = ['reports', 'reportCounts', 'comparisons', 'comparisonFiles'] as const;

const CountsSchema = z.object({ id: z.string(), counted: z.array(CountedTupleSchema) });

/** The kept reports of an account, newest first. */
export async function listReports(db: Database, account: string): Promise<Read<ReportHead>> {
  const { rows, unreadable } = readRows(
    ReportHeadSchema,
    await db.getAll('reports', ofAccount(account)),
  );
  return { rows: rows.toSorted((a, b) => b.askedAt - a.askedAt), unreadable };
}

/** A report with its figures; `null` where it is not kept, or cannot be read. */
export async function readReport(
  db: Database,
  account: string,
  id: string,
): Promise<Report | null> {
  const transaction = db.transaction(['reports', 'reportCounts']);
  const [head, counts] = await Promise.all([
    transaction.objectStore('reports').get([account, id]),
    transaction.objectStore('reportCounts').get([account, id]),
  ]);
  const read = readRow(ReportHeadSchema, head);
  const figures = readRow(CountsSchema, counts);
  if (read === null || figures === null) return null;
  const { tuples: _, total: __, ...report } = read;
  return { ...report, counted: figures.counted };
}

/** Whether a report of this id is kept, however it can be read. */
export async function hasReport(db: Database, account: string, id: string): Promise<boolean> {
  return (await db.getKey('reports', [account, id])) !== undefined;
}

/**
 * Keeps a report in the place of an older one of the same question and days, whose ad server's report goes over to it. Forgets
 * those that are too many, and those that are too old by its own moment.
 */
export async function putReport(db: Database, account: string, report: Report): Promise<void> {
  const { counted, ...rest } = report;
  const total = totalOfAll(counted.map(({ impressions }) => impressions));
  const head: ReportHead = { ...rest, tuples: counted.length, total };
  const transaction = db.transaction(STORES, 'readwrite');
  const [heads, counts] = [
    transaction.objectStore('reports'),
    transaction.objectStore('reportCounts'),
  ];
  const compared = [
    transaction.objectStore('comparisons'),
    transaction.objectStore('comparisonFiles'),
  ];
  const kept = readRows(ReportHeadSchema, await heads.getAll(ofAccount(account))).rows.filter(
    ({ id }) => id !== report.id,
  );
  const sorted = kept.toSorted((a, b) => b.askedAt - a.askedAt);
  const before = sorted.find((one) => isSameQuestion(one, report));
  if (before) await moveKept(compared, account, before.id, report.id);
  const gone = sorted
    .filter(
      (one, index) =>
        index >= KEPT_REPORTS - 1 ||
        one.askedAt < report.askedAt - KEPT_REPORTS_MS ||
        isSameQuestion(one, report),
    )
    .map(({ id }) => id);
  for (const id of gone) {
    void heads.delete([account, id]);
    void counts.delete([account, id]);
    dropKept(compared, account, id);
  }
  void heads.put(toRow(account, head));
  void counts.put(toRow(account, { id: report.id, counted }));
  await transaction.done;
  tellChanged(db, changedKeys('reports', [...gone, report.id]));
}

/** Forgets a report, and what is kept beside it. */
export async function deleteReport(db: Database, account: string, id: string): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite');
  for (const name of STORES) void transaction.objectStore(name).delete([account, id]);
  await transaction.done;
  tellChanged(db, changedKeys('reports', [id]));
}

function isSameQuestion(one: ReportHead, other: Report): boolean {
  const wordsOf = ({ question, span }: Pick<Report, 'question' | 'span'>) => {
    const { advertiserId, about, by, timeZone } = question;
    const of = about.kind === 'advertiser' ? null : about.id;
    return JSON.stringify([advertiserId, about.kind, of, by, timeZone, span.first, span.last]);
  };
  return wordsOf(one) === wordsOf(other);
}

/** Notes the end of a report that was under way, or forgets one that failed; open pages hear of it by its id. */
export async function endReportJob(
  db: Database,
  { id, job }: { readonly id: string; readonly job: Job },
  isKept: boolean,
): Promise<void> {
  if (isKept) await noteJob(db, job);
  else await db.delete('jobs', job.id);
  tellChanged(db, changedKeys('reports', [id]));
}
