import { AppError, type Failure, fromFailure, toFailure } from '../../core/base/errors';
import { after } from '../../core/job/events';
import { type Job, nextAct, resultsOf } from '../../core/job/job';
import { mayBeDone } from '../../core/job/lost';
import { type Kept, noteJob } from '../../store/jobs';
import { createJournal } from './journal';
import { lookTwice } from './look-twice';
import { type ProceedParts, withMeans } from './step-means';
import type { Doing, Found, LocalMeans } from './work';

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
  const journal = createJournal<Kept>(after(started, { kind: 'resumed' }, now()), {
    ...parts,
    write: (job, kept) => noteJob(db, job, kept),
  });
  const { note } = journal;
  const inSession = withMeans(parts, signal);
  async function done(step: number, result: unknown): Promise<void> {
    const event = { kind: 'answered', step, result } as const;
    const next = after(journal.job, event, now());
    await note(event, next.state === 'done' ? doing.keep(resultsOf(next)) : undefined);
  }
  async function fail(step: number, failure: Failure): Promise<never> {
    await note({ kind: 'refused', step, failure });
    throw fromFailure(failure);
  }
  async function ask(step: number, failure: Failure, plan?: unknown): Promise<never> {
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
      result = await inSession((means) => doing.send(step, means, resultsOf(journal.job)));
    } catch (error) {
      signal.throwIfAborted();
      const failure = toFailure(error);
      return mayBeDone(failure.code) ? findOut(step, sentAt, failure) : fail(step, failure);
    }
    return done(step, result);
  }

  try {
    for (let act = nextAct(journal.job); act !== null; act = nextAct(journal.job)) {
      signal.throwIfAborted();
      await (act.kind === 'send' ? send(act.step) : findOut(act.step, act.sentAt, null));
    }
  } catch (error) {
    // Where the journal cannot be written or its person has left, there is nothing to note.
    if (signal.aborted) await note({ kind: 'cancelled' }).catch(() => {});
    throw error;
  }
  return resultsOf(journal.job);
}

function unsure(detail: string | null): Failure {
  return toFailure(new AppError('save-unsure', detail === null ? {} : { detail }));
}
