// A page that is never idle, or never done with loading, gets it all the same.
const LATEST_MS = 2000;

/**
 * Does something once the page has loaded and has nothing better to do. A page that writes into a new frame
 * of its own (`document.open`) takes all listeners off its window, and a timer alone is left; as a rule that
 * is over by then.
 */
export function whenIdle(act: () => void, signal: AbortSignal): void {
  let isDone = false;
  const begin = () => {
    if (!isDone && !signal.aborted) act();
    isDone = true;
  };
  const soon = () => requestIdleCallback(begin);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { signal });
  setTimeout(begin, LATEST_MS);
}
