/** What stands above a column of ids: `Tracker ID`, `imp_tracker_id`, `IDs:`. */
const HEADER = /^(?:(?:impression|imp|pixel|tracker)s?[\s_-]*)*(?:ids?|numbers?)[.:]?$/i;

/** The title of a column of trackers' ids in a sheet. */
export const TRACKER_ID_TITLE =
  /^(?:(?:xandr|monetize|impression|imp|imptr|pixel|tracker|imptracker)s?[\s_-]*)*(?:ids?|numbers?|trackers?)[.:]?$/i;

/** `123,456`: digits by threes, as spreadsheets show one number; in brackets it is a list of a program. */
const GROUPED = /^[1-9]\d{0,2}(?:([,.'’\u00a0\u202f])\d{3})(?:\1\d{3})*$/;
const BLANKED = /(?<!\d)[1-9]\d{0,2}(?: \d{3}){0,3} 0\d{2}(?!\d)/;
/** `1.23E+05`: a spreadsheet has left digits out. */
const SHORTENED = /(?<![\w.,])\d(?:[.,]\d+)?E\+?\d{1,2}(?![\w.,])/i;
/** What is copied from a page along with digits, and nobody sees. */
const UNSEEN = /\p{Cf}+/gu;

/** What a spreadsheet may have made of an id, so that nobody can tell which it was; `null` where it has not. */
export function spoiledId(text: string): 'grouped' | 'shortened' | null {
  if (SHORTENED.test(text)) return 'shortened';
  const open = text.replace(/\[[^[\]]*\]/g, ' ');
  const parts = open.split(/[^\d,.'’\u00a0\u202f]+/);
  return parts.some((part) => GROUPED.test(part)) || BLANKED.test(open) ? 'grouped' : null;
}

/**
 * The ids of a text that is one id or several and nothing else, however they are divided: by commas, blanks,
 * line breaks, as a column with its header, as a list of a program. Each once, in their order; none for any
 * other text, nor where a comma may as well stand inside of a number.
 */
export function readIds(typed: string): readonly number[] {
  const text = typed.replace(UNSEEN, '');
  if (spoiledId(text) !== null) return [];
  const parts = text.split(/[\s,;|"'[\](){}]+/).filter(Boolean);
  const begin = parts.findIndex(isId);
  if (begin < 0 || !parts.slice(begin).every(isId)) return [];
  if (begin > 0 && !HEADER.test(parts.slice(0, begin).join(' '))) return [];
  return [...new Set(parts.slice(begin).flatMap((part) => readId(part) ?? []))];
}

/** The id that a text is, as one is shown or typed: `90012`, `#90012`; `null` where it is none. */
export function readId(text: string): number | null {
  const digits = /^#?(\d{1,15})$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

const isId = (part: string) => readId(part) !== null;
