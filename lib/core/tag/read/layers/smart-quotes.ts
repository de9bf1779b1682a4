import { type MappedText, replaceMapped } from '../mapped-text';
import { inPlaces } from './places';

const DOUBLE = /[\u201C-\u201F\u2033\u00AB\u00BB\uFF02]/;
const CURLY = /[\u201C-\u201F\u2033\u00AB\u00BB\uFF02\u2018-\u201B\u2032\uFF07]/g;

/** Makes the quotes of Word and Outlook straight (ad-servers.md section 6, row 12). */
export function withoutSmartQuotes(mapped: MappedText): MappedText {
  if (mapped.text.search(CURLY) < 0) return mapped;
  const isInside = inPlaces(mapped.text);
  return replaceMapped(mapped, CURLY, (quote, at) => {
    if (!isInside(at)) return null;
    return DOUBLE.test(quote) ? '"' : "'";
  });
}
