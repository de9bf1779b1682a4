import { browser } from 'wxt/browser';

const NAMES = { jobs: 'jobs', wait: 'wait' } as const;
/** The shortest that browsers grant. */
const MINUTES = 0.5;

/** An alarm that goes off every half minute, and starts the worker where it was stopped. */
export const wake = {
  start(): void {
    const again = { delayInMinutes: MINUTES, periodInMinutes: MINUTES };
    void browser.alarms.create(NAMES.jobs, again);
  },
  stop(): void {
    void browser.alarms.clear(NAMES.jobs);
  },
};

/** Has an alarm go off at a moment, in milliseconds since 1970, in the place of the one before. */
export function wakeAt(moment: number | null): void {
  if (moment === null) void browser.alarms.clear(NAMES.wait);
  else void browser.alarms.create(NAMES.wait, { when: moment });
}

/** Calls back when one of them goes off. To be called at once on start, before anything is awaited. */
export function onWake(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name in NAMES) listener();
  });
}
