import { siteOf } from './site-of';
import type { WebRequestEvent } from './web-request';

/**
 * Whether what `webRequest` told is of a tab. What has no tab, of a service worker or sent after its page was gone, is
 * offered to every tab in which its site was visited: of which it is, nobody knows.
 */
export function isOfTab(
  { tabId, askedBy }: Pick<WebRequestEvent, 'tabId' | 'askedBy'>,
  tab: { readonly id: number; readonly sites: ReadonlySet<string> },
): boolean {
  if (tabId !== null) return tabId === tab.id;
  const site = askedBy === null ? null : siteOf(askedBy);
  return site !== null && tab.sites.has(site);
}
