// XLSX writes what XML cannot hold as `_xHHHH_`, and a text that only looks like that with an
// escaped underscore in front (ECMA-376 part 1, 22.9.2.19). The library that writes does not encode it
// but drops control characters and U+FFFD without a word.
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const DROPPED = /[\p{Cc}\uFFFD]/gu;
const KEPT = /^[\t\n]$/;
// Halves of surrogate pairs, and code points that Unicode keeps free: no text has them.
const NO_TEXT = /[\uD800-\uDFFF\p{Noncharacter_Code_Point}]/gu;

// The writer keeps its texts as keys of a plain object, where these already are.
const TAKEN = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The most characters a cell of Excel holds. */
export const CELL_LIMIT = 32_767;

/** What an end in the middle of an escape, or of a pair of surrogates, leaves behind. */
const HALF = /(?:_(?:x[0-9A-F]{0,4})?|[\uD800-\uDBFF])$/;

/** A text as a cell of an XLSX file can hold it; one that is longer is cut, and ends with `cutNote`. */
export function toXlsxText(text: string, cutNote = ''): string {
  if (TAKEN.has(text)) return escapeUnit(text) + text.slice(1);
  const written = escaped(text);
  if (written.length <= CELL_LIMIT) return written;
  return written.slice(0, CELL_LIMIT - cutNote.length).replace(HALF, '') + cutNote;
}

/** A text with what XML cannot hold written as `_xHHHH_`, as long as that may become. */
export function escaped(text: string): string {
  return text
    .replace(NO_TEXT, '\uFFFD')
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(DROPPED, (unit) => (KEPT.test(unit) ? unit : escapeUnit(unit)));
}

/** The text that an XLSX file wrote so. */
export function fromXlsxText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
