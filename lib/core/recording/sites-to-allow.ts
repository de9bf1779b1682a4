import { z } from '../base/schema';
import { siteOf } from './site-of';

/** How many sites are asked for at once; a browser's question has to be read. */
const MAX_SITES = 12;
export const SitesSchema = z
  .array(z.string().check(z.maxLength(300)))
  .check(z.maxLength(MAX_SITES));

/** The service's hosts, the hops of its redirects among them: without them nothing is told of a request to them. */
export const SERVICE_PATTERN = 'https://*.adnxs.com/*';

/** All that a browser can be asked for: every site with https, and this computer. */
export const ALL_PATTERNS: readonly string[] = [
  'https://*/*',
  'http://localhost/*',
  'http://127.0.0.1/*',
  'http://[::1]/*',
];

/** The site of a page that is tested, and those of its frames from which a pixel was seen. */
export interface TestedSites {
  readonly page: string;
  readonly frames: readonly string[];
}

/** Of a page, and of the documents in it that asked for pixels; `null` where the page has no site. */
export function testedSites(
  pageUrl: string,
  frameUrls: Iterable<string | null>,
): TestedSites | null {
  const page = siteOf(pageUrl);
  if (page === null) return null;
  const frames = new Set<string>();
  for (const url of frameUrls) {
    const site = url === null ? null : siteOf(url);
    if (site !== null && site !== page) frames.add(site);
  }
  return { page, frames: [...frames].slice(0, MAX_SITES - 1) };
}

// A star would stand for many.
const isSite = (text: string) => siteOf(text) === text && !text.includes('*');

/** The sites in an address, which anybody may have written: those that are none are left out. */
export function readSites(given: readonly string[]): readonly string[] {
  const sites = given.filter((site) => site.length <= 300 && isSite(site));
  return [...new Set(sites)].slice(0, MAX_SITES);
}

const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * The match pattern by which a browser is asked for a site; `null` where it cannot be: without TLS only this computer is
 * among what may be asked for. Patterns carry no port.
 */
export function patternOf(site: string): string | null {
  if (!isSite(site)) return null;
  if (!site.startsWith('https://') && !LOCAL.test(site)) return null;
  return `${site.replace(/:\d+$/, '')}/*`;
}

/** The host of a site, as a person reads it. */
export function hostOfSite(site: string): string {
  return site.replace(/^https?:\/\//, '');
}
