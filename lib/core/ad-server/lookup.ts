import type { AdServer } from './ad-server';
import { AD_SERVERS } from './catalogue';

/** The ad server with this id, or `null`. */
export function adServerById(
  id: string | null,
  servers: readonly AdServer[] = AD_SERVERS,
): AdServer | null {
  return servers.find((server) => server.id === id) ?? null;
}

/** The ad server whose console has this host name, or `null`. */
export function adServerByHost(
  host: string,
  servers: readonly AdServer[] = AD_SERVERS,
): AdServer | null {
  return (
    servers.find((server) => server.hosts.some((pattern) => hostMatches(pattern, host))) ?? null
  );
}

/** The host name in a match pattern such as `https://app.kevel.co/*`. */
export function hostOf(pattern: string): string {
  return pattern.replace(/^[\w*]+:\/\//, '').replace(/\/.*$/, '');
}

// `https://*.example.com/*` stands for the host and everything below it (match patterns).
function hostMatches(pattern: string, host: string): boolean {
  const wanted = hostOf(pattern);
  if (!wanted.startsWith('*.')) return wanted === host;
  return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
}
