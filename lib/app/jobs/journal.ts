import { AppError } from '../../core/base/errors';
import { stored } from '../../core/base/stored';
import type { JobEvent } from '../../core/job/event';
import { after } from '../../core/job/events';
import type { Job } from '../../core/job/job';

interface JournalParts<T> {
  readonly now: () => number;
  /** Told at each entry. */
  readonly onNote: (job: Job) => void;
  /** Writes an entry, with what came of a step; `false` where its person has left. */
  readonly write: (job: Job, outcome: T | undefined) => Promise<boolean>;
}

/** The journal of a job that runs: how far it is, as it is written. */
export function createJournal<T>(started: Job, { now, onNote, write }: JournalParts<T>) {
  let job = started;
  return {
    get job() {
      return job;
    },
    /** Writes what has happened. Throws `storage-failed`, or `session-expired` where its person has left. */
    async note(event: JobEvent, outcome?: T, plan: unknown = job.plan): Promise<void> {
      const next = { ...after(job, event, now()), plan };
      // Its person has signed out meanwhile, and took it along.
      if (!(await stored(write(next, outcome)))) throw new AppError('session-expired');
      job = next;
      onNote(job);
    },
  };
}
