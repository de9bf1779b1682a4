import { AppError } from '../core/base/errors';
import {
  heldFor,
  isHopeless,
  type Kind,
  NOTHING_SENT,
  type PaceState,
  PaceStateSchema,
  signInWaitOf,
  waitOf,
  withRefusal,
  withSignIn,
  withStart,
} from './pace-state';
import { stoppable } from './stoppable';

/** Keeps what a worker that is stopped would forget; memory of the browser, never the disk. */
export interface PaceStore {
  read(account: string): Promise<unknown>;
  write(account: string, state: PaceState): Promise<void>;
}

export interface PaceOptions {
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Told when a request has to wait for the rate limit, with the seconds. */
  readonly onWait?: (seconds: number) => void;
  readonly store?: PaceStore;
}

/** The pace of one account at the service. */
export interface Pace {
  /**
   * Runs a request when its turn has come. Fails at once where the service wants nothing for longer
   * than a person can be kept waiting.
   */
  run<T>(kind: Kind, run: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * The service asks for quiet: nothing goes out for so many seconds. Returns whether it is worth
   * asking again then.
   */
  hold(seconds: number): boolean;
  /** The service has served a request. */
  served(): void;
  /** A sign-in has succeeded. */
  signedIn(): void;
}

// Well below the 15 requests at a time past which the service answers with errors.
const PARALLEL = 6;

/** The paces of all accounts, each by its name. */
export function createPace(options: PaceOptions): (account: string) => Pace {
  const paces = new Map<string, Pace>();
  return (account) => {
    const known = paces.get(account);
    if (known) return known;
    const pace = createPaceOf(account, options);
    paces.set(account, pace);
    return pace;
  };
}

function createPaceOf(account: string, { now, sleep, onWait, store }: PaceOptions): Pace {
  let state = NOTHING_SENT;
  let waiting: (() => void)[] = [];
  let running = 0;
  const begun = store && begin(store);
  const keep = store ? keeper((kept) => store.write(account, kept)) : () => {};

  async function begin({ read }: PaceStore): Promise<void> {
    const parsed = PaceStateSchema.safeParse(await read(account).catch(() => null));
    if (parsed.success) state = parsed.data;
  }

  function change(next: PaceState): void {
    state = next;
    keep(next);
  }

  async function turn(kind: Kind, signal?: AbortSignal): Promise<void> {
    await begun;
    for (;;) {
      signal?.throwIfAborted();
      const isSignIn = kind === 'sign-in' || kind === 'renewal';
      const later = isSignIn ? signInWaitOf(state, kind, now()) : 0;
      if (later > 0) throw heldTooLong(later);
      const ms = waitOf(state, kind, now());
      if (ms === null) throw heldTooLong(heldFor(state, now()));
      if (ms > 0) {
        onWait?.(Math.ceil(ms / 1000));
        await stoppable(sleep(ms, signal), signal);
      } else if (running < PARALLEL) {
        running += 1;
        change(withStart(state, kind, now()));
        return;
      } else {
        await stoppable(new Promise<void>((resolve) => waiting.push(resolve)), signal);
      }
    }
  }

  return {
    async run(kind, run, signal) {
      await turn(kind, signal);
      try {
        return await run();
      } finally {
        running -= 1;
        // All look again, the first comes first: who gave up meanwhile must not take the place along.
        const before = waiting;
        waiting = [];
        for (const look of before) look();
      }
    },
    hold(seconds) {
      change(withRefusal(state, seconds * 1000, now()));
      return !isHopeless(state);
    },
    served() {
      if (state.refusals > 0) change({ ...state, refusals: 0 });
    },
    signedIn() {
      change(withSignIn(state, now()));
    },
  };
}

function heldTooLong(ms: number): AppError {
  return new AppError('rate-limited', { retryAfterSeconds: Math.ceil(ms / 1000) });
}

/** Keeps the newest state, one write at a time. What is not kept is counted anew, no more. */
function keeper(write: (state: PaceState) => Promise<void>): (state: PaceState) => void {
  let next: PaceState | null = null;
  let isWriting = false;
  async function run(): Promise<void> {
    isWriting = true;
    while (next) {
      const state = next;
      next = null;
      await write(state).catch(() => {});
    }
    isWriting = false;
  }
  return (state) => {
    next = state;
    if (!isWriting) void run();
  };
}
