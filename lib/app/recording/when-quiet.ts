export interface QuietParts {
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  /** How long it has to be quiet, in milliseconds; asked anew each time. */
  readonly pause: () => number;
  readonly act: () => void;
}

/**
 * Gives a function to call at each sign of activity; once the activity has paused long enough,
 * `act` is called. One timer at a time, since a page may give thousands of signs.
 */
export function whenQuiet({ now, later, pause, act }: QuietParts): () => void {
  let lastSign = 0;
  let armed = false;
  const look = () => {
    const left = lastSign + pause() - now();
    if (left > 0) return later(left, look);
    armed = false;
    act();
  };
  return () => {
    lastSign = now();
    if (armed) return;
    armed = true;
    later(pause(), look);
  };
}
