import type { AdServer } from './ad-server';
import { AD_SERVERS } from './catalogue';

export interface FoundMacro {
  /** The macro as it stands in the text. */
  readonly text: string;
  /** The ad servers of the catalogue that would replace it. Empty: a macro by its shape alone. */
  readonly servers: readonly AdServer[];
}

// The shapes in which ad servers write macros (ad-servers.md section 6, row 1).
const SHAPES: readonly RegExp[] = [
  /%%[A-Za-z][\w:.]*%%/,
  /\[\[[A-Za-z][\w.]*\]\]/,
  /\[%?[A-Za-z][\w.:' ]*%?\]/,
  /[$#]e?\{[A-Za-z][\w.]*\}/,
  /\{\{[^{}]+\}\}/,
  /\{%?[A-Za-z]\w*\}/,
  /__[A-Z][A-Z0-9_]*__/,
  /%[a-z][a-z0-9]*!/,
  /%[A-Za-z_][\w.]*[A-Za-z_]%/,
];

/** The first macro that stands in a value as it was sent, raw or percent-encoded; `null` if none. */
export function findMacro(value: string): FoundMacro | null {
  for (const text of new Set([value, decoded(value)])) {
    const known = knownMacro(text);
    if (known) return known;
    for (const shape of SHAPES) {
      const match = shape.exec(text);
      if (match) return { text: match[0], servers: [] };
    }
  }
  return null;
}

function knownMacro(text: string): FoundMacro | null {
  let best: string | null = null;
  for (const server of AD_SERVERS) {
    for (const macro of macrosOf(server)) {
      // `%n` and `$random` would be found inside ordinary values, so short ones must be the whole.
      const found = hasDelimiters(macro) ? text.includes(macro) : text === macro;
      if (found && macro.length > (best?.length ?? 0)) best = macro;
    }
  }
  if (best === null) return null;
  const macro = best;
  return { text: macro, servers: AD_SERVERS.filter((server) => macrosOf(server).includes(macro)) };
}

function macrosOf(server: AdServer): readonly string[] {
  return [server.cachebuster, ...server.cachebusterAliases, server.cost?.macro].filter(
    (macro) => macro !== null && macro !== undefined,
  );
}

function hasDelimiters(macro: string): boolean {
  return /[\]})%_]$/.test(macro);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
