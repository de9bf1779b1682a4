import { macroEndAt } from '../../ad-server/macros';
import { isClosingComment, nameInComment } from '../comment';
import { type MappedText, originOf, sliceMapped } from '../mapped-text';
import type { TagSpec, TagType } from '../tag-spec';
import { decodeReferences } from './entities';
import { type HtmlComment, type HtmlElement, type HtmlPieces, type Range, readHtml } from './html';
import { nativeTrackers } from './native';
import { type PasteDamage, readPasted } from './paste';
import { specOf } from './spec-of';
import { readUrl, type UrlPieces } from './url';

/** What holds a pixel's URL. */
export type Carrier = 'img' | 'script' | 'amp-pixel' | 'other-element' | 'vast' | 'native' | 'text';

/** An impression tracker's tag as it was found in a text. Ranges point into that text. */
export interface FoundTag extends Range {
  readonly carrier: Carrier;
  readonly type: TagType;
  /** Everything of the tag: `start` and `end` take in its comments, `element` does not. */
  readonly element: Range;
  readonly urlRange: Range;
  /** The URL with its character references decoded. */
  readonly url: UrlPieces;
  /** Where the units of the decoded URL stand in the text. */
  readonly urlText: MappedText;
  readonly ampersands: 'raw' | 'escaped';
  readonly quoted: boolean;
  /** Inside an HTML comment: no browser will call it. */
  readonly inComment: boolean;
  readonly inNoscript: boolean;
  readonly trackerName: string | null;
  /** What the tag says; `null` where it has no tracker's id. */
  readonly spec: TagSpec | null;
}

/** Everything that was found in a text. */
export interface TagReading {
  readonly text: string;
  readonly tags: readonly FoundTag[];
  /** Impression trackers' comments, wherever they stand. */
  readonly comments: readonly Range[];
  /** Click trackers of the service: they count clicks and are left alone. */
  readonly clickTrackers: readonly Range[];
  /** Other vendors' images and scripts: left alone. */
  readonly others: readonly Range[];
  readonly damage: readonly PasteDamage[];
}

