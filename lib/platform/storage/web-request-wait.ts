import { browser } from 'wxt/browser';

import { browserRun } from './browser-run';

const KEY = 'webRequestSince';

/**
 * Chromium tells an extension of requests from when it begins with that permission, or any other extension does: where it
 * is given while the browser runs, the browser has to be started anew, this once. In which run it was given is kept.
 */
export async function noteGiven(): Promise<void> {
  await browser.storage.local.set({ [KEY]: await browserRun() });
}

/** The browser tells of requests: nothing is waited for any more. Gives whether that was. */
export async function noteHeard(): Promise<boolean> {
  const wasWaiting = KEY in (await browser.storage.local.get(KEY));
  if (wasWaiting) await browser.storage.local.remove(KEY);
  return wasWaiting;
}

/** Whether the browser has been given the permission in this run and has told of nothing yet. */
export async function isWaiting(): Promise<boolean> {
  const { [KEY]: since } = await browser.storage.local.get(KEY);
  return typeof since === 'string' && since === (await browserRun());
}
