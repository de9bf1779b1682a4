/** So long may a line of the address bar be; what is longer is cut off by browsers anyway. */
const MOST = 300;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * A text as a browser's address bar takes it, in one line. Chromium reads it as XML and drops one that is not; a
 * character that XML has no place for is a blank. Firefox shows every character as it is.
 */
export function barText(text: string, isXml: boolean): string {
  // Lone halves of a pair are no characters, and nothing below a blank is shown.
  const line = text
    .slice(0, MOST)
    .replace(/\p{Cs}/gu, '\ufffd')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\s\0-\x1f\x7f-\x9f\ufffe\uffff]+/g, ' ')
    .trim();
  return isXml ? line.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) : line;
}
