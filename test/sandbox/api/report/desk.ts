import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import type { Runs } from '../../delivery/runs.ts';
import { numberOrNull } from '../../state/row.ts';
import type { Clock } from '../../time.ts';
import { hourOf } from '../../time-hours.ts';
import type { Session } from '../sessions.ts';
import { reportHours } from './hours.ts';
import type { Span } from './interval.ts';
import type { Job } from './job.ts';
import type { ReportOptions, ReportSettings } from './options.ts';
import { readOrder, type ReportOrder } from './order.ts';
import { defineMadeImps, reportQuery } from './query.ts';
import { checkQueue, isSlow, isWorkedOn, TIMEOUT_MS } from './queue.ts';
import { type Written, writeReport } from './write-file.ts';

/** Where reports are ordered, asked after and fetched. */
export interface ReportDesk {
  readonly settings: ReportSettings;
  /** Takes an order, or throws why not. */
  order(session: Session, body: string, params: URLSearchParams): { job: Job; isNew: boolean };
  /** Asks after a report, which brings it on; null where this member has none of this id. */
  poll(session: Session, id: string): Promise<Job | null>;
  /** The report that is downloaded by this id. */
  find(session: Session, downloadId: string): Job | null;
  /** The last hour (since 1970, UTC) that is closed: no later one counts where the data lags. */
  lastClosedHour(): number;
  close(): Promise<void>;
}

interface DeskDeps {
  readonly db: DatabaseSync;
  readonly now: Clock;
  readonly seed: number;
  readonly runs: Runs;
  readonly settings: ReportSettings;
}

/** The desk of this world. What was ordered is gone once the sandbox ends. */
export function createReportDesk({ db, now, seed, runs, settings }: DeskDeps): ReportDesk {
  let folder: string | null = null;
  const stop = new AbortController();
  const jobs = new Map<string, Job>();
  const opened = now().getTime();
  defineMadeImps(db, { runs: runs.list, nowHour: () => hourOf(now()) });
  const idOf = (text: string) =>
    createHash('md5').update(`${seed} ${opened} ${jobs.size} ${text}`).digest('hex');
  const lastClosedHour = () => hourOf(now()) - 1 - settings.get().lagHours;

  const write = (order: ReportOrder, memberId: number, file: string): Promise<Written | Error> => {
    const options = settings.get();
    const last = options.lagHours > 0 ? lastClosedHour() : hourOf(now());
    const data = { from: firstHour(db, runs), to: last + 1 };
    const hours = hoursOf(order, { now: now(), data, options });
    const query = reportQuery(jobs.size, { order, memberId, hours, runs: runs.list(), options });
    return writeReport({ db, query, fields: order.fields, file, signal: stop.signal }).catch(
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
  };

  return {
    settings,
    lastClosedHour,
    order(session, body, params) {
      const options = settings.get();
      const order = readOrder(body, params, { now: now(), options });
      const known = options.existing
        ? findSame(jobs.values(), { session, body, order, now: now() })
        : null;
      if (known) return { job: known, isNew: false };
      checkQueue(jobs.values(), session, { now: now(), options });
      const id = idOf('report');
      folder ??= mkdtempSync(path.join(tmpdir(), 'sandbox-reports-'));
      const file = path.join(folder, id);
      const job: Job = {
        id,
        downloadId: options.otherId ? idOf('download') : id,
        nth: jobs.size,
        userId: session.userId,
        memberId: session.memberId,
        createdAt: now(),
        order,
        body,
        file,
        fails: settings.takeFailure(),
        pollsLeft: options.pendingPolls + (isSlow(order, now()) ? options.slowQueuePolls : 0),
        work: write(order, session.memberId, file),
        ended: null,
      };
      jobs.set(id, job);
      return { job, isNew: true };
    },
    async poll(session, id) {
      const job = jobs.get(id);
      if (!job || job.memberId !== session.memberId) return null;
      if (job.ended !== null) return job;
      const { memberConcurrent, pendingMs } = settings.get();
      if (!isWorkedOn(job, jobs.values(), now(), memberConcurrent)) return job;
      const waited = now().getTime() - job.createdAt.getTime();
      const least = job.fails === 'timeout' ? TIMEOUT_MS : pendingMs;
      const isPending = job.pollsLeft > 0 || waited < least;
      job.pollsLeft -= 1;
      if (!isPending) job.ended = { at: now(), written: await job.work };
      return job;
    },
    find(session, downloadId) {
      const job = [...jobs.values()].find((one) => one.downloadId === downloadId);
      return job?.memberId === session.memberId ? job : null;
    },
    async close() {
      stop.abort();
      await Promise.all([...jobs.values()].map((job) => job.work));
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function hoursOf(
  order: ReportOrder,
  { now, data, options }: { now: Date; data: Span; options: ReportOptions },
) {
  const { span, type, zone } = order;
  return reportHours({ span, type, zone, summerTime: options.summerTime, now, data });
}

/** The first hour of which anything is known. */
function firstHour(db: DatabaseSync, runs: Runs): number {
  const row = db.prepare('SELECT min(hour) AS first FROM impressions').get() ?? {};
  const fired = numberOrNull(row, 'first') ?? Infinity;
  return runs.list().reduce((first, run) => Math.min(first, run.fromHour), fired);
}

interface Same {
  readonly session: Session;
  readonly body: string;
  readonly order: ReportOrder;
  readonly now: Date;
}

function findSame(jobs: Iterable<Job>, { session, body, order, now }: Same): Job | null {
  const isSame = (job: Job): boolean =>
    job.userId === session.userId &&
    job.body === body &&
    job.order.publisherId === order.publisherId &&
    job.order.advertiserId === order.advertiserId &&
    !(job.ended?.written instanceof Error) &&
    now.getTime() - job.createdAt.getTime() < TIMEOUT_MS;
  return [...jobs].findLast(isSame) ?? null;
}
