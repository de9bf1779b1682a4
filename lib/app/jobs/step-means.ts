import { stoppable } from '../../api/stoppable';
import type { Job } from '../../core/job/job';
import type { Database } from '../../store/database';
import type { Sleep } from './sleep';
import type { LocalMeans, Means } from './work';

/** With what a step of the service's is done, beside what any step has. */
type Session = Omit<Means, keyof LocalMeans>;

/** What a job goes on with, of whichever kind it is. */
export interface ProceedParts<S extends object = Session> {
  readonly db: Database;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Runs with the session as it is now; a token that has died is dropped. */
  readonly inSession: <T>(run: (session: S) => Promise<T>) => Promise<T>;
  /** Told at each entry of the journal. */
  readonly onNote: (job: Job) => void;
}

/** Runs a step, or a look for what came of it, with all that it needs; ends at once where `signal` says so. */
export function withMeans<S extends object>(
  { db, inSession }: Pick<ProceedParts<S>, 'db' | 'inSession'>,
  signal: AbortSignal,
) {
  return <T>(run: (means: S & LocalMeans) => Promise<T>): Promise<T> =>
    stoppable(
      inSession((session) => run({ ...session, db, signal })),
      signal,
    );
}
