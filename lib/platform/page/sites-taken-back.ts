import { browser } from 'wxt/browser';

import { changeRecordedSites, readRecordedSites } from '../storage/recorded-sites';
import { allowedSites } from '../background/access';

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
  const allowed = new Set(await allowedSites(known));
  const gone = new Set(known.filter((site) => !allowed.has(site)));
  if (gone.size > 0) await changeRecordedSites((sites) => sites.filter((one) => !gone.has(one)));
}
