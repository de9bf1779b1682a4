import { rememberLast } from '../base/remember-last';
import { decodedLayers } from '../macro/encode';
import { macrosIn } from '../macro/shapes';
import { looksMarked, serverCodeIn } from '../macro/suspects';
import type { AdServer } from './ad-server';

export interface FoundMacro {
  /** The macro as it stands in the text. */
  readonly text: string;
  /** The ad servers of the catalogue that would replace it. Empty: a macro by its shape alone. */
  readonly servers: readonly AdServer[];
}

/**
 * The first macro that stands in a value as it was sent, raw or percent-encoded once or twice; else the
 * value, where it looks like a macro of a shape that is not known. `null` if it holds none.
 */
export function findMacro(value: string, servers: readonly AdServer[]): FoundMacro | null {
  const layers = decodedLayers(value);
  for (const text of layers) {
    const macros = macrosIn(text).map((segment) => segment.text);
    const macro = macros.find((found) => serversOf(found, servers).length > 0) ?? macros[0];
    if (macro !== undefined) return { text: macro, servers: serversOf(macro, servers) };
  }
  const suspect = layers.find((text) => looksMarked(text) || serverCodeIn(text).length > 0);
  return suspect === undefined ? null : { text: suspect, servers: NOBODY };
}

/** The ad servers that replace this macro, letter for letter. */
export function serversOf(macro: string, servers: readonly AdServer[]): readonly AdServer[] {
  const index = indexOf(servers);
  const exactly = index.get(macro) ?? NOBODY;
  if (!ITS_NUMBER.test(macro)) return exactly;
  const withAnyNumber = index.get(keyOf(anyNumber(macro)));
  return withAnyNumber ? [...new Set([...exactly, ...withAnyNumber])] : exactly;
}

/** The macro as this ad server writes it, where it has it in this or another case. */
export function ownWriting(server: AdServer, macro: string): string | undefined {
  const isAlike = (word: string) => (known: string) => known.toLowerCase() === word;
  const word = macro.toLowerCase();
  const exactly = macrosOf(server).find(isAlike(word));
  if (exactly !== undefined) return exactly;
  const number = ITS_NUMBER.exec(macro)?.[0];
  if (number === undefined) return undefined;
  return server.alsoReplaces.find(isAlike(anyNumber(word)))?.replace(ANY_NUMBER, number);
}

const NOBODY: readonly AdServer[] = [];
// `${GPP_STRING_7}`, and how the catalogue writes that any number will do.
const ITS_NUMBER = /_\d+(?=\W*$)/;
const ANY_NUMBER = /_n(?=\W*$)/;

function anyNumber(macro: string): string {
  return macro.replace(ITS_NUMBER, '_n');
}

// Apart from the macros themselves: `_n` as it stands is no number.
function keyOf(withAnyNumber: string): string {
  return `any ${withAnyNumber}`;
}

/** Every macro an ad server is known to replace, the cachebuster first. */
export const macrosOf = rememberLast(listMacros);

function listMacros(server: AdServer): readonly string[] {
  const cost = server.cost === null || server.cost === 'none' ? null : server.cost.macro;
  return [
    server.cachebuster,
    ...server.cachebusterAliases,
    cost,
    server.click,
    server.clickEscaped,
    ...Object.values(server.consent),
    ...Object.values(server.ids),
    ...server.alsoReplaces.filter((macro) => !ANY_NUMBER.test(macro)),
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
    for (const macro of new Set([...macrosOf(server), ...server.alsoReplaces.map(keyOf)])) {
      const sharing = index.get(macro);
      if (sharing) sharing.push(server);
      else index.set(macro, [server]);
    }
  }
  indexes.set(servers, index);
  return index;
}
