/** As long as what was just opened is on its way: frames drawn meanwhile would hold it up. */
const OPENING_MS = 200;
const SELDOM_MS = 50;

/** Looks now, and again in each frame the browser draws; at first more seldom. Ends with the signal. */
export function eachFrame(look: () => void, signal: AbortSignal): void {
  const begun = performance.now();
  const next = () => {
    if (signal.aborted) return;
    look();
    if (performance.now() - begun < OPENING_MS) setTimeout(next, SELDOM_MS);
    else requestAnimationFrame(next);
  };
  next();
}
