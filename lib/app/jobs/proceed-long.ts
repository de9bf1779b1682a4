import { stoppable } from '../../api/stoppable';
import { AppError, type Failure, toFailure } from '../../core/base/errors';
import type { JobEvent } from '../../core/job/event';
import { type Job, nextAct } from '../../core/job/job';
import { mayBeDone } from '../../core/job/lost';
import { waitsFor } from '../../core/job/waits';
import { createJournal } from './journal';
import type { EndOf, LongDoing } from './long-work';
import { lookTwice } from './look-twice';
import type { ProceedOptions } from './proceed';
import { type ProceedParts, withMeans } from './step-means';

export interface LongOptions extends ProceedOptions {
  /** Has it wait once the step at hand has ended. */
  readonly hold: AbortSignal;
}

/** How long it waits for a service that does not answer before it asks again, in milliseconds; then a person says. */
const PATIENCE_MS = [15_000, 30_000, 60_000, 120_000, 240_000] as const;
/** A wait that the service asks for and does not say how long. */
const UNTOLD_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Goes on with a long job until it is done, waits or is ended. A step that comes to no good end is left, with its
 * reason; what every other step would meet, too, has the job wait. One whose answer was lost is looked for before it
 * is sent again.
 */
export async function proceedLong<End>(
  parts: ProceedParts,
  started: Job,
  doing: LongDoing<End>,
  { maySend, signal, hold }: LongOptions,
): Promise<void> {
  const { db, now } = parts;
  const journal = createJournal<EndOf<End>>(started, {
    ...parts,
    write: (job, ended) => doing.note(db, job, ended ?? null),
  });
  const { note } = journal;
  const inSession = withMeans(parts, signal);
  /** How often the step at hand was sent and lost. */
  const lostTimes = { step: -1, count: 0 };

  const done = (step: number, end: End) =>
    note({ kind: 'answered', step, result: null }, { step, end });
  const leave = (step: number, failure: Failure) =>
    note({ kind: 'left', step }, { step, end: doing.failed(failure) });

  /** Waits, unless somebody wants it to wait for them. */
  async function pass(ms: number): Promise<void> {
    const over = AbortSignal.any([signal, hold]);
    if (!over.aborted) await stoppable(parts.sleep(ms, over), over).catch(() => {});
    signal.throwIfAborted();
  }

  /** It waits, as is noted, for what every step would meet; where the service says how long, it goes on by itself. */
  async function waitFor(failure: Failure): Promise<void> {
    if (failure.code !== 'rate-limited' || journal.job.state !== 'paused') return;
    const { retryAfterSeconds } = failure;
    const ms = retryAfterSeconds === null ? UNTOLD_WAIT_MS : retryAfterSeconds * 1000;
    if (ms > LONGEST_WAIT_MS) return;
    await pass(ms);
    if (!hold.aborted) await note({ kind: 'resumed' });
  }

  /** Surely not done: whether it is tried again depends on why. */
  async function notDone(step: number, failure: Failure): Promise<void> {
    if (!waitsFor(failure.code)) return leave(step, failure);
    await note({ kind: 'missing', step });
    await note({ kind: 'paused', failure });
    await waitFor(failure);
  }

  async function look(step: number, sentAt: number) {
    const { lagMs } = doing;
    const once = () => inSession((means) => doing.look(step, sentAt, means));
    for (let tries = 0; ; tries += 1) {
      try {
        return await lookTwice(once, { ...parts, lagMs, signal });
      } catch (error) {
        signal.throwIfAborted();
        const ms = PATIENCE_MS[tries];
        if (!mayBeDone(toFailure(error).code) || ms === undefined || hold.aborted) throw error;
        await pass(ms);
      }
    }
  }

  /** Finds out what came of a step; `lost` is why its answer is not there, where that was just now. */
  async function findOut(step: number, sentAt: number, lost: Failure | null): Promise<void> {
    let found;
    try {
      found = await look(step, sentAt);
    } catch (error) {
      signal.throwIfAborted();
      const failure = toFailure(error);
      // What the look itself says of this step alone is its end: nobody can tell, so it is not sent again.
      const isOfAll = waitsFor(failure.code) || mayBeDone(failure.code);
      if (!isOfAll) return leave(step, failure);
      await note({ kind: 'unsure', step, failure });
      return waitFor(failure);
    }
    if (found.kind === 'done') return done(step, found.end);
    if (lost === null) return note({ kind: 'missing', step });
    if (lostTimes.step !== step) lostTimes.count = 0;
    lostTimes.step = step;
    const ms = PATIENCE_MS[lostTimes.count];
    lostTimes.count += 1;
    if (ms === undefined) return notDone(step, lost);
    await note({ kind: 'missing', step });
    // The first time it may have been the connection alone.
    if (lostTimes.count > 1) await pass(ms);
  }

  async function send(step: number): Promise<void> {
    await note({ kind: 'sent', step });
    const sentAt = now();
    let end: End;
    try {
      end = await inSession((means) => doing.send(step, means));
    } catch (error) {
      signal.throwIfAborted();
      const failure = toFailure(error);
      return mayBeDone(failure.code) ? findOut(step, sentAt, failure) : notDone(step, failure);
    }
    return done(step, end);
  }

  try {
    for (let act = nextAct(journal.job); act !== null; act = nextAct(journal.job)) {
      signal.throwIfAborted();
      if (act.kind === 'look') await findOut(act.step, act.sentAt, null);
      else if (journal.job.state !== 'going') return;
      else if (hold.aborted) return await note({ kind: 'paused', failure: null });
      else if (!maySend()) {
        return await note({ kind: 'paused', failure: toFailure(new AppError('run-interrupted')) });
      } else await send(act.step);
      // Nobody can tell, and it was asked for as long as it is worth.
      const { steps, state } = journal.job;
      if (steps[0]?.state === 'unsure' && state !== 'going') return;
    }
  } catch (error) {
    if (signal.aborted) await note(endedBy(toFailure(signal.reason))).catch(() => {});
    throw error;
  }
}

/** A person ends it; or they leave, and find it waiting. */
function endedBy(failure: Failure): JobEvent {
  return failure.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'paused', failure };
}
