import type { JobEvent } from './event';
import type { Job, Step } from './job';
import { changedLong, isLong } from './long';

/** The job after an event at a moment, in milliseconds since 1970; the same job where it cannot be. */
export function after(job: Job, event: JobEvent, at: number): Job {
  const next = isLong(job) ? changedLong(job, event, at) : changed(job, event, at);
  return next === null ? job : { ...job, ...next, changedAt: at };
}

type Change = Partial<Pick<Job, 'steps' | 'state' | 'failure'>>;

function changed(job: Job, event: JobEvent, at: number): Change | null {
  if (job.state === 'done') return null;
  switch (event.kind) {
    case 'sent':
      return job.state === 'going' && isNext(job, event.step)
        ? { steps: withStep(job, event.step, { state: 'sent', at }) }
        : null;
    case 'answered':
      return answered(job, event.step, event.result);
    case 'missing':
      return doubted(job, event.step) === null
        ? null
        : { steps: withStep(job, event.step, { state: 'planned' }) };
    case 'unsure': {
      const sentAt = doubted(job, event.step);
      if (sentAt === null) return null;
      const steps = withStep(job, event.step, { state: 'unsure', at: sentAt });
      return { steps, state: 'paused', failure: event.failure };
    }
    case 'refused':
      if ((job.steps[event.step]?.state ?? 'answered') === 'answered') return null;
      return {
        steps: withStep(job, event.step, { state: 'planned' }),
        state: 'failed',
        failure: event.failure,
      };
    case 'paused':
      return job.state === 'going' ? { state: 'paused', failure: event.failure } : null;
    case 'resumed':
      return job.state === 'going' ? null : { state: 'going', failure: null };
    case 'left':
    case 'released':
      return null;
    case 'cancelled':
      return job.state === 'going' || job.state === 'paused' ? { state: 'cancelled' } : null;
  }
}

// An answer is true whatever was decided meanwhile: a cancelled job may turn out to be done.
function answered(job: Job, step: number, result: unknown): Change | null {
  if (doubted(job, step) === null) return null;
  const steps = withStep(job, step, { state: 'answered', result });
  const isDone = steps.every(({ state }) => state === 'answered');
  return isDone ? { steps, state: 'done', failure: null } : { steps };
}

/** When the step went out, if nothing has come back yet. */
function doubted({ steps }: Job, step: number): number | null {
  const found = steps[step];
  return found?.state === 'sent' || found?.state === 'unsure' ? found.at : null;
}

function isNext({ steps }: Job, step: number): boolean {
  return (
    steps[step]?.state === 'planned' &&
    steps.slice(0, step).every(({ state }) => state === 'answered')
  );
}

function withStep({ steps }: Job, step: number, next: Step): Step[] {
  return steps.map((old, index) => (index === step ? next : old));
}
