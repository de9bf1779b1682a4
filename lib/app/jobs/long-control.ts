import { AppError } from '../../core/base/errors';
import { createInTurn } from '../../core/base/in-turn';
import { stored } from '../../core/base/stored';
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

  /** Fails with `account-changed` where it is somebody else's. */
  async function find(which: Which, owner: string): Promise<Job | null> {
    const jobs = (await listJobs(await database())).filter(
      (job) => isLong(job) && isOf(which, job),
    );
    const mine = jobs.findLast((job) => job.account === owner);
    if (!mine && jobs.length > 0) throw new AppError('account-changed');
    return mine ?? null;
  }

  // Its journal is written by one of them at a time.
  async function settle(which: Which, by: 'hold' | 'stop'): Promise<void> {
    const running = await runningOf(which);
    running?.[by].abort(by === 'stop' ? new AppError('cancelled') : undefined);
    await running?.settled;
  }

  /**
   * Writes to the journal of one that does not run, or not any more; the job as it is then, `null` where there is none.
   * It may have begun to run meanwhile, by itself: a worker that starts goes on with what it finds.
   */
  async function change(which: Which, event: JobEvent, by: 'hold' | 'stop'): Promise<Job | null> {
    for (;;) {
      await settle(which, by);
      const db = await database();
      const owner = await account();
      const job = await find(which, owner);
      if (job === null) return null;
      const running = flight(owner, which.subject);
      if (running && isOf(which, running)) continue;
      // From here to the write nothing is waited for: what begins to run now, reads what is written.
      const next = after(job, event, now());
      if (next === job) return job;
      await read(job)?.proceed((doing) => stored(doing.note(db, next, null)));
      onNote(next);
      return next;
    }
  }

  /** Of several words that come at once, each meets what the one before has made of it. */
  const inTurn = createInTurn();

  return {
    /** Has it wait; that is true once the step at hand has ended. */
    pause: (which: Which): Promise<void> =>
      inTurn(async () => {
        await change(which, { kind: 'paused', failure: null }, 'hold');
      }),
    /** Goes on with one that waits, or that somebody releases. */
    goOn: (which: Which, event: 'resumed' | 'released'): Promise<void> =>
      inTurn(async () => {
        const running = await runningOf(which);
        if (running && event === 'resumed' && !running.hold.signal.aborted) {
          if ((await find(which, await account()))?.state === 'going') return;
        }
        const job = await change(which, { kind: event }, 'hold');
        if (job) again(job).catch(() => {});
      }),
    /** Ends it for good, at once, and looks what came of its last step. */
    async end(which: Which): Promise<void> {
      // Whatever was said before does not hold it up.
      (await runningOf(which))?.stop.abort(new AppError('cancelled'));
      await inTurn(async () => {
        const job = await change(which, { kind: 'cancelled' }, 'stop');
        if (job && isOpen(job)) again(job).catch(() => {});
      });
    },
  };
}
