import { browser } from 'wxt/browser';

const NAME = 'jobs';
/** The shortest that browsers grant. */
const MINUTES = 0.5;

/** An alarm that goes off every half minute, and starts the worker where it was stopped. */
export const wake = {
  start(): void {
    void browser.alarms.create(NAME, { delayInMinutes: MINUTES, periodInMinutes: MINUTES });
  },
  stop(): void {
    void browser.alarms.clear(NAME);
  },
};

/** Calls back when it goes off. To be called at once on start, before anything is awaited. */
export function onWake(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) listener();
  });
}
