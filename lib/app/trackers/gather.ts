import type { Timer } from '../../api/client';

/** Work behind what is done meanwhile. */
export interface Gather<T> {
  /** Takes one along; waits only where more than so many have gathered. Fails where the work has. */
  add(one: T): Promise<void>;
  /** Settles once all of it is done; fails where some of it does. */
  done(): Promise<void>;
}

export interface GatherOptions {
  /** So many are a lot: they are worked on at once. */
  readonly lot: number;
  /** So many may gather while another lot is worked on. */
  readonly most: number;
  readonly timer: Timer;
}

/** What has gathered waits no longer than this for the rest of its lot, in milliseconds. */
const WAIT_MS = 100;

/** Works on the first at once, and then on one lot after another. Fewer than a lot are worked on once they have waited for a while, and at the end. */
export function createGather<T>(
  { lot, most, timer }: GatherOptions,
  work: (some: readonly T[]) => Promise<unknown>,
): Gather<T> {
  let gathered: T[] = [];
  let going: Promise<unknown> | null = null;
  let running = Promise.resolve();
  let failed: { readonly error: unknown } | null = null;
  // Somebody waits to see the first.
  let isDue = true;
  let stopWaiting: (() => void) | null = null;

  const isReady = () =>
    failed === null && (gathered.length >= lot || (isDue && gathered.length > 0));
  const isFull = () => gathered.length > most && going !== null && failed === null;

  async function run(): Promise<void> {
    while (isReady()) {
      const some = gathered;
      gathered = [];
      isDue = false;
      going = work(some);
      try {
        await going;
      } catch (error) {
        failed = { error };
      }
    }
    going = null;
    if (gathered.length > 0 && failed === null) stopWaiting ??= timer(WAIT_MS, become);
  }

  function become(): void {
    stopWaiting?.();
    stopWaiting = null;
    isDue = gathered.length > 0;
    begin();
  }

  function begin(): void {
    if (going === null) running = run();
  }

  return {
    async add(one) {
      gathered.push(one);
      begin();
      while (isFull()) await Promise.allSettled([going]);
      if (failed !== null) throw failed.error;
    },
    async done() {
      become();
      await running;
      // What was gathered while the last lot was worked on, and was none by itself.
      become();
      await running;
      if (failed !== null) throw failed.error;
    },
  };
}
