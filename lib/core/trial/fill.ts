import type { AdServer } from '../ad-server/ad-server';
import { ownWriting, serversOf } from '../ad-server/macros';
import type { Range } from '../base/range';
import { macrosIn } from '../macro/shapes';
import { type FillKind, type MacroValue, type Serving, valuesOf } from './macro-values';

/** A macro that was filled in. The range points into the filled text. */
export interface Fill extends Range {
  readonly macro: string;
  readonly kind: FillKind;
}

/** A tag as an ad server may serve it. */
export interface FilledTag {
  readonly text: string;
  readonly fills: readonly Fill[];
  /** Macros that stand as they were: of another ad server, or replaced by what is not known. Each once. */
  readonly left: readonly string[];
}

/**
 * Fills in the macros of an ad server with values of the kind it puts in, wherever in the text they stand, as it
 * does. With no ad server, and with one that replaces nothing, all of them stay.
 */
export function fillMacros(
  text: string,
  server: AdServer | null,
  servers: readonly AdServer[],
  serving: Serving,
): FilledTag {
  const fills: Fill[] = [];
  const parts: string[] = [];
  const left = new Set<string>();
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const values =
    server === null || server.traps.includes('never-expands')
      ? new Map<string, MacroValue>()
      : valuesOf(server, serving);
  let done = 0;
  for (const found of spots(text, server, values)) {
    add(text.slice(done, found.start));
    const { value, kind } = found.value;
    fills.push({ start: length, end: length + value.length, macro: found.macro, kind });
    add(value);
    done = found.end;
  }
  add(text.slice(done));
  const filled = parts.join('');
  for (const { text: macro } of macrosIn(filled)) {
    if (isMacroOf(macro, server, servers)) left.add(macro);
  }
  return { text: filled, fills, left: [...left] };
}

interface Spot extends Range {
  readonly macro: string;
  readonly value: MacroValue;
}

// Where macros with a value stand, from left to right, none inside another.
function spots(
  text: string,
  server: AdServer | null,
  values: ReadonlyMap<string, MacroValue>,
): readonly Spot[] {
  if (server === null || values.size === 0) return [];
  const writings = new Map<string, MacroValue>();
  for (const [macro, value] of values) {
    writings.set(macro, value);
    if (server.traps.includes('reads-encoded')) writings.set(encodeURIComponent(macro), value);
  }
  // The longer first: `%%CLICK_URL_ESC%%` is no `%%CLICK_URL`.
  const longest = [...writings.keys()].toSorted((a, b) => b.length - a.length);
  const flags = server.traps.includes('ignores-case') ? 'gi' : 'g';
  const any = new RegExp(longest.map(literal).join('|'), flags);
  const byLowerCase = new Map([...writings].map(([macro, it]) => [macro.toLowerCase(), it]));
  return [...text.matchAll(any)].flatMap((match) => {
    const [macro] = match;
    const value = writings.get(macro) ?? byLowerCase.get(macro.toLowerCase());
    const { index } = match;
    return value ? [{ start: index, end: index + macro.length, macro, value }] : [];
  });
}

// `%n` and `$random` end where their word does: `%nike` is none.
function literal(macro: string): string {
  const escaped = macro.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return /^[%$]\w+$/.test(macro) ? `${escaped}(?![A-Za-z0-9_])` : escaped;
}

// What looks like a macro in code may be an index or an object.
function isMacroOf(macro: string, server: AdServer | null, servers: readonly AdServer[]): boolean {
  return (
    serversOf(macro, servers).length > 0 ||
    (server !== null && ownWriting(server, macro) !== undefined)
  );
}
