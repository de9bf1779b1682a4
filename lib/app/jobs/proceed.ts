import { stoppable } from '../../api/stoppable';
import {
  AppError,
  type Failure,
  fromFailure,
  toFailure,
  toStorageFailure,
} from '../../core/base/errors';
import type { JobEvent } from '../../core/job/event';
import { after } from '../../core/job/events';
import { type Job, nextAct, resultsOf } from '../../core/job/job';
import { mayBeDone } from '../../core/job/lost';
import type { Database } from '../../store/database';
import { type Kept, noteJob } from '../../store/jobs';
import { lookTwice } from './look-twice';
import type { Sleep } from './sleep';
import type { Doing, Found, LocalMeans, Means } from './work';

/** With what a step of the service's is done, beside what any step has. */
type Session = Omit<Means, keyof LocalMeans>;

export interface ProceedParts<S extends object = Session> {
  readonly db: Database;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Runs with the session as it is now; a token that has died is dropped. */
  readonly inSession: <T>(run: (session: S) => Promise<T>) => Promise<T>;
  readonly onNote: (job: Job) => void;
}

export interface ProceedOptions {
  /** Whether what was surely not done may be sent now, or a person is to be asked first. */
  readonly maySend: () => boolean;
  readonly signal: AbortSignal;
}

/** Goes on with a job to its end, step by step in the journal. Gives the answers of its steps, or throws. */
export async function proceed<S extends object>(
  parts: ProceedParts<S>,
  started: Job,
  doing: Doing<S & LocalMeans>,
  { maySend, signal }: ProceedOptions,
): Promise<readonly unknown[]> {
  const { db, now } = parts;
  let job = after(started, { kind: 'resumed' }, now());

  /** Writes to the journal what has happened. */
  async function note(event: JobEvent, kept?: Kept, plan = job.plan): Promise<void> {
    const next = { ...after(job, event, now()), plan };
    let isThere = false;
    try {
      isThere = await noteJob(db, next, kept);
    } catch (error) {
      throw fromFailure(toStorageFailure(error));
    }
    // Its person has signed out meanwhile, and took it along.
    if (!isThere) throw new AppError('session-expired');
    job = next;
    parts.onNote(job);
  }
  const inSession = <T>(run: (means: S & LocalMeans) => Promise<T>) =>
    stoppable(
      parts.inSession((session) => run({ ...session, db, signal })),
      signal,
    );
  async function done(step: number, result: unknown): Promise<void> {
    const event = { kind: 'answered', step, result } as const;
    const next = after(job, event, now());
    await note(event, next.state === 'done' ? doing.keep(resultsOf(next)) : undefined);
  }
  async function fail(step: number, failure: Failure): Promise<never> {
    await note({ kind: 'refused', step, failure });
    throw fromFailure(failure);
  }
  async function ask(step: number, failure: Failure, plan = job.plan): Promise<never> {
    await note({ kind: 'unsure', step, failure }, undefined, plan);
    throw fromFailure(failure);
  }

  const look = (step: number, sentAt: number): Promise<Found> =>
    lookTwice(() => inSession((means) => doing.look(step, sentAt, means)), {
      ...parts,
      lagMs: doing.lagMs,
      signal,
    });

  /** Finds out what came of a step; `lost` is why its answer is not there, where that was just now. */
  async function findOut(step: number, sentAt: number, lost: Failure | null): Promise<void> {
    let found: Found;
    try {
      found = await look(step, sentAt);
    } catch (error) {
      signal.throwIfAborted();
      const failure = toFailure(error);
      if (doing.isRepeatable) return fail(step, lost ?? failure);
      const { code, detail } = failure;
      const isSignedOut = code === 'session-expired' || code === 'address-changed';
      // Who signs in again is asked then.
      return ask(step, isSignedOut ? failure : unsure(lost?.detail ?? detail));
    }
    if (found.kind === 'done') return done(step, found.result);
    if (found.kind === 'missing') {
      return lost ? fail(step, lost) : note({ kind: 'missing', step });
    }
    return doing.isRepeatable ? fail(step, found.failure) : ask(step, found.failure, found.plan);
  }

  async function send(step: number): Promise<void> {
    if (!maySend()) return fail(step, toFailure(new AppError('not-saved')));
    await note({ kind: 'sent', step });
    const sentAt = now();
    let result: unknown;
    try {
      result = await inSession((means) => doing.send(step, means, resultsOf(job)));
    } catch (error) {
      signal.throwIfAborted();
      const failure = toFailure(error);
      return mayBeDone(failure.code) ? findOut(step, sentAt, failure) : fail(step, failure);
    }
    return done(step, result);
  }

  try {
    for (let act = nextAct(job); act !== null; act = nextAct(job)) {
      signal.throwIfAborted();
      await (act.kind === 'send' ? send(act.step) : findOut(act.step, act.sentAt, null));
    }
  } catch (error) {
    // Where the journal cannot be written or its person has left, there is nothing to note.
    if (signal.aborted) await note({ kind: 'cancelled' }).catch(() => {});
    throw error;
  }
  return resultsOf(job);
}

function unsure(detail: string | null): Failure {
  return toFailure(new AppError('save-unsure', detail === null ? {} : { detail }));
}
