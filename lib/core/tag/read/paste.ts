import { type MappedText, mapText, replaceMapped } from './mapped-text';
import { decodeEscapes } from '../../macro/encode';
import { decodeReferences } from './entities';
import type { Range } from '../../base/range';

/** What copying through other programs did to a text. */
export type PasteDamage =
  | 'escaped-html'
  | 'wrapped-link'
  | 'doubled-quotes'
  | 'smart-quotes'
  | 'invisible-characters';

export interface PastedText {
  /** The text as it was before; findings still point into what was pasted. */
  readonly mapped: MappedText;
  readonly damage: readonly PasteDamage[];
}

const CURLY_DOUBLE = /[\u201C-\u201F\u2033\u00AB\u00BB\uFF02]/;
const CURLY = /[\u201C-\u201F\u2033\u00AB\u00BB\uFF02\u2018-\u201B\u2032\uFF07]/g;
const NO_BREAK = /[\u00A0\u2007\u202F]/;
const HIDDEN = /[\u00AD\u200B-\u200F\u2060\uFEFF\u00A0\u2007\u202F]/g;
const DOUBLED = /""/g;
// Between tabs (or the commas of CSV), line breaks and the ends of the text.
const CELL = /(?<=^[ \t,]*|[\t,\r\n])"(?:[^"]|"")+"(?=\s*$|[\t,\r\n])/g;
// HTML as a text about HTML has it. What is HTML itself has its escapes for good reasons.
const ESCAPED_TAG = /&lt;(?:img|script|amp-pixel|impression|!--)/i;
// Outlook puts links through a checker of its own.
const WRAPPED =
  /https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\/[\w/]*\?url=([^&"'<>\s]+)[^"'<>\s]*/gi;

// Comments are passed over: a tracker may well be named “Spring”. Damage counts in tags and URLs.
const PLACES = /<!--[\s\S]*?(?:-->|$)|<[A-Za-z/][^<>]*>?|(?:imptr|clktrb?)[?&][^ \t\r\n"'<>]*/gi;

/**
 * Undoes what spreadsheets and word processors do to tags: a whole cell copied from Excel has its
 * quotes doubled, Word makes them curly and adds spaces that do not break (ad-servers.md section
 * 6, rows 11 and 12).
 */
export function readPasted(text: string): PastedText {
  const damage: PasteDamage[] = [];
  const undo = (kind: PasteDamage, before: MappedText, after: MappedText) => {
    if (after !== before) damage.push(kind);
    return after;
  };
  let mapped = mapText(text);
  mapped = undo('escaped-html', mapped, withoutEscapes(mapped));
  mapped = undo('wrapped-link', mapped, replaceMapped(mapped, WRAPPED, unwrapped));
  mapped = undo('doubled-quotes', mapped, withoutDoubledQuotes(mapped));
  mapped = undo('smart-quotes', mapped, replaceInPlaces(mapped, CURLY, straight));
  mapped = undo('invisible-characters', mapped, replaceInPlaces(mapped, HIDDEN, visible));
  return { mapped, damage };
}

function withoutEscapes(mapped: MappedText): MappedText {
  const isEscaped = ESCAPED_TAG.test(mapped.text) && !/<[a-z!/]/i.test(mapped.text);
  return isEscaped ? decodeReferences(mapped) : mapped;
}

function unwrapped(link: string): string | null {
  const target = decodeEscapes(/\?url=([^&]+)/i.exec(link)?.[1] ?? '');
  return /^https?:\/\/[^?#]*\/imptr\?/i.test(target) ? target : null;
}

function straight(quote: string): string {
  return CURLY_DOUBLE.test(quote) ? '"' : "'";
}

function visible(char: string): string {
  return NO_BREAK.test(char) ? ' ' : '';
}

// A whole cell, alone or in a row of them, stands in quotes of its own; of a part of one only the
// doubling is left.
function withoutDoubledQuotes(mapped: MappedText): MappedText {
  const { text } = mapped;
  const gone = new Set<number>();
  for (const { index, 0: cell } of text.matchAll(CELL)) {
    if (!cell.slice(1, -1).includes('""')) continue;
    gone.add(index).add(index + cell.length - 1);
    for (const pair of cell.slice(1, -1).matchAll(DOUBLED)) gone.add(index + 2 + pair.index);
  }
  if (gone.size > 0) return replaceMapped(mapped, /"/g, (_, at) => (gone.has(at) ? '' : null));
  const isDoubled = /<[A-Za-z][^<>]*=\s?""[^"\s>]/.test(text);
  return isDoubled ? replaceInPlaces(mapped, DOUBLED, () => '"') : mapped;
}

function replaceInPlaces(
  mapped: MappedText,
  pattern: RegExp,
  replace: (match: string) => string,
): MappedText {
  const places = placesIn(mapped.text);
  let next = 0;
  return replaceMapped(mapped, pattern, (match, offset) => {
    while ((places[next]?.end ?? Infinity) <= offset) next += 1;
    return offset >= (places[next]?.start ?? Infinity) ? replace(match) : null;
  });
}

function placesIn(text: string): readonly Range[] {
  return [...text.matchAll(PLACES)]
    .filter(([place]) => !place.startsWith('<!--'))
    .map(({ 0: place, index }) => ({ start: index, end: index + place.length }));
}
