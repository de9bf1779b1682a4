import type { ApiAccess, ApiClient } from '../../api/client';
import { AppError } from '../../core/base/errors';
import { type Job, type JobStart, plannedJob } from '../../core/job/job';
import { plannedLongJob } from '../../core/job/long';
import type { Database } from '../../store/database';
import { type LiveKeeper, withSessionOf } from '../account/session';
import type { LongRun, LongWork } from './long-work';
import { proceed } from './proceed';
import { type LongOptions, proceedLong } from './proceed-long';
import type { ProceedParts } from './step-means';
import type { Work } from './work';

export interface KindDeps extends Omit<ProceedParts, 'db' | 'inSession'> {
  readonly clientFor: (access: ApiAccess) => ApiClient;
  readonly keeper: LiveKeeper;
  readonly database: () => Promise<Database>;
}

type OfKind = Pick<Job, 'kind'>;

/** The kinds of work there are: what a job is, and what goes on with it, by its kind. */
export function createKinds(deps: KindDeps, works: readonly (Work | LongWork)[]) {
  const { clientFor, keeper, database } = deps;
  const workOf = ({ kind }: OfKind) => works.find((work) => work.kind === kind) ?? null;
  const shortOf = (of: OfKind): Work | null => {
    const work = workOf(of);
    return work === null || isLongWork(work) ? null : work;
  };
  const longOf = (of: OfKind): LongWork | null => {
    const work = workOf(of);
    return work !== null && isLongWork(work) ? work : null;
  };
  const readLong = (job: Pick<Job, 'kind' | 'plan'>): LongRun | null =>
    longOf(job)?.read(job.plan) ?? null;

  return {
    /** Whether it is work of this browser alone. */
    isLocal: (of: OfKind): boolean => shortOf(of)?.isLocal === true,
    isLongKind: (of: OfKind): boolean => longOf(of) !== null,
    /** Whether anything goes on with it: its kind is known, and its plan can be read. */
    isKnown: (job: Pick<Job, 'kind' | 'plan'>): boolean => Boolean(workOf(job)?.read(job.plan)),
    readLong,
    /** How long the service may not show what such a job makes, in milliseconds; `null` of one that can be done twice with no harm. */
    lagOf(job: Job): number | null {
      const long = readLong(job);
      if (long) return long.proceed(({ lagMs }) => lagMs);
      const work = shortOf(job);
      const doing = work?.isLocal === true ? null : work?.read(job.plan);
      return doing && !doing.isRepeatable ? doing.lagMs : null;
    },

    planned(start: JobStart): Job {
      if (longOf(start) === null) return plannedJob(start, shortOf(start)?.read(start.plan)?.steps);
      const long = readLong(start);
      return plannedLongJob(start, long?.total ?? 0, long?.holdAt ?? null);
    },

    /** Goes on with a job to its end, or until it waits. Gives the answers of its steps; a long one's stand beside its journal. */
    async goOn(job: Job, options: LongOptions): Promise<readonly unknown[]> {
      const db = await database();
      const work = shortOf(job);
      if (work?.isLocal) {
        const local = {
          ...deps,
          db,
          inSession: <T>(run: (session: object) => Promise<T>) => run({}),
        };
        return proceed<object>(local, job, work.read(job.plan) ?? noPlan(job), options);
      }
      const parts: ProceedParts = {
        ...deps,
        db,
        // Whoever is chosen by now: a job has the session of its own account, or none.
        inSession: (run) =>
          withSessionOf(clientFor, keeper, job.account, (client, info) => run({ client, info })),
      };
      if (work) return proceed(parts, job, work.read(job.plan) ?? noPlan(job), options);
      const long = readLong(job) ?? noPlan(job);
      await long.proceed((doing) => proceedLong(parts, job, doing, options));
      return [];
    },
  };
}

function isLongWork(work: Work | LongWork): work is LongWork {
  return 'isLong' in work;
}

function noPlan({ kind }: OfKind): never {
  throw new AppError('unexpected', { detail: `no plan of ${kind}` });
}