const CLICK_TRACKER = /\/clktrb?\?/;
const PIXEL = /(?:^|[/\\])imptr(?=[?&#]|$)/i;

/**
 * Reads whatever people paste: HTML with several tags, a bare URL, VAST, native JSON, a spreadsheet's
 * cell. Never fails and takes time in line with the text's length.
 */
export function readTags(text: string): TagReading {
  const { mapped, damage } = readPasted(text);
  const pieces = readHtml(mapped.text);
  const native = nativeTrackers(mapped.text);
  const found: Found[] = [
    ...pieces.elements.flatMap((element) => fromElement(mapped, element, false)),
    ...pieces.texts.flatMap((piece) =>
      urlsIn(mapped.text, piece).map((range) => ({
        range,
        carrier: carrierOf(mapped.text, range, piece.inImpression, native),
        element: vastElement(pieces, range, piece.inImpression) ?? range,
        quoted: true,
        inComment: false,
        inNoscript: false,
      })),
    ),
    ...pieces.comments.flatMap((comment) => fromComment(mapped, comment)),
  ].toSorted((a, b) => a.range.start - b.range.start);

  const isPixel = (item: Found) => PIXEL.test(pathOf(textOf(mapped, item.range)));
  const isClick = (item: Found) => CLICK_TRACKER.test(textOf(mapped, item.range));
  const here = (range: Range) => toOrigin(mapped, range);
  return {
    text,
    tags: found
      .filter(isPixel)
      .map((item) => describe(mapped, item, commentsAround(mapped, pieces.comments, item.element))),
    comments: pieces.comments.filter((it) => isOurComment(mapped.text, it)).map(here),
    clickTrackers: found.filter((it) => !isPixel(it) && isClick(it)).map((it) => here(it.range)),
    others: found
      .filter((it) => !isPixel(it) && !isClick(it) && it.carrier !== 'text' && !it.inComment)
      .map((it) => here(it.element)),
    damage,
  };
}

interface Found {
  readonly range: Range;
  readonly carrier: Carrier;
  readonly element: Range;
  readonly quoted: boolean;
  readonly inComment: boolean;
  readonly inNoscript: boolean;
}

const TYPES: Readonly<Record<Carrier, TagType>> = {
  img: 'image',
  script: 'javascript',
  'amp-pixel': 'amp',
  'other-element': 'image',
  vast: 'vast',
  native: 'native',
  text: 'url',
};

function describe(mapped: MappedText, item: Found, comments: CommentsAround): FoundTag {
  const raw = trimmed(sliceMapped(mapped, item.range.start, item.range.end));
  const inAttribute =
    item.carrier !== 'text' && item.carrier !== 'vast' && item.carrier !== 'native';
  const urlText = inAttribute ? decodeReferences(raw) : raw;
  const url = readUrl(urlText.text);
  const type = TYPES[item.carrier];
  const isEscaped = inAttribute && /^[^&]*&amp;/.test(raw.text);
  const element = toOrigin(mapped, item.element);
  const tag = {
    carrier: item.carrier,
    type,
    start: comments.opening?.start ?? element.start,
    end: comments.closing?.end ?? element.end,
    element,
    urlRange: {
      start: originOf(raw, 0),
      end: Math.max(originOf(raw, 0), originOf(raw, raw.text.length)),
    },
    url,
    urlText,
    ampersands: isEscaped ? ('escaped' as const) : ('raw' as const),
    quoted: item.quoted,
    inComment: item.inComment,
    inNoscript: item.inNoscript,
    trackerName: comments.name,
  };
  return { ...tag, spec: specOf(tag) };
}

function fromElement(mapped: MappedText, element: HtmlElement, inComment: boolean): Found[] {
  const carrier =
    element.name === 'img' || element.name === 'script' || element.name === 'amp-pixel';
  return element.attributes
    .filter(({ name, value }) => name === 'src' || PIXEL.test(pathOf(textOf(mapped, value))))
    .filter(({ value }) => value.end > value.start)
    .map(({ value, quoted, name }) => ({
      range: value,
      carrier: carrier && name === 'src' ? carrierName(element.name) : ('other-element' as const),
      element,
      quoted,
      inComment,
      inNoscript: element.inNoscript,
    }));
}

function carrierName(name: string): Carrier {
  if (name === 'script') return 'script';
  return name === 'amp-pixel' ? 'amp-pixel' : 'img';
}

// A tag that was commented out. Our own comments hold a name and no tag.
function fromComment(mapped: MappedText, comment: HtmlComment): Found[] {
  const { start, end } = comment.content;
  const inner = mapped.text.slice(start, end);
  if (!inner.includes('imptr')) return [];
  const moved = (range: Range) => ({ start: range.start + start, end: range.end + start });
  const pieces = readHtml(inner);
  return [
    ...pieces.elements.flatMap((element) =>
      fromElement(
        mapped,
        {
          ...element,
          ...moved(element),
          attributes: element.attributes.map((it) => ({ ...it, value: moved(it.value) })),
        },
        true,
      ),
    ),
    ...pieces.texts.flatMap((piece) =>
      urlsIn(mapped.text, moved(piece)).map((range) => ({
        range,
        carrier: 'text' as const,
        element: range,
        quoted: true,
        inComment: true,
        inNoscript: false,
      })),
    ),
  ];
}

const DELIMITER = /[\s"'<>`\\]/;
const TRAILING = /[.,;:)\]}]/;
const HOST_CHARACTER = /[\w.-]/;

/** The URLs of the service in running text: each ends at white space, a quote or an angle bracket. */
function urlsIn(text: string, piece: Range): Range[] {
  const found: Range[] = [];
  let start = piece.start;
  let macrosEnd = piece.start;
  const take = (end: number) => {
    if (!/imptr|clktr/.test(text.slice(start, end))) return;
    const range = urlInWord(text, { start, end }, piece, macrosEnd);
    if (range) found.push(range);
  };
  for (let at = piece.start; at < piece.end; at += 1) {
    const macroEnd = macroEndAt(text, at);
    if (macroEnd !== null && macroEnd <= piece.end) {
      macrosEnd = macroEnd;
      at = macroEnd - 1;
    } else if (DELIMITER.test(text.charAt(at))) {
      take(at);
      start = at + 1;
    }
  }
  take(piece.end);
  return found;
}

