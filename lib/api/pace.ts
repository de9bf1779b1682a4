import { stoppable } from './stoppable';

export interface PaceOptions {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Told when a request has to wait for the rate limit, with the seconds. */
  readonly onWait?: (seconds: number) => void;
}

/** `bulk` is a read that nobody waits for just now; it leaves room for those somebody does. */
export type Kind = 'read' | 'bulk' | 'write';

/**
 * Runs a request when its turn has come. The service's limits are unpublished and change, so we
 * stay below the last known ones: 100 reads and 60 writes a minute, and well below the 15 parallel
 * requests past which it answers with errors.
 */
export type Pace = <T>(kind: Kind, run: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

const PER_MINUTE: Record<Kind, number> = { read: 100, bulk: 85, write: 60 };
const PARALLEL = 6;
const MINUTE_MS = 60_000;

export function createPace({ now, sleep, onWait }: PaceOptions): Pace {
  const starts = { read: [] as number[], write: [] as number[] };
  const waiting: (() => void)[] = [];
  let running = 0;

  async function allowance(kind: Kind, signal?: AbortSignal): Promise<void> {
    const shared = kind === 'write' ? 'write' : 'read';
    for (;;) {
      signal?.throwIfAborted();
      const recent = starts[shared].filter((at) => at > now() - MINUTE_MS);
      starts[shared] = recent;
      // The one whose leaving makes room.
      const blocking = recent[recent.length - PER_MINUTE[kind]];
      if (blocking === undefined) {
        recent.push(now());
        return;
      }
      const ms = Math.max(blocking + MINUTE_MS - now(), 1);
      onWait?.(Math.ceil(ms / 1000));
      await stoppable(sleep(ms), signal);
    }
  }

  return async (kind, run, signal) => {
    await allowance(kind, signal);
    if (running >= PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
