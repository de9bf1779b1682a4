import { readSites } from './sites-to-allow';

/** What a person is asked for, and for what: these sites, to record every pixel of them, or all that a rehearsal needs. */
export type AccessAsked =
  | { readonly for: 'sites'; readonly sites: readonly string[] }
  | { readonly for: 'rehearsal' };

/** The parameters of an address by which this is asked for. */
export function askedAs(asked: AccessAsked): [name: string, value: string][] {
  if (asked.for === 'rehearsal') return [['for', 'rehearsal']];
  return asked.sites.map((site) => ['site', site]);
}

/** What is asked for by the parameters of an address, which anybody may have written; `null` where that is nothing. */
export function readAsked(parameters: Iterable<readonly [string, string]>): AccessAsked | null {
  const given = [...parameters];
  if (given.some(([name, value]) => name === 'for' && value === 'rehearsal')) {
    return { for: 'rehearsal' };
  }
  const sites = readSites(given.flatMap(([name, value]) => (name === 'site' ? [value] : [])));
  return sites.length > 0 ? { for: 'sites', sites } : null;
}
