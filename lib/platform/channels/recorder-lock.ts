const PREFIX = 'piggyback-recorder-';
const nameOf = (tabId: number) => `${PREFIX}${tabId}`;

/** Held while a tab is recorded; the browser lets go of it with whoever holds it. */
export interface RecorderLock {
  readonly release: () => void;
  /** Ends once it is held no more, also where another has taken it. */
  readonly gone: Promise<void>;
}

/** Takes the recording of a tab, from whoever records it by now: DevTools tell most. */
export function takeRecorderLock(tabId: number): void {
  const forGood = new Promise<void>(() => {});
  void navigator.locks.request(nameOf(tabId), { steal: true }, () => forGood).catch(() => {});
}

/** Whether anybody records a tab. */
export async function isRecorderLocked(tabId: number): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === nameOf(tabId));
}

/** The tabs that are recorded now, by DevTools or without. */
export async function recordedTabs(): Promise<readonly number[]> {
  const { held = [] } = await navigator.locks.query();
  return held.flatMap(({ name = '' }) =>
    name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : [],
  );
}

/** Takes the recording of a tab where nobody records it; else `null`. */
export function holdRecorderLock(tabId: number): Promise<RecorderLock | null> {
  return new Promise((resolve) => {
    const held = Promise.withResolvers<void>();
    const gone = navigator.locks
      .request(nameOf(tabId), { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(null);
        resolve({ release: held.resolve, gone: done });
        return held.promise;
      })
      .catch(() => {});
    const done = gone.then(() => {});
  });
}
