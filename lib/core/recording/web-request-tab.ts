import { siteOf } from './site-of';
import type { WebRequestEvent } from './web-request';

/** Which windows and which cookies a tab has, as far as that is known. */
export type TabKind = Pick<WebRequestEvent, 'isPrivate' | 'cookieStore'>;

/**
 * Whether what no tab has may be of a tab of this kind: private windows, and containers, have service workers of their
 * own. `later`: of a private window, and of the tab nobody knows yet whether it is in one. Chromium says of neither.
 */
export function mayBeOfKind(event: TabKind, tab: TabKind): boolean | 'later' {
  const { isPrivate, cookieStore } = event;
  if (isPrivate === true && tab.isPrivate === undefined) return 'later';
  const isOther = (one: unknown, other: unknown) =>
    one !== undefined && other !== undefined && one !== other;
  return !isOther(isPrivate, tab.isPrivate) && !isOther(cookieStore, tab.cookieStore);
}

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
