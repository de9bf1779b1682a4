/** What stands above a column of ids: `Tracker ID`, `imp_tracker_id`, `IDs:`. */
const HEADER = /^(?:(?:impression|imp|pixel|tracker)s?[\s_-]*)*(?:ids?|numbers?)[.:]?$/i;

/** The title of a column of trackers' ids in a sheet. */
export const TRACKER_ID_TITLE =
  /^(?:(?:xandr|monetize|impression|imp|imptr|pixel|tracker|imptracker)s?[\s_-]*)*(?:ids?|numbers?|trackers?)[.:]?$/i;

/**
 * The ids of a text that is one id or several and nothing else, however they are divided: by commas, blanks,
 * line breaks, as a column with its header, as a list of a program. Each once, in their order; none for any
 * other text.
 */
export function readIds(text: string): readonly number[] {
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
