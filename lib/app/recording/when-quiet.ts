export interface QuietParts {
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  /** How long it has to be quiet, in milliseconds; asked anew each time. */
  readonly pause: () => number;
  /** How long to wait for the next time where nothing gives a sign, in milliseconds. */
  readonly rest: () => number;
  readonly act: () => void;
}

/**
 * Gives a function to call at each sign of activity; once the activity has paused long enough,
 * `act` is called, and from then on now and then. One timer at a time, since a page may give
 * thousands of signs.
 */
export function whenQuiet({ now, later, pause, rest, act }: QuietParts): () => void {
  let lastSign = -Infinity;
  let resting = true;
  let turn = 0;
  function wait(milliseconds: number): void {
    turn += 1;
    const mine = turn;
    later(milliseconds, () => {
      if (mine === turn) look();
    });
  }
  function look(): void {
    const left = lastSign + pause() - now();
    if (left > 0) return wait(left);
    resting = true;
    act();
    wait(rest());
  }
  wait(rest());
  return () => {
    lastSign = now();
    if (!resting) return;
    resting = false;
    wait(pause());
  };
}
