import { type MappedText, replaceMapped } from '../mapped-text';
import { inPlaces } from './places';

const DOUBLED = /""/g;
// Between tabs (or the commas of CSV), line breaks and the ends of the text.
const CELL = /(?<=^[ \t,]*|[\t,\r\n])"(?:[^"]|"")+"(?=\s*$|[\t,\r\n])/g;

/**
 * Undoes the quotes of a cell copied from Excel (ad-servers.md section 6, row 11). A whole cell, alone
 * or in a row of them, stands in quotes of its own; of a part of one only the doubling is left.
 */
export function withoutDoubledQuotes(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes('""')) return mapped;
  const gone = new Set<number>();
  for (const { index, 0: cell } of text.matchAll(CELL)) {
    if (!cell.slice(1, -1).includes('""')) continue;
    gone.add(index).add(index + cell.length - 1);
    for (const pair of cell.slice(1, -1).matchAll(DOUBLED)) gone.add(index + 2 + pair.index);
  }
  if (gone.size > 0) return replaceMapped(mapped, /"/g, (_, at) => (gone.has(at) ? '' : null));
  const isDoubled = /<[A-Za-z][^<>]*=\s?""[^"\s>]/.test(text);
  if (!isDoubled) return mapped;
  const isInside = inPlaces(text);
  return replaceMapped(mapped, DOUBLED, (_, at) => (isInside(at) ? '"' : null));
}