function urlInWord(text: string, word: Range, piece: Range, macrosEnd: number): Range | null {
  const path = /(?:imptr|clktrb?)(?=[?&#]|$)/.exec(text.slice(word.start, word.end));
  if (!path) return null;
  const before = text.slice(word.start, word.start + path.index);
  // Another vendor's URL may carry ours as its own redirect; that is theirs.
  if (/[?#]/.test(before)) return null;
  const scheme = before.lastIndexOf('http');
  const host = before.lastIndexOf('//');
  const from = scheme >= 0 ? scheme : host >= 0 ? host : folderBefore(before);
  if (from < 0) return null;
  const start = word.start + from;
  if (text.startsWith('[CDATA[', piece.start) && word.end === piece.end) {
    return { start, end: word.end - 2 };
  }
  return { start, end: withoutStop(text, { start, end: word.end }, piece, macrosEnd) };
}

// The full stop that ends a sentence is not the URL's; a macro's bracket is.
function withoutStop(text: string, word: Range, piece: Range, macrosEnd: number): number {
  const isAlone = text.slice(piece.start, piece.end).trim().length === word.end - word.start;
  const isQuoted = word.end < text.length && !/\s/.test(text.charAt(word.end));
  let { end } = word;
  if (isAlone || isQuoted) return end;
  while (end > Math.max(word.start, macrosEnd) && TRAILING.test(text.charAt(end - 1))) end -= 1;
  return end;
}

// `media/imptr?…`, as old documentation has it: where the folder's name begins.
function folderBefore(before: string): number {
  if (!before.endsWith('/')) return -1;
  let from = before.length - 1;
  while (from > 0 && HOST_CHARACTER.test(before.charAt(from - 1))) from -= 1;
  return from;
}

function carrierOf(
  text: string,
  range: Range,
  inImpression: boolean,
  native: ReadonlySet<string>,
): Carrier {
  if (inImpression) return 'vast';
  return native.has(text.slice(range.start, range.end)) ? 'native' : 'text';
}

function vastElement(pieces: HtmlPieces, range: Range, inImpression: boolean): Range | null {
  if (!inImpression) return null;
  const element = pieces.elements.findLast(
    ({ name, end }) => name === 'impression' && end <= range.start,
  );
  const closing = pieces.closings.find(
    ({ name, start }) => name === 'impression' && start >= range.end,
  );
  return element && closing ? { start: element.start, end: closing.end } : null;
}

interface CommentsAround {
  readonly name: string | null;
  readonly opening: Range | null;
  readonly closing: Range | null;
}

function commentsAround(
  mapped: MappedText,
  comments: readonly HtmlComment[],
  element: Range,
): CommentsAround {
  const nothing = (from: number, to: number) => mapped.text.slice(from, to).trim() === '';
  const before = lastEndingBefore(comments, element.start);
  const after = firstStartingAt(comments, element.end);
  const name =
    before && nothing(before.end, element.start)
      ? nameInComment(textOf(mapped, before.content))
      : null;
  const closes =
    after && nothing(element.end, after.start) && isClosingComment(textOf(mapped, after.content));
  return {
    name,
    opening: before && name !== null ? toOrigin(mapped, before) : null,
    closing: after && closes ? toOrigin(mapped, after) : null,
  };
}

function isOurComment(text: string, { content }: HtmlComment): boolean {
  const inner = text.slice(content.start, content.end);
  return nameInComment(inner) !== null || isClosingComment(inner);
}

function lastEndingBefore(comments: readonly HtmlComment[], at: number): HtmlComment | undefined {
  return comments[firstIndex(comments, (comment) => comment.end > at) - 1];
}

function firstStartingAt(comments: readonly HtmlComment[], at: number): HtmlComment | undefined {
  return comments[firstIndex(comments, (comment) => comment.start >= at)];
}

// Comments stand in order, so a long text with many tags stays quick.
function firstIndex(
  comments: readonly HtmlComment[],
  isBehind: (comment: HtmlComment) => boolean,
): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const comment = comments[middle];
    if (comment && isBehind(comment)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function pathOf(url: string): string {
  return url
    .trim()
    .replace(/[?#][\s\S]*$/, '')
    .replace(/&amp;[\s\S]*$/, '');
}

function textOf(mapped: MappedText, { start, end }: Range): string {
  return mapped.text.slice(start, end);
}

function trimmed(part: MappedText): MappedText {
  const start = part.text.length - part.text.trimStart().length;
  return sliceMapped(part, start, Math.max(start, part.text.trimEnd().length));
}

function toOrigin(mapped: MappedText, { start, end }: Range): Range {
  return { start: originOf(mapped, start), end: originOf(mapped, end) };
}
