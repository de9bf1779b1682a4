/** Work that has begun, and that is waited for later, in its order. */
export interface Behind {
  /** Takes work along; waits only where more than so many are going on. Fails where an earlier one has. */
  add(work: Promise<unknown>): Promise<void>;
  /** Settles once all of it has; fails where one of it does. */
  done(): Promise<void>;
}

/** Lets no more than so many works go on behind what is done meanwhile. */
export function createBehind(most: number): Behind {
  let going: Promise<unknown>[] = [];
  return {
    async add(work) {
      // It is heard of in its turn.
      work.catch(() => {});
      going.push(work);
      while (going.length > most) await going.shift();
    },
    async done() {
      const rest = going;
      going = [];
      await Promise.allSettled(rest);
      await Promise.all(rest);
    },
  };
}
