import { browser } from 'wxt/browser';

/**
 * What visits of pages take: `webRequest` tells only of requests whose own host and whose page's are both granted, and
 * which hosts a page's frames have is known only once it was visited.
 */
export const ALL_SITES = {
  permissions: ['webRequest'],
  origins: ['https://*/*', 'http://*/*'],
} satisfies { permissions: 'webRequest'[]; origins: string[] };

/** Asks for it. Must be called in the person's own click. */
export async function askForVisits(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES).catch(() => false);
}
