import { firstIndex } from '../../base/first-index';
import type { Range } from '../../base/range';
import { macroEndAt } from '../../macro/shapes';
import { type Continuation, continuation } from './continuation';
import { INLINE } from './layers/rich-text';

/** A URL of the service in running text, code or JSON. */
export interface UrlIn extends Range {
  /** What stands beside it may be a part of it. */
  readonly isDoubtful: boolean;
}

// White space in the middle: a line was broken there.
const OURS = /i\s*m\s*p\s*t\s*r|clktrb?/gi;
const PATH_ENDS = /\/?(?:[?&#]|(?=[\s"'<>`]|$))/y;
// Where a URL may end, or a macro begin that holds what would end it, or ends in what ends a sentence.
const STOP =
  /[\s"'<>`\u00B6\u21B5\u23CE\u2424\u3001\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1B\\&[\]{$#,;|@]|redir=|https?:\/\//gi;
// And what editors show in the place of a line's end, and the marks that end a sentence in Chinese and Japanese.
const ENDS =
  /[\s"'<>`\u00B6\u21B5\u23CE\u2424\u3001\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1B]/;

// As they stand in HTML that was itself escaped.
const ESCAPED_DELIMITER = /&(?:quot|apos|lt|gt|nbsp|#34|#39|#[xX]2[27]);/y;
// Of the names of those.
const STARTS_ENTITY = 'qalgn#';
const NEXT_URL = /[,;|]https?:\/\//iy;
// What cells and markup put right behind a macro, and what of it may be the URL's own after all.
const BEHIND_MACRO = /[,;|\]]/;
const OWN = /[=&?%[{$]/;
const LONGEST_BEHIND = 40;
// Jira's `!https://…|width=1,height=1!`.
const IMAGE_SIZE = /^(?:width|height|align|border|alt|thumbnail)\b/;
const WIKI_MARK = /^\{(?:code|noformat|quote|panel|color)\}$/;
// AdSpeed: several URLs in one field, and what makes one of them a script.
const SEPARATOR_MACRO = /^\[AS:3P\w+\]$/i;
// `…&cachebuster=<random>`, a sample's own way to say what belongs there.
const ANGLE_PLACEHOLDER = /(?<==)<[A-Za-z][\w .-]{0,60}>/y;
const BACKSLASHES = /\\+/y;
const TRAILING = /[.,;:)\]}!*]/;
const HOST_CHARACTER = /[\w.-]/;
// Replies to a mail have `>` before each line.
const GAP = /[ \t]*(?:\r?\n[ \t>|]*)+|\s+/y;
const MARKUP = new RegExp(INLINE.source, 'iy');
const WORD = /[^\s"'<>`]*/y;

/** Where the service's names stand in a text. */
export function namesIn(text: string): readonly Range[] {
  const names: Range[] = [];
  OURS.lastIndex = 0;
  for (let name = OURS.exec(text); name; name = OURS.exec(text)) {
    names.push({ start: name.index, end: OURS.lastIndex });
  }
  return names;
}

/**
 * The URLs of the service in a piece of running text, code or JSON: each ends at white space, a quote, an
 * angle bracket, or where the next URL of a list begins. Where what stands behind the white space is clearly
 * its rest, it goes on.
 */
export function urlsIn(text: string, piece: Range, names: readonly Range[]): UrlIn[] {
  const found: UrlIn[] = [];
  let [free, wordStart, scanned] = [piece.start, piece.start, piece.start];
  // A word is looked at once, however often the name stands in it.
  let refused = -1;
  for (
    let index = firstIndex(names, ({ start }) => start >= piece.start);
    index < names.length;
    index += 1
  ) {
    const name = names[index];
    if (!name || name.end > piece.end) break;
    if (name.start < free) continue;
    for (let at = name.start - 1; at >= scanned; at -= 1) {
      if (!isDelimiter(text.charCodeAt(at))) continue;
      wordStart = at + 1;
      break;
    }
    scanned = name.start;
    PATH_ENDS.lastIndex = name.end;
    if (name.end < piece.end && !PATH_ENDS.test(text)) continue;
    if (refused === wordStart) continue;
    const start = beginningOf(text, { start: wordStart, end: name.start }, free);
    if (start === null) {
      refused = wordStart;
      continue;
    }
    const url = urlFrom(text, { ...start, from: name.end }, piece);
    found.push(url);
    [free, wordStart, scanned] = [url.next, url.next, url.next];
  }
  return found;
}

// The same, where every character of a word is asked about.
function isDelimiter(code: number): boolean {
  if (code > 0x7f) return ENDS.test(String.fromCharCode(code));
  return (
    code <= 0x20 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x3c ||
    code === 0x3e ||
    code === 0x60
  );
}

interface Beginning {
  readonly start: number;
  readonly isDoubtful: boolean;
}

// Where the URL begins whose name stands at the end of this word; `null` where it is no URL, or another
// vendor's with ours as its redirect: that is theirs.
function beginningOf(text: string, word: Range, free: number): Beginning | null {
  const before = text.slice(word.start, word.end);
  const scheme = schemeIn(before);
  if (scheme >= 0) {
    return scheme > 0 && isTheirs(before.slice(0, scheme))
      ? null
      : { start: word.start + scheme, isDoubtful: false };
  }
  if (/[?#]/.test(before)) return null;
  const joined = beginningAcross(text, word, free);
  if (joined !== null) return { start: joined, isDoubtful: false };
  const slashes = before.lastIndexOf('//');
  const found = slashes >= 0 ? slashes : folderBefore(before);
  if (found < 0) return null;
  const from = found - frontLength(before.slice(Math.max(0, found - LONGEST_HOST), found));
  // `ttps://…`: some of it is missing.
  const isCut = from > 0 && /[\w:/\\]$/.test(before.slice(0, from));
  const isBehindUrl = HOST_ALONE.test(wordBefore(text, word.start, 0));
  return { start: word.start + from, isDoubtful: isCut || isBehindUrl };
}

// Of `https://https://…` the first.
function schemeIn(before: string): number {
  let at = before.toLowerCase().lastIndexOf('http');
  for (;;) {
    const twice = at < 0 ? null : /https?:\/*$/i.exec(before.slice(Math.max(0, at - 20), at));
    if (!twice) return at;
    at -= twice[0].length;
  }
}

const HOST_ALONE = /(?:https?(?::\/{0,2})?|\/\/)[\w.:@-]*\/?$/i;

// In `https://their.example/?u=https://…` ours is a value of theirs. `Pixel#1:https://…` is no URL.
function isTheirs(before: string): boolean {
  const since = before.slice(before.search(/[({[][^({[]*$/) + 1);
  return /\/\/.*[?#]|[\w/]\?(?:.*[=&])?$|\?.*=$/.test(since);
}

// `https:` and `//ib.adnxs.com/imptr`, when the break of a line stands between them.
function beginningAcross(text: string, word: Range, free: number): number | null {
  let start = word.start;
  let joined = text.slice(word.start, word.end);
  for (let lines = 0; lines < 4; lines += 1) {
    const before = wordBefore(text, start, free);
    if (before === '') return null;
    start = gapStart(text, start, free) - before.length;
    joined = before + joined;
    const scheme = joined.toLowerCase().lastIndexOf('http');
    if (scheme < 0) continue;
    const isWhole = /^https?:\/\/[\w.:@-]+\/$/i.test(joined.slice(scheme));
    return isWhole && !isTheirs(joined.slice(0, scheme)) ? start + scheme : null;
  }
  return null;
}

const LONGEST_HOST = 100;

function wordBefore(text: string, at: number, free: number): string {
  const end = gapStart(text, at, free);
  if (end === at) return '';
  let start = end;
  const least = Math.max(free, end - LONGEST_HOST);
  while (start > least && !ENDS.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function gapStart(text: string, at: number, free: number): number {
  let start = at;
  const least = Math.max(free, at - LONGEST_HOST);
  while (start > least && /[\s>|]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at).trim() === '' || text.slice(start, at).includes('\n') ? start : at;
}

// What is filled in before the rest of an address: a macro, a template's or a string's variable.
const FRONT = /(?:[$#]?\{{1,2}[^{}]*\}{1,2}|\[{1,2}[A-Za-z][\w.]*\]{1,2}|%%[\w:.]+%%|[$%])$/;

function frontLength(before: string): number {
  return FRONT.exec(before)?.[0].length ?? 0;
}

// `media/imptr?…`, as old documentation has it: where the folder's name begins.
function folderBefore(before: string): number {
  if (!before.endsWith('/')) return -1;
  let from = before.length - 1;
  while (from > 0 && HOST_CHARACTER.test(before.charAt(from - 1))) from -= 1;
  return from;
}

interface Ended {
  /** Where the next URL of the piece may begin. */
  readonly next: number;
  readonly end: number;
  readonly macrosEnd: number;
}

function urlFrom(
  text: string,
  { start, from, isDoubtful }: Beginning & { readonly from: number },
  piece: Range,
): UrlIn & { readonly next: number } {
  const isCdata = text.startsWith('[CDATA[', piece.start);
  const isClosed = text.slice(piece.end - 2, piece.end) === ']]';
  const pieceEnd = isCdata && isClosed ? Math.max(from, piece.end - 2) : piece.end;
  // In quotes and elements it ends where they do.
  const isBare = !isCdata && !/["'`>]/.test(text.charAt(start - 1));
  let { next, end, macrosEnd } = endOf(text, from, pieceEnd, isBare);
  // A section that is not closed was broken; a URL between quotes in it is whole.
  const isOpen = isCdata && !isClosed && !(end < pieceEnd && /["']/.test(text.charAt(end)));
  let doubt = isDoubtful || isOpen;
  for (;;) {
    GAP.lastIndex = end;
    if (end >= pieceEnd || !GAP.test(text) || GAP.lastIndex >= pieceEnd) break;
    const behind = GAP.lastIndex;
    const kind = kindOf(text, { start, end: withoutStop(text, { start, end }, macrosEnd) }, behind);
    doubt ||= kind === 'doubtful';
    if (kind !== 'belongs') break;
    ({ next, end, macrosEnd } = endOf(text, behind, pieceEnd, isBare));
  }
  doubt ||= isGrouped(text, { start, end });
  if (isCdata && end === pieceEnd) return { start, end, next: piece.end, isDoubtful: doubt };
  MARKUP.lastIndex = end;
  if (end === piece.end && text.charAt(end) === '<' && MARKUP.test(text)) {
    doubt ||= kindOf(text, { start, end }, MARKUP.lastIndex) !== 'apart';
  }
  doubt ||= isQuotedValue(text, { start, end });
  const isQuoted = /["'`>]/.test(text.charAt(start - 1)) && end < text.length;
  // Alone in its place it has no sentence around it.
  const isWhole =
    isQuoted || (isBlankBefore(text, start, piece.start) && isBlankBehind(text, end, piece.end));
  const rest = isWhole ? end : withoutStop(text, { start, end }, macrosEnd);
  const stop = rest - (isBetweenDollars(text, { start, end: rest }) ? 2 : 0);
  return { start, end: stop, next, isDoubtful: doubt || isShortened(text, start, end) };
}

// Sizmek's `$$https://…$$`.
function isBetweenDollars(text: string, { start, end }: Range): boolean {
  return text.slice(Math.max(0, start - 2), start) === '$$' && text.slice(end - 2, end) === '$$';
}

const VALUE_BEHIND_QUOTE = /["'][\w[{%$#@]/y;

/**
 * Whether a quote ends a URL in the middle, where a value stands between quotes of its own:
 * `&cachebuster="[timestamp]"`. Whatever is added to it would leave that behind.
 */
export function isQuotedValue(text: string, { start, end }: Range): boolean {
  VALUE_BEHIND_QUOTE.lastIndex = end;
  if (!VALUE_BEHIND_QUOTE.test(text)) return false;
  return text.charAt(end - 1) === '=' || text.charAt(start - 1) !== text.charAt(end);
}

// Looked at from the URL outward: a long row of blanks is gone through once, and not for each URL beyond it.
function isBlankBefore(text: string, start: number, from: number): boolean {
  let at = start;
  while (at > from && BLANK.test(text.charAt(at - 1))) at -= 1;
  return at <= from;
}

function isBlankBehind(text: string, end: number, to: number): boolean {
  let at = end;
  while (at < to && BLANK.test(text.charAt(at))) at += 1;
  return at >= to;
}

const BLANK = /\s/;

function kindOf(text: string, { start, end }: Range, behind: number): Continuation {
  WORD.lastIndex = behind;
  const word = WORD.exec(text)?.[0] ?? '';
  return word === '' ? 'apart' : continuation(text.slice(start, end), word);
}

const ID = /[?&]id=\d{1,3}$/;
const GROUP = /^[ \u00A0\u2009\u202F']\d{3}(?![\dx])/;

// A sheet writes an id as 1 234 567 or 1'234'567.
function isGrouped(text: string, { start, end }: Range): boolean {
  return (
    GROUP.test(text.slice(end, end + 5)) && ID.test(text.slice(Math.max(start, end - 10), end))
  );
}

// A page or a chat shows the beginning and three dots.
function isShortened(text: string, start: number, end: number): boolean {
  return /\.\.\.$|\u2026$/.test(text.slice(Math.max(start, end - 3), end));
}

function endOf(text: string, from: number, pieceEnd: number, isBare: boolean): Ended {
  let macrosEnd = from;
  let inRedir = false;
  STOP.lastIndex = from;
  for (let stop = STOP.exec(text); stop && stop.index < pieceEnd; stop = STOP.exec(text)) {
    const { 0: char, index: at } = stop;
    if (char === '&' && !STARTS_ENTITY.includes(text.charAt(at + 1))) continue;
    const macroEnd = macroEndAt(text, at);
    if (macroEnd !== null && macroEnd <= pieceEnd) {
      const macro = text.slice(at, macroEnd);
      const isMark = isBare && WIKI_MARK.test(macro) && isBehindMacro(text, at, macrosEnd);
      if (isMark || SEPARATOR_MACRO.test(macro)) return { end: at, next: macroEnd, macrosEnd };
      macrosEnd = macroEnd;
      STOP.lastIndex = macroEnd;
    } else if (/^redir=$/i.test(char)) inRedir ||= char === 'redir=';
    else if (isBare && !inRedir && at > from && isEndOfBare(text, at, from, macrosEnd)) {
      // What is glued to it may be the next tag's.
      return { end: at, next: char.length > 1 ? at : at + 1, macrosEnd };
    } else if (char.length > 1) continue;
    else if (char === '\\') {
      // An escape of somebody's; before a quote it is the string's that ends there.
      BACKSLASHES.lastIndex = at;
      BACKSLASHES.test(text);
      STOP.lastIndex = BACKSLASHES.lastIndex;
      if (STOP.lastIndex >= pieceEnd || ENDS.test(text.charAt(STOP.lastIndex))) {
        return { end: at, next: at + 1, macrosEnd };
      }
    } else if (char === '<' && startsHere(ANGLE_PLACEHOLDER, text, at)) {
      macrosEnd = ANGLE_PLACEHOLDER.lastIndex;
      STOP.lastIndex = macrosEnd;
    } else if (isEnd(text, at, char, inRedir)) return { end: at, next: at + 1, macrosEnd };
  }
  return { end: pieceEnd, next: pieceEnd, macrosEnd };
}

// Of macros in percent signs and underscores it is not remembered where they end: nothing in them ends a URL.
function isBehindMacro(text: string, at: number, macrosEnd: number): boolean {
  return at === macrosEnd || /[%_]/.test(text.charAt(at - 1));
}

// `%%CACHEBUSTER%%;300x250`, `%%CACHEBUSTER%%]pixel[/url]`, `t=2https://…`
function isEndOfBare(text: string, at: number, from: number, macrosEnd: number): boolean {
  const char = text.charAt(at);
  if (char === '[') return text.charAt(at + 1) === '/';
  if (char === '|' && IMAGE_SIZE.test(text.slice(at + 1, at + LONGEST_BEHIND))) return true;
  if (/h/i.test(char)) return /[^=/:?&]/.test(text.charAt(at - 1));
  if (!BEHIND_MACRO.test(char) || !isBehindMacro(text, at, macrosEnd)) return false;
  const [rest = ''] = text.slice(at + 1, at + LONGEST_BEHIND).split(ENDS);
  if (OWN.test(rest.replace('[/', ''))) return false;
  const before = text.slice(Math.max(from, at - LONGEST_BEHIND), at);
  return char !== ']' || !/\[(?![^\]]*\]$)/.test(before.slice(before.lastIndexOf('=') + 1));
}

function isEnd(text: string, at: number, char: string, inRedir: boolean): boolean {
  if (isDelimiter(char.charCodeAt(0))) return true;
  if (char === '&') return startsHere(ESCAPED_DELIMITER, text, at);
  // Behind `redir=` a URL is the target, and no next one.
  return !inRedir && /[,;|]/.test(char) && startsHere(NEXT_URL, text, at);
}

function startsHere(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

// The full stop that ends a sentence is not the URL's; a macro's bracket is.
function withoutStop(text: string, word: Range, macrosEnd: number): number {
  let { end } = word;
  while (end > Math.max(word.start, macrosEnd) && TRAILING.test(text.charAt(end - 1))) end -= 1;
  return end;
}
