export interface LookoutParts {
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  /** How long to wait until the next time, in milliseconds; asked anew each time. */
  readonly pause: (isAtWork: boolean) => number;
  /** Somebody is at work for so long after a sign, in milliseconds. */
  readonly atWorkFor: number;
  readonly act: () => Promise<void>;
}

/**
 * Acts again and again, each time a pause after the last is done. Gives a function to call at each sign of
 * activity, at which the pause is that of a page at work. One timer at a time, since a page may give
 * thousands of signs.
 */
export function createLookout({ now, later, pause, atWorkFor, act }: LookoutParts): () => void {
  let lastSign = -Infinity;
  let doneAt = now();
  /** When the timer that counts fires; `null` while at it. */
  let due: number | null = null;
  let turn = 0;
  let isLooking = false;
  const isAtWork = () => now() - lastSign < atWorkFor;

  function wait(): void {
    const at = doneAt + pause(isAtWork());
    if (due !== null && due <= at) return;
    due = at;
    turn += 1;
    const mine = turn;
    later(Math.max(0, at - now()), () => {
      if (mine === turn) void look();
    });
  }

  async function look(): Promise<void> {
    turn += 1;
    due = null;
    isLooking = true;
    await act();
    isLooking = false;
    doneAt = now();
    wait();
  }

  wait();
  return () => {
    const wasAtWork = isAtWork();
    lastSign = now();
    if (!wasAtWork && !isLooking) wait();
  };
}
