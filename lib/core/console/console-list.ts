import type { ConsoleState } from './console-state';
import type { AdServer } from '../ad-server/ad-server';

/** One ad server's console as a list shows it. */
export interface ConsoleItem {
  readonly server: AdServer;
  /** `on` where all of its hosts are; `withheld` where the browser keeps any of those turned on. */
  readonly state: ConsoleState;
}

export interface ConsoleList {
  readonly consoles: readonly ConsoleItem[];
  /** Ad servers of which no console address is known. */
  readonly homeless: readonly AdServer[];
  /** Sites turned on that are no known ad server's, as match patterns, with their state. */
  readonly sites: readonly (readonly [origin: string, state: ConsoleState])[];
}

// Standards and page code: they have no console.
const NO_CONSOLE = new Set(['vast', 'openrtb', 'none']);

/** Sorts ad servers and enabled sites into what there is to turn on and off. */
export function listConsoles(
  servers: readonly AdServer[],
  states: Readonly<Record<string, ConsoleState>>,
): ConsoleList {
  const known = new Set(servers.flatMap(({ hosts }) => hosts));
  return {
    consoles: servers
      .filter(({ hosts }) => hosts.length > 0)
      .map((server) => ({ server, state: stateOf(server.hosts, states) })),
    homeless: servers.filter(({ id, hosts }) => hosts.length === 0 && !NO_CONSOLE.has(id)),
    sites: Object.entries(states).filter(
      ([origin, state]) => !known.has(origin) && state !== 'off',
    ),
  };
}

function stateOf(
  hosts: readonly string[],
  states: Readonly<Record<string, ConsoleState>>,
): ConsoleState {
  const all = hosts.map((host) => states[host] ?? 'off');
  if (all.includes('withheld')) return 'withheld';
  return all.every((state) => state === 'on') ? 'on' : 'off';
}
