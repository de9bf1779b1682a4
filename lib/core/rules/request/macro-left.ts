import type { AdServer } from '../../ad-server/ad-server';
import { type FoundMacro, findMacro } from '../../ad-server/macros';

/** The values of a finding about a macro: its text and the ad servers whose macro it is. */
export function macroValues(parameter: string, macro: FoundMacro): Record<string, string> {
  const names = macro.servers.map((server) => server.name);
  return { parameter, macro: macro.text, servers: names.join(', ') };
}

/** A macro that stands in a value as it was sent, or `null`. */
export function macroLeftIn(value: string, servers: readonly AdServer[]): FoundMacro | null {
  // Nearly every value is a plain number; every macro holds one of these.
  if (!/[%[\]{}$#]|__/.test(value)) return null;
  return findMacro(value, servers);
}
