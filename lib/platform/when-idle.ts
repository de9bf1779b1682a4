/**
 * Does something once the page has nothing better to do. A page that writes into a frame of its own
 * (`document.open`) takes all listeners off its window; those that are set then are safe from that.
 */
export function whenIdle(act: () => void, signal: AbortSignal): void {
  requestIdleCallback(() => !signal.aborted && act());
}
