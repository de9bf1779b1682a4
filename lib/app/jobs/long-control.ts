import { AppError } from '../../core/base/errors';
import type { JobEvent } from '../../core/job/event';
import { after } from '../../core/job/events';
import { isOpen, type Job } from '../../core/job/job';
import { isLong } from '../../core/job/long';
import type { Database } from '../../store/database';
import { listJobs } from '../../store/jobs';
import type { LongRun } from './long-work';

/** One long job, by what it is about and which wish it is. */
export type Which = Pick<Job, 'subject' | 'fingerprint'>;

/** What runs just now, as far as it is held or ended. */
interface Running extends Which {
  readonly stop: AbortController;
  /** Has it wait once the step at hand has ended. */
  readonly hold: AbortController;
  readonly settled: Promise<unknown>;
}

interface LongParts {
  readonly database: () => Promise<Database>;
  readonly now: () => number;
  /** Whose jobs are meant: of who is signed in, or was until the token died. */
  readonly account: () => Promise<string>;
  readonly flight: (account: string, subject: string) => Running | undefined;
  readonly read: (job: Job) => LongRun | null;
  /** Goes on with a job of the journal; somebody has asked for it. */
  readonly again: (job: Job) => Promise<unknown>;
  readonly onNote: (job: Job) => void;
}

/** What a person does to a long job, be it one that runs or one that waits. What comes of it stands in its journal. */
export function createLongControl({
  database,
  now,
  account,
  flight,
  read,
  again,
  onNote,
}: LongParts) {
  const isOf = (which: Which, { subject, fingerprint }: Which) =>
    which.subject === subject && which.fingerprint === fingerprint;

  async function runningOf(which: Which): Promise<Running | null> {
    const running = flight(await account(), which.subject);
    return running && isOf(which, running) ? running : null;
  }

  async function find(which: Which): Promise<Job | null> {
    const owner = await account();
    const jobs = await listJobs(await database());
    return jobs.findLast((job) => job.account === owner && isLong(job) && isOf(which, job)) ?? null;
  }

  /** Writes to the journal of one that does not run; the job as it is then, `null` where there is none. */
  async function change(which: Which, event: JobEvent): Promise<Job | null> {
    const job = await find(which);
    if (job === null) return null;
    const next = after(job, event, now());
    if (next === job) return job;
    const db = await database();
    await read(job)?.proceed((doing) => doing.note(db, next, null));
    onNote(next);
    return next;
  }

  return {
    /** Has it wait; that is true once the step at hand has ended. */
    async pause(which: Which): Promise<void> {
      const running = await runningOf(which);
      running?.hold.abort();
      await running?.settled;
      await change(which, { kind: 'paused', failure: null });
    },
    /** Goes on with one that waits, or that somebody releases. */
    async goOn(which: Which, event: 'resumed' | 'released'): Promise<void> {
      const running = await runningOf(which);
      if (running) {
        const isGoing = (await find(which))?.state === 'going';
        if (isGoing && event === 'resumed' && !running.hold.signal.aborted) return;
        // Its journal is written by one of them at a time.
        running.hold.abort();
        await running.settled;
      }
      const job = await change(which, { kind: event });
      if (job) again(job).catch(() => {});
    },
    /** Ends it for good, at once, and looks what came of its last step. */
    async end(which: Which): Promise<void> {
      const running = await runningOf(which);
      running?.stop.abort(new AppError('cancelled'));
      await running?.settled;
      const job = await change(which, { kind: 'cancelled' });
      if (job && isOpen(job)) again(job).catch(() => {});
    },
  };
}
