/** A clock for a whole world: sleeping on it costs no time. */
export type VirtualClock = ReturnType<typeof createVirtualClock>;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

// Turns of the event loop without an answer on its way: by then everybody who is awake has gone on.
const STILL_TURNS = 40;

/**
 * A clock that stands still while anything is under way, and then goes on to the moment at which the
 * next sleeper wakes.
 */
export function createVirtualClock(start: string) {
  let at = Date.parse(start);
  let underWay = 0;
  let signs = 0;
  let isRunning = false;
  let sleepers: readonly Sleeper[] = [];
  const slept: number[] = [];

  async function untilStill(): Promise<void> {
    let before = -1;
    for (let still = 0; still < STILL_TURNS; still += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (underWay > 0 || signs !== before) still = 0;
      before = signs;
    }
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (sleepers.length > 0) {
      await untilStill();
      if (sleepers.length === 0) break;
      const next = Math.min(...sleepers.map(({ until }) => until));
      const awake = sleepers.filter(({ until }) => until <= Math.max(next, at));
      sleepers = sleepers.filter((sleeper) => !awake.includes(sleeper));
      at = Math.max(at, next);
      for (const { wake } of awake) wake();
    }
    isRunning = false;
  }

  return {
    now: () => at,
    date: () => new Date(at),
    /** Every sleep so far, and every timer that went off, in milliseconds. */
    slept,
    sleep: (ms: number): Promise<void> =>
      new Promise((wake) => {
        slept.push(ms);
        signs += 1;
        sleepers = [...sleepers, { until: at + ms, wake }];
        if (!isRunning) void run();
      }),
    /** Acts at a later moment, unless what it returns is called before. */
    timer: (ms: number, act: () => void): (() => void) => {
      const wake = () => {
        slept.push(ms);
        act();
      };
      const sleeper = { until: at + ms, wake };
      signs += 1;
      sleepers = [...sleepers, sleeper];
      if (!isRunning) void run();
      return () => {
        sleepers = sleepers.filter((one) => one !== sleeper);
      };
    },
    /** Holds the clock while this is under way. */
    async during<T>(step: () => Promise<T>): Promise<T> {
      underWay += 1;
      try {
        return await step();
      } finally {
        underWay -= 1;
        signs += 1;
      }
    },
    set: (time: string) => {
      at = Date.parse(time);
    },
    forward: (minutes: number) => {
      at += minutes * 60_000;
    },
  };
}
