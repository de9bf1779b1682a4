import { macroEndAt, splitMacros } from './shapes';

/**
 * A parameter's value as it stands in a URL: everything but macros percent-encoded once, in upper
 * case (Google's ad servers eat `%` and a lower-case letter; ad-servers.md section 2, rules 1-3).
 */
export function encodeValue(value: string): string {
  return mapText(value, (text) => encodeURIComponent(text).replaceAll("'", '%27'));
}

/** The value that `encodeValue` wrote. Escapes that are no text stay as they are. */
export function decodeValue(text: string): string {
  return text.includes('%') ? mapText(text, decodeEscapes) : text;
}

/** Text with its escapes decoded, or as it is where they are broken. */
export function decodeEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%[0-7][0-9A-F]|(?:%[89A-F][0-9A-F])+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}

// What a program encoded and another one encoded again.
const MOST_LAYERS = 2;

/** A value as it stands, and decoded once, twice and so on, as often and as far as it can be. */
export function decodedLayers(value: string, most = MOST_LAYERS): readonly string[] {
  const layers = [value];
  for (let last = value; layers.length <= most && last.includes('%');) {
    const next = decodeValue(last);
    if (next === last) break;
    layers.push(next);
    last = next;
  }
  return layers;
}

/**
 * A redirect's target as it may stand at the end of a pixel URL. It has to arrive whole and
 * unencoded (api.md 3.4), so only what would end the URL where it stands is escaped, and its
 * fragment, which no server is sent, is cut off.
 */
export function canonicalRedir(redir: string): string {
  const target = redir
    .trim()
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    // Copied out of an attribute; in a URL it means nothing.
    .replace(/&(?:amp;)+/g, '&');
  if (PLAIN.test(target)) return target;
  const parts: string[] = [];
  for (let at = 0; at < target.length;) {
    const macroEnd = CM360_RANDOM.test(target.slice(at, at + 3)) ? at + 2 : macroEndAt(target, at);
    if (macroEnd !== null) {
      parts.push(target.slice(at, macroEnd));
      at = macroEnd;
      continue;
    }
    const char = String.fromCodePoint(target.codePointAt(at) ?? 0);
    if (char === '#') break;
    const escape = /^%[0-9A-Fa-f]{2}/.exec(target.slice(at, at + 3))?.[0];
    parts.push(escape ? escape.toUpperCase() : encodeUnsafe(char));
    at += escape ? escape.length : char.length;
  }
  return parts.join('');
}

// No macro, no escape and nothing to escape.
const PLAIN = /^[A-Za-z0-9\-.~:/?!&()*+,;=]*$/;

// `%n` is a macro, though it is no escape and has no end of its own.
const CM360_RANDOM = /^%n(?![A-Za-z0-9])/;

// RFC 3986: these may stand in a URL as they are. Brackets too: half-written macros keep theirs.
const SAFE = /^[A-Za-z0-9\-._~:/?[\]@!$&()*+,;=]$/;

function encodeUnsafe(char: string): string {
  if (SAFE.test(char)) return char;
  const encoded = encodeURIComponent(char);
  return encoded === char ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}

function mapText(value: string, change: (text: string) => string): string {
  return splitMacros(value)
    .map(({ text, isMacro }) => (isMacro ? text : change(text)))
    .join('');
}
