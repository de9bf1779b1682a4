// XLSX writes what XML 1.0 cannot hold as `_xHHHH_`, and a text that only looks like that with an
// escaped underscore in front (ECMA-376 part 1, 22.9.2.19). The reader decodes it; the writer does
// not encode it.
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const CONTROL = /[\p{Cc}\uFFFE\uFFFF]/gu;

const IN_XML = /^[\t\n\u007F-\u009F]$/;

/** The most characters a cell of Excel holds. */
export const CELL_LIMIT = 32_767;

/** A text as a cell of an XLSX file can hold it. */
export function toXlsxText(text: string): string {
  return text
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(CONTROL, (unit) => (IN_XML.test(unit) ? unit : escapeUnit(unit)))
    .slice(0, CELL_LIMIT);
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
