import type { ApiClient } from '../../api/client';
import { stoppable } from '../../api/stoppable';
import { AppError, type ErrorCode, fromFailure } from '../../core/base/errors';
import { stored } from '../../core/base/stored';
import { after } from '../../core/job/events';
import { isOpen, type Job, resultsOf } from '../../core/job/job';
import { isLong } from '../../core/job/long';
import { passesByItself } from '../../core/job/waits';
import { accountOf, type SessionInfo } from '../../core/account/session';
import type { Database } from '../../store/database';
import { beginJob, listJobs } from '../../store/jobs';
import { withSession, withSessionOf } from '../account/session';
import { createKinds, type KindDeps } from './kinds';
import { createLongControl } from './long-control';
import type { LongWork } from './long-work';
import { createStayAwake } from './stay-awake';
import { createUnseen } from './unseen';
import type { Work } from './work';

export interface JobDeps extends KindDeps {
  /** Whose work of this browser alone is: nobody's, where nobody was ever signed in. */
  readonly account: () => Promise<string>;
  readonly newId: () => string;
  /** Starts the worker again and again while there is work, should it be stopped. */
  readonly wake: { start(): void; stop(): void };
}

/** What somebody wants done. */
export interface Order {
  /** Which work it is. */
  readonly kind: string;
  /** What it is about: one job at a time. */
  readonly subject: string;
  /** The same wish has the same. */
  readonly fingerprint: string;
  /** The fingerprints of those that serve it as well, its own among them; else only its own does. */
  readonly joins?: readonly string[];
  /** How long after it was done the same wish means what was done, in milliseconds. */
  readonly sameForMs: number;
  /**
   * Whether nothing is done where it comes out just now that another wish for the subject was granted:
   * whoever typed one new tracker in place of another has to hear that the other is there.
   */
  readonly mustHearOfOther: boolean;
  /** Told once its journal is there, before anything is done. */
  onBegun?(): void;
  /** The plan, made of what is known at the moment it begins. */
  plan(db: Database, account: string): Promise<unknown>;
}

export type Jobs = ReturnType<typeof createJobs>;

/** Who asks, and whose it is, once that is known. */
interface Asker extends Pick<Flight, 'subject' | 'stop'> {
  account: string | null;
}

/** What ends a flight, at once or after its step. */
type Stops = Pick<Flight, 'stop' | 'hold'>;

/** What came of a flight; `null` where there was nothing left to do. */
type Ended = readonly unknown[] | null;

interface Flight {
  readonly account: string;
  readonly subject: string;
  readonly fingerprint: string;
  /** Whether somebody asked for it just now; else it goes on by itself. */
  isAsked: boolean;
  readonly stop: AbortController;
  /** Has a long job wait once the step at hand has ended. */
  readonly hold: AbortController;
  /** What those who wait for it get; at once where it is stopped. */
  readonly ended: Promise<Ended>;
  /** Until then its journal may still be written. */
  readonly settled: Promise<unknown>;
}

/** Older work that was interrupted is not sent by itself: its person may have gone another way. */
const FRESH_MS = 60 * 60_000;
/** How long the journal keeps what is over. */
const KEPT_MS = 24 * 60 * 60_000;
/** Failures that a person can only mend elsewhere, and has by the time they look again. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'session-expired',
  'address-changed',
  'cancelled',
]);
/** Failures that stay true until the person has done something. */
const LASTING: ReadonlySet<ErrorCode> = new Set([
  'save-unsure',
  'save-doubtful',
  'changed-meanwhile',
  'not-saved',
]);

/**
 * The runner of long work. Of each account and subject one job runs; who wants the same joins it. It
 * goes on after the worker was stopped, by `resume`.
 */
