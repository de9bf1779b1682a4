import type { Range } from '../../../base/range';
import { type MappedText, replaceMapped } from '../mapped-text';

// JSON's escapes, and JavaScript's `\x3d`.
const ESCAPES = /\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|["'`\\/bfnrt])/g;
const ANY_ESCAPE = /\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[\s\S]|$)/g;
const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The text of a string in JSON or JavaScript. */
export function decodeString(raw: MappedText): MappedText {
  return replaceMapped(raw, ESCAPES, unescaped);
}

/** What one escape of a string stands for. */
export function unescaped(escape: string): string {
  const kind = escape.charAt(1);
  if (kind !== 'u' && kind !== 'x') return CONTROLS[kind] ?? kind;
  return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
}

// A tag of HTML with its attributes is passed over, for its quotes are no string's. A string that is not
// closed goes on to the end of its line, or of the text: so it is looked at once.
const TAG = String.raw`<[A-Za-z/!](?:[^<>"']|"[^"]*"|'[^']*')*`;
const DOUBLE = String.raw`"(?:[^"\\\r\n]|\\[\s\S])*"?`;
const SINGLE = String.raw`(?<=[=(,:+\[{!&|?;\s])'(?:[^'\\\r\n]|\\[\s\S])*'?`;
const PARTS = new RegExp(`${TAG}|${DOUBLE}|${SINGLE}`, 'g');
const JSON_PARTS = /"(?:[^"\\]|\\[\s\S])*"?/g;

/** The strings with escapes of JSON or a script; ranges without their quotes. */
export function stringsIn(text: string): readonly Range[] {
  if (!text.includes('\\')) return [];
  const parts = /^\s*(?:\{\s*"|\[\s*["{[])/.test(text) ? JSON_PARTS : PARTS;
  return [...text.matchAll(parts)].flatMap(({ 0: part, index }): Range[] => {
    const quote = part.charAt(0);
    if (quote === '<' || !part.includes('\\')) return [];
    const closing = part.length > 1 && part.endsWith(quote) ? 1 : 0;
    const content = { start: index + 1, end: index + part.length - closing };
    return isEscaped(text.slice(content.start, content.end)) ? [content] : [];
  });
}

// Every backslash in it is one of a string's.
function isEscaped(text: string): boolean {
  const all = text.match(ANY_ESCAPE);
  return all !== null && all.length === text.match(ESCAPES)?.length;
}
