/** Work behind what is done meanwhile. */
export interface Gather<T> {
  /** Takes one along; waits only where more than so many have gathered. Fails where the work has. */
  add(one: T): Promise<void>;
  /** Settles once all of it is done; fails where some of it does. */
  done(): Promise<void>;
}

/** Works on one lot after another: while one is under way, no more than so many gather for the next. */
export function createGather<T>(
  most: number,
  work: (lot: readonly T[]) => Promise<unknown>,
): Gather<T> {
  let gathered: T[] = [];
  let going: Promise<unknown> | null = null;
  let failed: { readonly error: unknown } | null = null;

  async function run(): Promise<void> {
    while (gathered.length > 0 && failed === null) {
      const lot = gathered;
      gathered = [];
      going = work(lot);
      try {
        await going;
      } catch (error) {
        failed = { error };
      }
    }
    going = null;
  }
  let running = Promise.resolve();
  const isFull = () => gathered.length > most && going !== null && failed === null;

  return {
    async add(one) {
      gathered.push(one);
      if (going === null) running = run();
      while (isFull()) await Promise.allSettled([going]);
      if (failed !== null) throw failed.error;
    },
    async done() {
      await running;
      if (failed !== null) throw failed.error;
    },
  };
}
