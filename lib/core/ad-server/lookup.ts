import type { AdServer } from './ad-server';
import { AD_SERVERS } from './catalogue';

/** The ad server with this id, or `null`. */
export function adServerById(id: string | null): AdServer | null {
  return AD_SERVERS.find((server) => server.id === id) ?? null;
}

/** The ad server whose console has this host name, or `null`. */
export function adServerByHost(host: string): AdServer | null {
  return (
    AD_SERVERS.find((server) => server.hosts.some((pattern) => hostOf(pattern) === host)) ?? null
  );
}

/** The host name in a match pattern such as `https://app.kevel.co/*`. */
export function hostOf(pattern: string): string {
  return pattern.replace(/^\w+:\/\//, '').replace(/\/.*$/, '');
}
