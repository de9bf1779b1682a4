import { macrosIn } from '../macro/shapes';
import type { AdServer } from './ad-server';

export interface FoundMacro {
  /** The macro as it stands in the text. */
  readonly text: string;
  /** The ad servers of the catalogue that would replace it. Empty: a macro by its shape alone. */
  readonly servers: readonly AdServer[];
}

/** The first macro that stands in a value as it was sent, raw or percent-encoded; `null` if none. */
export function findMacro(value: string, servers: readonly AdServer[]): FoundMacro | null {
  for (const text of new Set([value, decoded(value)])) {
    const macros = macrosIn(text).map((segment) => segment.text);
    const macro = macros.find((found) => serversOf(found, servers).length > 0) ?? macros[0];
    if (macro !== undefined) return { text: macro, servers: serversOf(macro, servers) };
  }
  return null;
}

/** The ad servers that replace this macro, letter for letter. */
export function serversOf(macro: string, servers: readonly AdServer[]): readonly AdServer[] {
  return indexOf(servers).get(macro) ?? [];
}

/** Every macro an ad server is known to replace, the cachebuster first. */
export function macrosOf(server: AdServer): readonly string[] {
  const cost = server.cost === null || server.cost === 'none' ? null : server.cost.macro;
  return [
    server.cachebuster,
    ...server.cachebusterAliases,
    cost,
    server.click,
    server.clickEscaped,
    ...Object.values(server.consent),
    ...Object.values(server.ids),
  ].filter((macro) => macro !== null && macro !== undefined && macro !== '');
}

/** Whether an ad server makes a cachebuster of this macro. */
export function isCachebusterOf(server: AdServer, macro: string): boolean {
  const known = [server.cachebuster ?? '', ...server.cachebusterAliases];
  if (!server.traps.includes('ignores-case')) return macro !== '' && known.includes(macro);
  return macro !== '' && known.some((it) => it.toLowerCase() === macro.toLowerCase());
}

const indexes = new WeakMap<readonly AdServer[], ReadonlyMap<string, readonly AdServer[]>>();

function indexOf(servers: readonly AdServer[]): ReadonlyMap<string, readonly AdServer[]> {
  const known = indexes.get(servers);
  if (known) return known;
  const index = new Map<string, AdServer[]>();
  for (const server of servers) {
    for (const macro of new Set(macrosOf(server))) {
      const sharing = index.get(macro);
      if (sharing) sharing.push(server);
      else index.set(macro, [server]);
    }
  }
  indexes.set(servers, index);
  return index;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
