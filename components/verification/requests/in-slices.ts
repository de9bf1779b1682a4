/** So long may a search keep a page from drawing, in milliseconds. */
const SLICE_MS = 8;

interface Pace {
  readonly now: () => number;
  /** Goes on once what is there was drawn; gives what calls it off. */
  readonly later: (step: () => void) => () => void;
}

const byFrames: Pace = {
  now: () => performance.now(),
  later(step) {
    const id = setTimeout(step, 0);
    return () => clearTimeout(id);
  },
};

/**
 * Runs work that comes in small steps, a slice at a time: what is short is done at once, and what is long lets the page
 * draw and hear in between. Work that is begun while other is under way ends that without a result.
 */
export function createSlices(pace: Pace = byFrames) {
  let callOff: (() => void) | null = null;
  function stop(): void {
    callOff?.();
    callOff = null;
  }
  return {
    stop,
    /** Says by `done` what came of it; gives `false` where it goes on after this slice. */
    run<T>(work: Iterator<unknown, T>, done: (result: T) => void): boolean {
      stop();
      const slice = (): boolean => {
        callOff = null;
        const end = pace.now() + SLICE_MS;
        do {
          const step = work.next();
          if (step.done === true) {
            done(step.value);
            return true;
          }
        } while (pace.now() < end);
        callOff = pace.later(() => void slice());
        return false;
      };
      return slice();
    },
  };
}
