import type { Failure } from '../base/errors';
import type { JobEvent } from './event';
import type { Job, JobStart, Step } from './job';

type Long = NonNullable<Job['long']>;
type Change = Partial<Pick<Job, 'steps' | 'state' | 'failure' | 'long'>>;
type LongJob = Job & { readonly long: Long };

const PLANNED: Step = { state: 'planned' };

/**
 * A job of very many steps, of which nothing has been done yet. Its journal has the step at hand alone; what came
 * of the others is kept beside, so that an entry costs the same however many there are. `holdAt` is how many are
 * done before it waits to be released; `null` where it does not.
 */
export function plannedLongJob(start: JobStart, total: number, holdAt: number | null): Job {
  return {
    ...start,
    steps: total > 0 ? [PLANNED] : [],
    state: total > 0 ? 'going' : 'done',
    failure: null,
    changedAt: start.startedAt,
    long: { total, ended: 0, holdAt },
  };
}

export function isLong(job: Job): job is LongJob {
  return job.long !== undefined;
}

/** Whether it has done the first steps and waits to be told to do the rest. */
export function isHeld({ state, long }: Pick<Job, 'state' | 'long'>): boolean {
  return state === 'paused' && long !== undefined && long.holdAt === long.ended;
}

/** What an event makes of a long job; `null` where it cannot be. Steps are counted from 0 over all of them. */
export function changedLong(job: LongJob, event: JobEvent, at: number): Change | null {
  const { long, state } = job;
  const [step] = job.steps;
  if (step === undefined || state === 'done' || state === 'failed') return null;
  const isDoubted = step.state === 'sent' || step.state === 'unsure';
  if ('step' in event && event.step !== long.ended) return null;
  switch (event.kind) {
    case 'sent': {
      const mayGo = state === 'going' && step.state === 'planned' && long.holdAt !== long.ended;
      return mayGo ? { steps: [{ state: 'sent', at }] } : null;
    }
    case 'answered':
      return isDoubted ? ended(job) : null;
    case 'left':
      return ended(job);
    case 'missing':
      return isDoubted ? { steps: [PLANNED] } : null;
    case 'unsure':
      return isDoubted ? unsure(job, step.at, event.failure) : null;
    case 'refused':
      // A step that is refused is left, or has the whole job wait.
      return null;
    case 'paused':
      if (state === 'going') return { state: 'paused', failure: event.failure };
      // A person's word outlasts what it waits for by itself.
      return state === 'paused' && event.failure === null && job.failure !== null
        ? { failure: null }
        : null;
    case 'resumed':
      return state === 'paused' && !isHeld(job) ? { state: 'going', failure: null } : null;
    case 'released':
      if (long.holdAt === null || state === 'cancelled') return null;
      return { state: 'going', failure: null, long: { ...long, holdAt: null } };
    case 'cancelled':
      return state === 'cancelled' ? null : { state: 'cancelled' };
  }
}

function unsure(job: LongJob, at: number, failure: Failure): Change {
  const steps: Step[] = [{ state: 'unsure', at }];
  return job.state === 'cancelled' ? { steps } : { steps, state: 'paused', failure };
}

// What came of a step is true whatever was decided meanwhile.
function ended({ long, state }: LongJob): Change {
  const now = { ...long, ended: long.ended + 1 };
  if (now.ended === now.total) return { steps: [], long: now, state: 'done', failure: null };
  const isNowHeld = state === 'going' && now.holdAt === now.ended;
  return {
    steps: [PLANNED],
    long: now,
    ...(isNowHeld && { state: 'paused' as const, failure: null }),
  };
}
