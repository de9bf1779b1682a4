import { macroEndAt } from '../../macro/shapes';
import type { Range } from '../../base/range';

const DELIMITER = /[\s"'<>`]/;
// As they stand in HTML that was itself escaped.
const ESCAPED_DELIMITER = /&(?:quot|apos|lt|gt|nbsp|#34|#39|#[xX]2[27]);/y;
// A `\/` or `\u0026` of JSON is a part of the URL, any other backslash ends it.
const STRING_ESCAPE = /\\(?:\/|u00(?:2[1345689A-Fa-f]|3[0-9ABDFabdf]|[4-7][0-9A-Fa-f]))/y;
const PIXEL_HERE = /imptr\/?[?&#]/iy;
const NEXT_URL = /[,;|]https?:\/\//iy;
// AdSpeed: several URLs in one field, and what makes one of them a script.
const SEPARATOR_MACRO = /^\[AS:3P\w+\]$/i;
const PATH = /(?:imptr|clktrb?)\/?(?=[?&#]|\\u003[fF]|$)/i;
const TRAILING = /[.,;:)\]}]/;
const HOST_CHARACTER = /[\w.-]/;

/**
 * The URLs of the service in running text, code or JSON: each ends at white space, a quote, an angle
 * bracket, or where the next URL of a list begins.
 */
export function urlsIn(text: string, piece: Range): Range[] {
  const found: Range[] = [];
  const bareLength = text.slice(piece.start, piece.end).trim().length;
  let start = piece.start;
  let macrosEnd = piece.start;
  // One of ours was seen, and no `redir=` yet: behind that a URL is the target, and no next one.
  let mayBeList = false;
  const take = (end: number, next: number) => {
    if (/imptr|clktr/i.test(text.slice(start, end))) {
      const range = urlInWord(text, { start, end }, piece, macrosEnd, bareLength);
      if (range) found.push(range);
    }
    start = next;
    mayBeList = false;
  };
  for (let at = piece.start; at < piece.end; at += 1) {
    const macroEnd = macroEndAt(text, at);
    if (macroEnd !== null && macroEnd <= piece.end) {
      if (SEPARATOR_MACRO.test(text.slice(at, macroEnd))) take(at, macroEnd);
      else macrosEnd = macroEnd;
      at = macroEnd - 1;
      continue;
    }
    const char = text.charAt(at);
    const delimiter = delimiterAt(text, at, char);
    if (delimiter > 0) take(at, at + delimiter);
    else if (startsHere(PIXEL_HERE, text, at)) mayBeList = true;
    else if (mayBeList && text.startsWith('redir=', at)) mayBeList = false;
    else if (mayBeList && startsHere(NEXT_URL, text, at)) take(at, at + 1);
  }
  take(piece.end, piece.end);
  return found;
}

// Its length; 0 where the URL goes on.
function delimiterAt(text: string, at: number, char: string): number {
  if (DELIMITER.test(char)) return 1;
  if (char === '\\') return startsHere(STRING_ESCAPE, text, at) ? 0 : 1;
  if (char !== '&') return 0;
  return startsHere(ESCAPED_DELIMITER, text, at) ? ESCAPED_DELIMITER.lastIndex - at : 0;
}

function startsHere(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

function urlInWord(
  text: string,
  word: Range,
  piece: Range,
  macrosEnd: number,
  bareLength: number,
): Range | null {
  const path = PATH.exec(text.slice(word.start, word.end));
  if (!path) return null;
  const before = text.slice(word.start, word.start + path.index);
  // Another vendor's URL may carry ours as its own redirect; that is theirs.
  if (/[?#]/.test(before)) return null;
  const from = beginningOf(before);
  if (from < 0) return null;
  const start = word.start + from;
  if (text.startsWith('[CDATA[', piece.start) && word.end === piece.end) {
    return { start, end: word.end - 2 };
  }
  const isQuoted = from === 0 && /["'`>]/.test(text.charAt(start - 1)) && word.end < text.length;
  const range = { start, end: word.end };
  // Alone in its place it has no sentence around it.
  const isWhole = isQuoted || bareLength === range.end - range.start;
  return isWhole ? range : { start, end: withoutStop(text, range, macrosEnd) };
}

// Of `before`, where the scheme, the `//` or the first folder begins.
function beginningOf(before: string): number {
  const scheme = before.toLowerCase().lastIndexOf('http');
  if (scheme >= 0) return scheme;
  const host = Math.max(before.lastIndexOf('//'), before.lastIndexOf('\\/\\/'));
  return host >= 0 ? host : folderBefore(before);
}

// `media/imptr?…`, as old documentation has it: where the folder's name begins.
function folderBefore(before: string): number {
  if (!before.endsWith('/')) return -1;
  let from = before.length - 1;
  while (from > 0 && HOST_CHARACTER.test(before.charAt(from - 1))) from -= 1;
  return from;
}

// The full stop that ends a sentence is not the URL's; a macro's bracket is.
function withoutStop(text: string, word: Range, macrosEnd: number): number {
  let { end } = word;
  while (end > Math.max(word.start, macrosEnd) && TRAILING.test(text.charAt(end - 1))) end -= 1;
  return end;
}
