import { leastOf } from '../../core/base/long-lists';
import type { Timer } from '../../api/client';

/** Waits for so many milliseconds; a wait whose signal is aborted is over, and nobody is told. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/**
 * Longer waits are alarms. A browser stops a worker that has been still for half a minute, and its timers
 * with it.
 */
const LONGEST_TIMER_MS = 20_000;

interface SleepParts {
  readonly now: () => number;
  readonly timer: Timer;
  /** Has the browser start the worker at a moment; `null` for never. */
  readonly wakeAt: (moment: number | null) => void;
}

/**
 * The sleep of a worker that may be stopped in the middle of it. Then the alarm at its end starts another
 * worker, which finds what was under way in the journal, and the pace that holds it.
 */
export function createSleep({ now, timer, wakeAt }: SleepParts) {
  const sleepers = new Set<{ readonly until: number; readonly end: () => void }>();

  function setAlarm(): void {
    const moment = leastOf([...sleepers].map(({ until }) => until));
    wakeAt(moment < Infinity ? moment : null);
  }

  const sleep: Sleep = (ms, signal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = timer(ms, () => sleeper.end());
    const sleeper = {
      until: now() + ms,
      end: () => {
        stop();
        signal?.removeEventListener('abort', sleeper.end);
        if (sleepers.delete(sleeper)) setAlarm();
        resolve();
      },
    };
    signal?.addEventListener('abort', sleeper.end);
    if (ms > LONGEST_TIMER_MS) {
      sleepers.add(sleeper);
      setAlarm();
    }
    return promise;
  };

  return {
    sleep,
    /** An alarm has gone off: whoever slept until now is awake, whatever became of their timers. */
    wake(): void {
      for (const { until, end } of sleepers) if (until <= now()) end();
    },
  };
}
