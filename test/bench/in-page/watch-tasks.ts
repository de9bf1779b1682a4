/** The longest that a page could not answer, in milliseconds: as the browser tells of long tasks, and between two turns. */
export interface Unanswered {
  readonly task: number;
  readonly between: number;
}

/**
 * Watches a page's main thread from now on; gives what ends it. The browser tells of tasks of 50 ms and more alone; the
 * turns, one right after the other, are a second witness, and tell of shorter ones too. It stands by itself: its text is run in pages.
 */
export function watchTasks(): () => Promise<Unanswered> {
  let [task, between, last, isOver] = [0, 0, performance.now(), false];
  const note = (entries: readonly PerformanceEntry[]) => {
    for (const { duration } of entries) task = Math.max(task, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    const now = performance.now();
    between = Math.max(between, now - last);
    last = now;
    if (!isOver) port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return async () => {
    // What ended just now is told with the next frame.
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve));
    isOver = true;
    note(observer.takeRecords());
    observer.disconnect();
    return { task, between };
  };
}