export function createJobs(deps: JobDeps, works: readonly (Work | LongWork)[]) {
  const { clientFor, keeper, database, now, wake } = deps;
  const awake = createStayAwake();
  const onNote = (job: Job) => {
    awake.noted(job);
    rest();
    deps.onNote(job);
  };
  const kinds = createKinds({ ...deps, onNote }, works);
  const unseen = createUnseen(deps);
  const flights = new Map<string, Flight>();
  /** Those who ask, from before it is known what becomes of it: they can be ended as well. */
  const askers = new Set<Asker>();

  function rest(): void {
    if (flights.size === 0 && !awake.isNeeded()) wake.stop();
  }

  function fly(
    key: string,
    of: Pick<Flight, 'account' | 'subject' | 'fingerprint' | 'isAsked'>,
    run: (flight: Flight) => Promise<Ended>,
  ): Promise<Ended> {
    if (flights.size === 0) wake.start();
    const running = Promise.withResolvers<Ended>();
    const stop = new AbortController();
    const ended = stoppable(running.promise, stop.signal);
    const over = running.promise.finally(() => {
      flights.delete(key);
      rest();
    });
    const settled = Promise.allSettled([ended, over]);
    const hold = new AbortController();
    const flight = { ...of, stop, hold, ended, settled };
    flights.set(key, flight);
    run(flight).then(running.resolve, running.reject);
    return ended;
  }

  const goOn = (job: Job, maySend: () => boolean, { stop, hold }: Stops) =>
    awake.follow(job, kinds.goOn(job, { maySend, signal: stop.signal, hold: hold.signal }));

  async function begin(account: string, order: Order, flight: Flight): Promise<Ended> {
    const { stop } = flight;
    const { kind, subject, fingerprint } = order;
    const db = await database();
    const all = (await listJobs(db)).filter((job) => job.account === account && kinds.isKnown(job));
    const mine = all.filter((job) => job.subject === subject);
    const isSame = (job: Job) => job.kind === kind && serves(order, job.fingerprint);
    const done = mine.find((job) => isSame(job) && isDoneWithin(job, order.sameForMs, now()));
    if (done) return resultsOf(done);
    const open = mine.filter(isOpen);
    const same = open.find(isSame);
    if (same) return goOn(same, () => true, flight);
    // Nobody asked for that one to be over.
    if (open.some((other) => isLong(other) && other.state !== 'cancelled')) {
      throw new AppError('run-going');
    }
    for (const other of open) {
      // First it must be known what came of it.
      const ended = await goOn(other, () => false, flight).catch(async (error: unknown) => {
        if (stop.signal.aborted || (await isStillOpen(db, other))) throw error;
        return null;
      });
      // What may have been done is not begun anew.
      if (isLong(other) && (await isStillOpen(db, other))) throw new AppError('save-unsure');
      if (ended && order.mustHearOfOther) throw new AppError('saved-before');
    }
    if (!kinds.isLocal(order)) await unseen.pass(account, stop.signal);
    const plan = await order.plan(db, account);
    const start = { id: deps.newId(), account, kind, subject, fingerprint, startedAt: now() };
    const job = kinds.planned({ ...start, plan });
    const isOver = (one: Job) => !isOpen(one) && now() - one.changedAt >= KEPT_MS;
    const over = [...mine, ...all.filter(isOver)].map(({ id }) => id);
    await stored(beginJob(db, job, over));
    order.onBegun?.();
    return goOn(job, () => true, flight);
  }

  /** Goes on with a job of the journal, unless one of its subject runs. */
  async function again(
    { id, account, subject, fingerprint }: Job,
    isAsked = false,
  ): Promise<Ended> {
    const key = keyOf(account, subject);
    const running = flights.get(key);
    if (running) return running.ended;
    return fly(key, { account, subject, fingerprint, isAsked }, async (flight) => {
      // As it is by now: another flight may have ended it.
      const job = (await listJobs(await database())).find((one) => one.id === id);
      if (!job || !isOpen(job)) return null;
      // A long one lasts for hours: it is as fresh as its last entry.
      const begun = isLong(job) ? job.changedAt : job.startedAt;
      const isFresh = kinds.isLocal(job) || now() - begun < FRESH_MS;
      const known = waitsNoMore(job) ? after(job, { kind: 'resumed' }, begun) : job;
      const mayByItself = known.state === 'going' && isFresh;
      return goOn(known, () => flight.isAsked || mayByItself, flight);
    });
  }

  async function accountNow(): Promise<string | null> {
    const session = await keeper.read();
    return session && accountOf(session.info);
  }

  async function runFor(
    order: Order,
    asker: Asker,
    of: string | null,
  ): Promise<readonly unknown[]> {
    const { signal } = asker.stop;
    // Nothing is begun for a session that may not be used.
    const whose = async (_: ApiClient, info: SessionInfo) => accountOf(info);
    const account = kinds.isLocal(order)
      ? await deps.account()
      : await (of === null
          ? withSession(clientFor, keeper, whose)
          : withSessionOf(clientFor, keeper, of, whose));
    asker.account = account;
    const { subject, fingerprint } = order;
    const key = keyOf(account, subject);
    const asked = { account, subject, fingerprint, isAsked: true };
    for (;;) {
      signal.throwIfAborted();
      const flight = flights.get(key);
      if (flight?.stop.signal.aborted) {
        await flight.settled;
        continue;
      }
      const isSame = flight !== undefined && serves(order, flight.fingerprint);
      // Nobody waits for hours.
      if (flight && !isSame && kinds.isLongKind(order)) throw new AppError('run-going');
      if (isSame) flight.isAsked = true;
      const ended = await (flight === undefined
        ? fly(key, asked, (begun) => begin(account, order, begun))
        : isSame
          ? flight.ended
          : flight.ended.catch(() => null));
      if (!ended) continue;
      if (flight === undefined || isSame) return ended;
      if (order.mustHearOfOther) throw new AppError('saved-before');
    }
  }

  /** Ends at once everything of an account, or of all: its person leaves. */
  async function endAll(of: string | null = null): Promise<void> {
    const isTheirs = ({ account }: Pick<Asker, 'account'>) =>
      of === null || account === null || account === of;
    const ending = [...flights.values()].filter(isTheirs);
    for (const { stop } of [...[...askers].filter(isTheirs), ...ending])
      stop.abort(new AppError('session-expired'));
    await Promise.all(ending.map(({ settled }) => settled));
  }

  return {
    /**
     * Has something done, for who is chosen or for the account that is named, or joins in where that very thing is
     * being done. Gives its answers.
     */
    async run(order: Order, of: string | null = null): Promise<readonly unknown[]> {
      const { subject } = order;
      const asker: Asker = { subject, account: null, stop: new AbortController() };
      askers.add(asker);
      return runFor(order, asker, of).finally(() => askers.delete(asker));
    },
    /**
     * The answers of what is under way for a subject, once it has ended; `null` where nothing is. Throws
     * why the last one failed, as long as that is of any use.
     */
    async join(subject: string): Promise<Ended> {
      const account = await accountNow();
      if (account === null) return null;
      const running = flights.get(keyOf(account, subject));
      if (running) return running.ended;
      const job = (await listJobs(await database())).findLast(
        (one) => one.account === account && one.subject === subject,
      );
      if (!job || !kinds.isKnown(job)) return null;
      if (job.state === 'going') return again(job);
      const { failure, changedAt } = job;
      const isUseful =
        failure &&
        !PASSING.has(failure.code) &&
        (LASTING.has(failure.code) || now() - changedAt < FRESH_MS);
      if (isUseful) throw fromFailure(failure);
      return null;
    },
    /** Goes on with whatever was interrupted, as far as somebody who is signed in began it. */
    async resume(): Promise<void> {
      awake.begin();
      const [accounts, owner] = await Promise.all([keeper.accounts(), deps.account()]);
      const open = (await listJobs(await database())).filter(
        (job) =>
          (accounts.includes(job.account) || (kinds.isLocal(job) && job.account === owner)) &&
          isOpen(job) &&
          // Of a long one that was ended, what came of its last step is still looked for.
          (job.state !== 'cancelled' || isLong(job)) &&
          kinds.isKnown(job),
      );
      // What comes of each stands in the journal.
      await Promise.allSettled(open.map((job) => again(job)));
      rest();
    },
    /** Ends at once what runs for these subjects, of all accounts or of one. */
    cancel(isOf: (subject: string) => boolean, of: string | null = null): void {
      for (const { subject, account, stop } of [...askers, ...flights.values()]) {
        const isOther = of !== null && account !== null && account !== of;
        if (isOf(subject) && !isOther) stop.abort(new AppError('cancelled'));
      }
    },
    long: createLongControl({
      ...deps,
      onNote,
      account: async () => (await accountNow()) ?? deps.account(),
      flight: (account, subject) => flights.get(keyOf(account, subject)),
      read: kinds.readLong,
      again: (job) => again(job, true),
    }),
    endAll,
    /** The same of one whose journal is forgotten next: what it has just made is not made again where they come back. */
    async leave(account: string): Promise<void> {
      await endAll(account);
      // A journal that cannot be read keeps nobody from leaving.
      const all = await database()
        .then(listJobs)
        .catch(() => []);
      const mine = all.filter((job) => job.account === account);
      unseen.note(account, mine, kinds.lagOf);
    },
  };
}

/** Whether a long job waits for what has passed, and not for a person. */
function waitsNoMore(job: Job): boolean {
  const { state, failure } = job;
  return isLong(job) && state === 'paused' && failure !== null && passesByItself(failure.code);
}

function keyOf(account: string, subject: string): string {
  return JSON.stringify([account, subject]);
}

function serves({ fingerprint, joins = [fingerprint] }: Order, other: string): boolean {
  return joins.includes(other);
}

// A clock that was set back must not make it last.
function isDoneWithin({ state, changedAt }: Job, ms: number, at: number): boolean {
  return state === 'done' && at - changedAt >= 0 && at - changedAt < ms;
}

async function isStillOpen(db: Database, { id }: Job): Promise<boolean> {
  return (await listJobs(db)).some((job) => job.id === id && isOpen(job));
}
