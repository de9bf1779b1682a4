import type { Database } from '@/lib/store/database';

import type { VirtualClock } from './virtual-clock';

/** At which step a worker stops, and whether that step was still done, its answer lost. */
export interface Stop {
  readonly nth: number;
  readonly isDone: boolean;
}

/** What becomes of a step. */
type Fate = 'goes on' | 'is lost' | 'is the last';

interface Steps {
  next(): Fate;
  back<T>(fate: Fate, run: () => Promise<T>): Promise<T>;
  step<T>(run: () => Promise<T>): Promise<T>;
}

const NEVER = new Promise<never>(() => {});

/**
 * Counts the steps of a worker, which are the answers of the network and the writes of the store, and
 * stops it at one of them: neither that step nor any later one ever comes back.
 */
export function createStopper({ nth, isDone }: Stop) {
  let steps = 0;
  let hasStopped = false;
  let tell = () => {};
  const stopped = new Promise<void>((resolve) => {
    tell = resolve;
  });

  function next(): Fate {
    if (hasStopped) return 'is lost';
    steps += 1;
    if (steps !== nth) return 'goes on';
    hasStopped = true;
    if (isDone) return 'is the last';
    tell();
    return 'is lost';
  }

  /** The result of a step, for a worker that may have stopped since. */
  async function back<T>(fate: Fate, run: () => Promise<T>): Promise<T> {
    if (fate === 'is lost') return NEVER;
    const result = await run();
    if (fate === 'is the last') tell();
    return hasStopped ? NEVER : result;
  }

  function step<T>(run: () => Promise<T>): Promise<T> {
    return back(next(), run);
  }

  return {
    stopped,
    hasStopped: () => hasStopped,
    fetch:
      (send: typeof fetch): typeof fetch =>
      (...request) =>
        step(() => send(...request)),
    /** The clock, whose timers a worker that has stopped does not hear. */
    clock: (clock: VirtualClock): VirtualClock => ({
      ...clock,
      sleep: async (ms) => {
        await clock.sleep(ms);
        if (hasStopped) await NEVER;
      },
      timer: (ms, act) => clock.timer(ms, () => void (hasStopped || act())),
    }),
    database: (db: Database) => watched(db, { next, back, step }),
  };
}

const WRITES: readonly PropertyKey[] = ['put', 'add', 'delete', 'clear'];

/** The database, each write of which is a step. */
function watched(db: Database, steps: Steps): Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return (...of: unknown[]) => transaction(target, of, steps);
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call = (...of: unknown[]): unknown => Reflect.apply(value, target, of);
      return WRITES.includes(name)
        ? (...of: unknown[]) => steps.step(async () => call(...of))
        : call;
    },
  });
}

// One transaction is one step: it is written as a whole or not at all.
function transaction(db: Database, of: unknown[], steps: Steps): object {
  const begun: unknown = Reflect.apply(db.transaction, db, of);
  if (typeof begun !== 'object' || begun === null) throw new Error('no transaction');
  if (of[1] !== 'readwrite') return begun;
  const fate = steps.next();
  if (fate === 'is lost') return withoutWrites(begun);
  return new Proxy(begun, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'done') return steps.back(fate, async () => value);
      return typeof value === 'function'
        ? (...args: unknown[]): unknown => Reflect.apply(value, target, args)
        : value;
    },
  });
}

/** A transaction or a store that takes writes and loses them; what it reads is true. */
function withoutWrites(of: object): object {
  return new Proxy(of, {
    get(target, name) {
      if (name === 'done') return NEVER;
      if (name === 'commit') return () => {};
      if (WRITES.includes(name)) return () => NEVER;
      const value: unknown = Reflect.get(target, name);
      if (name === 'store' && typeof value === 'object' && value !== null) {
        return withoutWrites(value);
      }
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args);
        const isStore = name === 'objectStore' && typeof result === 'object' && result !== null;
        return isStore ? withoutWrites(result) : result;
      };
    },
  });
}
