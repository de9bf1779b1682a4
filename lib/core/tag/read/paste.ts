import { type MappedText, mapText, replaceMapped } from '../mapped-text';

/** What copying through other programs did to a text. */
export type PasteDamage = 'doubled-quotes' | 'smart-quotes' | 'invisible-characters';

export interface PastedText {
  /** The text as it was before; findings still point into what was pasted. */
  readonly mapped: MappedText;
  readonly damage: readonly PasteDamage[];
}

const SMART_DOUBLE = '[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]';
const SMART_SINGLE = '[\u2018\u2019\u201A\u201B\u2032\uFF07]';
const INVISIBLE = '[\u00AD\u200B-\u200F\u2060\uFEFF]';
const NO_BREAK = '[\u00A0\u2007\u202F]';
const QUOTES = new RegExp(`${SMART_DOUBLE}|${SMART_SINGLE}`, 'g');
// Only where they are part of a tag or a URL; a tracker may well be named “Spring”.
const NEAR_MARKUP = new RegExp(
  `=\\s?(?:${SMART_DOUBLE}|${SMART_SINGLE})|(?:${SMART_DOUBLE}|${SMART_SINGLE})(?=\\s?/?>|\\s+[a-z]+=)`,
);
const HIDDEN = new RegExp(`${INVISIBLE}|${NO_BREAK}`, 'g');
const HIDDEN_IN_URL = new RegExp(`imptr[^\\s"'<>]{0,200}?(?:${INVISIBLE}|${NO_BREAK})`);

/**
 * Undoes what spreadsheets and word processors do to tags: a whole cell copied from Excel has its
 * quotes doubled, Word makes them curly and adds spaces that do not break (ad-servers.md section
 * 6, rows 11 and 12).
 */
export function readPasted(text: string): PastedText {
  const damage: PasteDamage[] = [];
  let mapped = mapText(text);
  const cell = /^\s*"([\s\S]*)"\s*$/.exec(text);
  if (cell?.[1] !== undefined && cell[1].includes('""') && !/[^"]"[^"]/.test(cell[1])) {
    damage.push('doubled-quotes');
    const start = text.indexOf('"') + 1;
    mapped = replaceMapped(mapText(cell[1], start), /""/g, () => '"');
  } else if (/=\s?""[^"\s>]/.test(text)) {
    damage.push('doubled-quotes');
    mapped = replaceMapped(mapped, /""(?=[^"\s>])|(?<=[^"=\s])""/g, () => '"');
  }
  if (NEAR_MARKUP.test(mapped.text)) {
    damage.push('smart-quotes');
    const double = new RegExp(SMART_DOUBLE);
    mapped = replaceMapped(mapped, QUOTES, (quote) => (double.test(quote) ? '"' : "'"));
  }
  if (HIDDEN_IN_URL.test(mapped.text) || /<[^>]{0,300}[\u00A0\u200B]/.test(mapped.text)) {
    damage.push('invisible-characters');
    const space = new RegExp(NO_BREAK);
    mapped = replaceMapped(mapped, HIDDEN, (char) => (space.test(char) ? ' ' : ''));
  }
  return { mapped, damage };
}
