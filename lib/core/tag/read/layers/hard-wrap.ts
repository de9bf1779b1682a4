import { type MappedText, replaceMapped } from '../mapped-text';
import { wordEnd, wordStart } from './words';
import { type Continuation, continuation } from '../continuation';

const LINES = /[^\r\n]*(?:\r?\n|$)/g;
const BREAK = /\r?\n/g;
const THROUGH_WORD = /[^\s>]\r?\n[^\s<]/;
const NARROWEST = 16;

/**
 * Joins the lines that a program cut at one width, where one of the cuts goes through a URL of the service:
 * every line that is as long as the longest goes on in the next.
 */
export function withoutHardWrap(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes('\n') || !THROUGH_WORD.test(text)) return mapped;
  const lines = [...text.matchAll(LINES)].map(({ 0: line, index }) => {
    const { length } = line.replace(/\r?\n$/, '');
    return { start: index, end: index + length, length };
  });
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const cuts = lines.filter(
    ({ length, end }) => length === width && end < text.length && !isBetweenTags(text, end),
  );
  if (width < NARROWEST || cuts.length === 0) return mapped;
  const ends = new Set(cuts.map(({ end }) => end));
  const joined = replaceMapped(mapped, BREAK, (_, at) => (ends.has(at) ? '' : null));
  let removed = 0;
  let isCut = false;
  for (const { end } of cuts) {
    const kind = kindOf(joined.text, end - removed);
    removed += text.charAt(end) === '\r' ? 2 : 1;
    // One cut by itself may be the end of a line; of a list of URLs each has its own.
    if (kind === 'other-url' || (cuts.length === 1 && kind !== 'belongs')) return mapped;
    isCut ||= kind === 'belongs';
  }
  return isCut ? joined : mapped;
}

// Of a word, so that long lines stay quick.
const LONGEST = 500;
const OTHER_URL = /^(?:https?:)?\/\//i;

// Of a cut through a URL of the service, or through the host before it; `null` for any other.
function kindOf(text: string, at: number): Continuation | 'other-url' | null {
  const before = text.slice(wordStart(text, at, at - LONGEST), at);
  const after = text.slice(at, wordEnd(text, at, at + LONGEST));
  if (before === '' || after === '' || !/imptr/i.test(before + after)) return null;
  if (OTHER_URL.test(after) && !/(?:https?:|redir=)$/i.test(before)) return 'other-url';
  if (/imptr/i.test(before)) return continuation(before, after);
  return /^\W*h(?:t(?:tp?s?)?)?(?::\/{0,2}[\w.:@-]*\/?i?m?p?t?r?)?$/i.test(before)
    ? 'belongs'
    : null;
}

// A line that happens to be as long as the longest.
function isBetweenTags(text: string, end: number): boolean {
  return (
    /(?:>|&gt;)$/.test(text.slice(Math.max(0, end - 4), end)) &&
    /^\s*(?:<|&lt;)/.test(text.slice(end, end + 8))
  );
}
