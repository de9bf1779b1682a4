import { browser } from 'wxt/browser';

import { isWaiting, noteGiven } from '../storage/web-request-wait';

/**
 * Asks for `webRequest` on these match patterns, and gives how a person answered. Must be called in the person's own click,
 * before anything is awaited. Fails with the browser's own words where it did not ask.
 */
export async function askForRequests(
  origins: readonly string[],
): Promise<'allowed' | 'allowed-later' | 'refused'> {
  const isNew = !browser.webRequest && !import.meta.env.FIREFOX;
  const asked = { permissions: ['webRequest' as const], origins: [...origins] };
  if (!(await browser.permissions.request(asked))) return 'refused';
  if (isNew) await noteGiven();
  // A further site, too, is told of only once the browser was started anew.
  return (await isWaiting()) ? 'allowed-later' : 'allowed';
}
