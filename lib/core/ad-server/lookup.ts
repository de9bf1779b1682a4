import { hostOfAddress } from '../base/host-of-address';
import { hostMatches, hostOf } from '../base/host-pattern';
import type { AdServer } from './ad-server';

/** The ad server with this id, or `null`. */
export function adServerById(id: string | null, servers: readonly AdServer[]): AdServer | null {
  return servers.find((server) => server.id === id) ?? null;
}

/**
 * The ad server whose console has this host name, or `null`. One that names the host goes before one
 * that names every host below a domain; else the first of the list (people's own come first).
 */
export function adServerByHost(host: string, servers: readonly AdServer[]): AdServer | null {
  const name = host.toLowerCase();
  const by = (matches: (pattern: string) => boolean) =>
    servers.find((server) => server.hosts.some(matches));
  return (
    by((pattern) => hostOf(pattern) === name) ?? by((pattern) => hostMatches(pattern, name)) ?? null
  );
}

/** The ad server whose console is at this address, or `null`. */
export function adServerByAddress(address: string, servers: readonly AdServer[]): AdServer | null {
  const host = hostOfAddress(address);
  return host === null ? null : adServerByHost(host, servers);
}
