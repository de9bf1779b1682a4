import type { AdServer } from '../../ad-server/ad-server';
import { type FoundMacro, findMacro } from '../../ad-server/macros';
import type { Values } from '../../base/finding';

/** A macro that stands in a value as it was sent, or `null`. */
export function macroLeftIn(value: string, servers: readonly AdServer[]): FoundMacro | null {
  // Nearly every value is a plain number or an id.
  if (!/[^\w.~-]|__/.test(value)) return null;
  return findMacro(value, servers);
}

/** The values of a finding about a macro: its text and the ad servers whose macro it is. */
export function macroValues(parameter: string, macro: FoundMacro): Values {
  const names = macro.servers.map((server) => server.name);
  return { parameter, macro: macro.text, servers: names.join(', ') };
}

/** Whose macro it is, in a sentence. */
export function macroSentence({ macro = '', servers = '' }: Values): string {
  const names = servers === '' ? [] : servers.split(', ');
  if (names.length === 0) return `${macro} looks like a macro and was not replaced.`;
  const last = names.at(-1) ?? '';
  const list = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
  return `${macro} is a macro of ${list} and was not replaced.`;
}

/** What to do about a macro that was not replaced. */
export const MACRO_NEXT =
  'Give the creative the macro of the ad server that serves it: build the tag anew in Piggyback ' +
  'and choose that ad server. In an ad server’s preview macros often stay; check a live page.';
