import { type MappedText, replaceMapped } from './mapped-text';

const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&AMP;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&apos;': "'",
};
const REFERENCES = /&(?:amp|AMP|quot|lt|gt|apos|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});/g;

/**
 * Decodes the character references that stand in the attributes of tags. Only the five of XML and
 * numbers: no tool writes others into a URL, and the whole table is larger than the rest of this.
 */
export function decodeReferences(text: MappedText): MappedText {
  return replaceMapped(text, REFERENCES, (reference) => {
    const named = NAMED[reference];
    if (named !== undefined) return named;
    const isHex = /^&#x/i.test(reference);
    const code = Number.parseInt(reference.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10);
    return code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : reference;
  });
}
