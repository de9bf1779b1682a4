import { browser } from 'wxt/browser';

import { AppError } from '../../core/base/errors';

/** Nothing is told of a request unless the host it goes to is allowed, too. */
const PIXELS = ['https://*.adnxs.com/*'];
const ALL = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'];

// Match patterns carry no port.
const patternOf = (site: string) => `${site.replace(/:\d+$/, '')}/*`;

/** Whether the browser tells of the pixels of a site's own pages. */
export async function isSiteAllowed(site: string): Promise<boolean> {
  return browser.permissions.contains({
    permissions: ['webRequest'],
    origins: [...PIXELS, patternOf(site)],
  });
}

/**
 * Asks to be told of the pixels of a site's pages, or of all sites, which their frames may be of. Must be called in
 * the person's own click. Fails where they, or their administrator, do not allow it.
 */
export async function requestRecording(site: string, withFrames: boolean): Promise<void> {
  const origins = [...(withFrames ? ALL : PIXELS), patternOf(site)];
  const granted = await browser.permissions
    .request({ permissions: ['webRequest'], origins })
    .catch(() => false);
  if (!granted) throw new AppError('access-refused', { detail: site });
}
