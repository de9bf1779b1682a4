import { browser } from 'wxt/browser';

import { changeRecordedSites, readRecordedSites } from '../storage/recorded-sites';
import { isSiteAllowed } from './allow-recording';

/** Calls back when a person, or their administrator, has taken something back. To be called at once on start. */
export function onSitesTakenBack(listener: () => void): void {
  browser.permissions.onRemoved.addListener(listener);
}

/**
 * Forgets the sites that were recorded and are allowed no more: allowed later for something else, they would be recorded
 * without anybody having said so again.
 */
export async function forgetSitesTakenBack(): Promise<void> {
  const known = await readRecordedSites();
  const allowed = await Promise.all(known.map(isSiteAllowed));
  const gone = new Set(known.filter((_, index) => allowed[index] !== true));
  if (gone.size > 0) await changeRecordedSites((sites) => sites.filter((one) => !gone.has(one)));
}
