import { siteOf } from './site-of';

/** Sites on which a person has pixels recorded without DevTools, as `siteOf` gives them. */
export type RecordedSites = readonly string[];

/** So many are remembered, the newest. */
const MOST_SITES = 500;

/** The list that was kept; what is no site of the web counts as not there. */
export function recordedSitesIn(value: unknown): RecordedSites {
  if (!Array.isArray(value)) return [];
  const all: readonly unknown[] = value;
  return all
    .filter((one) => typeof one === 'string' && siteOf(one) === one)
    .map(String)
    .slice(-MOST_SITES);
}

/** The same list with a site more. */
export function withSite(sites: RecordedSites, site: string): RecordedSites {
  return [...sites.filter((one) => one !== site), site].slice(-MOST_SITES);
}

/** The same list without a site. */
export function withoutSite(sites: RecordedSites, site: string): RecordedSites {
  return sites.filter((one) => one !== site);
}

/** Whether pages at this address are recorded. */
export function isRecordedAt(sites: RecordedSites, url: string): boolean {
  const site = siteOf(url);
  return site !== null && sites.includes(site);
}
