// A page that is never idle gets it all the same.
const LATEST_MS = 2000;

/**
 * Does something once the page has nothing better to do. A page that writes into a new frame of its own
 * (`document.open`) takes all listeners off its window; as a rule that is over by then.
 */
export function whenIdle(act: () => void, signal: AbortSignal): void {
  requestIdleCallback(() => !signal.aborted && act(), { timeout: LATEST_MS });
}
