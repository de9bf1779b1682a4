import { inRanges } from './ranges';

// White space of any width; what has none at all is a part of the word.
const WORDS = /[^\t-\r "'<>\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;
const OURS = /imptr|clktr/i;

/**
 * Says of offsets, asked in order, whether they stand in a word that is a URL of the service, as far as
 * white space, quotes or angle brackets; `clean` takes out what may stand in the middle of its name.
 */
export function inWordsOfOurs(
  text: string,
  clean: (word: string) => string = (word) => word,
): (offset: number) => boolean {
  return inRanges(
    [...text.matchAll(WORDS)]
      .filter(([word]) => OURS.test(clean(word)))
      .map(({ 0: word, index }) => ({ start: index, end: index + word.length })),
  );
}

const ENDS = /[\s"'<>`]/;

/** Where the word begins that ends here; at `least` at the earliest. */
export function wordStart(text: string, end: number, least = 0): number {
  let start = end;
  while (start > least && !ENDS.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the word ends that begins here; at `most` at the latest. */
export function wordEnd(text: string, start: number, most = text.length): number {
  let end = start;
  while (end < most && !ENDS.test(text.charAt(end))) end += 1;
  return end;
}
