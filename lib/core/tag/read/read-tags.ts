import { type MappedText, mapText, originOf, sliceMapped } from '../mapped-text';
import type { TagSpec, TagType } from '../tag-spec';
import { commentsAround, type CommentsAround, isOurComment } from './comments-around';
import {
  type HtmlComment,
  type HtmlElement,
  type HtmlPieces,
  type HtmlText,
  type Range,
  readHtml,
} from './html';
import { nativeTrackers } from './native';
import {
  type AmpersandFault,
  decodeString,
  hasStringEscapes,
  type Notation,
  readNotation,
} from './notation';
import { type PasteDamage, readPasted } from './paste';
import { specOf } from './spec-of';
import { readUrl, type UrlPieces } from './url';
import { urlsIn } from './urls-in';

/** What holds a pixel's URL. */
export type Carrier =
  | 'img'
  | 'script'
  | 'amp-pixel'
  | 'link'
  | 'other-element'
  | 'vast'
  | 'native'
  | 'text';

/** An impression tracker's tag as it was found in a text. Ranges point into that text. */
export interface FoundTag extends Range {
  readonly carrier: Carrier;
  readonly type: TagType;
  /** Everything of the tag: `start` and `end` take in its comments, `element` does not. */
  readonly element: Range;
  readonly urlRange: Range;
  /** The URL as it is meant: what its place escapes is decoded. */
  readonly url: UrlPieces;
  /** Where the units of the decoded URL stand in the text. */
  readonly urlText: MappedText;
  readonly notation: Notation;
  readonly ampersands: 'raw' | 'escaped';
  readonly ampersandFault: AmpersandFault | null;
  readonly quoted: boolean;
  /** Code puts more of the URL together when it runs: `"…&cachebuster=" + Date.now()`. */
  readonly isComputed: boolean;
  /** The end of its HTML is missing. */
  readonly isCutOff: boolean;
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

const CLICK_TRACKER = /\/clktrb?\?/i;
const PIXEL = /(?:^|[/\\])imptr\/?$/i;

/**
 * Reads whatever people paste: HTML with several tags, a bare URL, VAST, native JSON, a spreadsheet's
 * cell. Never fails and takes time in line with the text's length.
 */
export function readTags(text: string): TagReading {
  const { mapped, damage } = readPasted(text);
  const pieces = readHtml(mapped.text);
  const native = nativeTrackers(mapped.text);
  const found: Found[] = [
    ...pieces.elements.flatMap((element) => fromElement(mapped, element)),
    ...pieces.texts.flatMap((piece) => fromText(mapped.text, piece, pieces, native)),
    ...pieces.comments.flatMap((comment) => fromComment(mapped, comment)),
  ].toSorted((a, b) => a.range.start - b.range.start);

  const isPixel = (item: Found) => PIXEL.test(pathOf(textOf(mapped, item.range)));
  const isClick = (item: Found) => CLICK_TRACKER.test(textOf(mapped, item.range));
  const here = (range: Range) => toOrigin(mapped, range);
  return {
    text,
    tags: found.filter(isPixel).map((item) => {
      return describe(mapped, item, commentsAround(mapped.text, pieces.comments, item.element));
    }),
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
  readonly notation: Notation;
  readonly quoted: boolean;
  readonly isComputed: boolean;
  readonly isCutOff: boolean;
  readonly inComment: boolean;
  readonly inNoscript: boolean;
}

/** What holds of a URL in running text. */
const IN_TEXT = {
  carrier: 'text',
  notation: 'plain',
  quoted: true,
  isComputed: false,
  isCutOff: false,
  inComment: false,
  inNoscript: false,
} as const;

const TYPES: Readonly<Record<Carrier, TagType>> = {
  img: 'image',
  script: 'javascript',
  'amp-pixel': 'amp',
  link: 'image',
  'other-element': 'image',
  vast: 'vast',
  native: 'native',
  text: 'url',
};

function describe(mapped: MappedText, item: Found, comments: CommentsAround): FoundTag {
  const raw = trimmed(sliceMapped(mapped, item.range.start, item.range.end));
  const { urlText, fault } = readNotation(raw, item.notation);
  const isEscaped =
    item.notation === 'xml' ||
    (item.notation.startsWith('attribute') && /^[^&]*&(?:amp|#38|#x26);/i.test(raw.text));
  const element = toOrigin(mapped, item.element);
  const opening = comments.opening && toOrigin(mapped, comments.opening);
  const closing = comments.closing && toOrigin(mapped, comments.closing);
  const tag = {
    carrier: item.carrier,
    type: TYPES[item.carrier],
    start: opening?.start ?? element.start,
    end: closing?.end ?? element.end,
    element,
    urlRange: {
      start: originOf(raw, 0),
      end: Math.max(originOf(raw, 0), originOf(raw, raw.text.length)),
    },
    url: readUrl(urlText.text),
    urlText,
    notation: item.notation,
    ampersands: isEscaped ? ('escaped' as const) : ('raw' as const),
    ampersandFault: fault,
    quoted: item.quoted,
    isComputed: item.isComputed,
    isCutOff: item.isCutOff,
    inComment: item.inComment,
    inNoscript: item.inNoscript,
    trackerName: comments.name,
  };
  return { ...tag, spec: specOf(tag) };
}

function fromElement(mapped: MappedText, element: HtmlElement): Found[] {
  const { inNoscript } = element;
  return element.attributes.flatMap(({ name, quoted, value }): Found[] => {
    const text = textOf(mapped, value);
    const isSource = name === 'src';
    if (value.end <= value.start || (!isSource && !/imptr/i.test(text))) return [];
    // A style, a script or a list of sources: the URL is only a part of it.
    if (!isSource && !isUrl(name, text)) {
      return urlsIn(mapped.text, value).map((range) => ({
        ...IN_TEXT,
        range,
        carrier: 'other-element',
        element,
        notation: 'attribute',
        isComputed: isComputed(mapped.text, range, true),
        inNoscript,
      }));
    }
    if (!isSource && !PIXEL.test(pathOf(text))) return [];
    // HTML in a string of JSON or JavaScript: `<img src=\"…\">`.
    const inString = !quoted && /^\\["']/.test(text);
    const range = inString ? withoutMarks(text, value) : value;
    const notation = inString ? 'attribute-in-string' : 'attribute';
    const carrier = carrierOf(element.name, name);
    const isQuoted = quoted || inString;
    return [{ ...IN_TEXT, range, carrier, element, notation, quoted: isQuoted, inNoscript }];
  });
}

function isUrl(attribute: string, text: string): boolean {
  return attribute !== 'srcset' && !/[\s"'`()<>,]/.test(pathOf(text));
}

function withoutMarks(text: string, { start, end }: Range): Range {
  const closing = /\\["']$/.test(text) ? 2 : 0;
  return { start: start + 2, end: Math.max(start + 2, end - closing) };
}

function carrierOf(element: string, attribute: string): Carrier {
  if (attribute === 'href' && (element === 'a' || element === 'area')) return 'link';
  if (attribute !== 'src') return 'other-element';
  return element === 'img' || element === 'script' || element === 'amp-pixel'
    ? element
    : 'other-element';
}

function fromText(
  text: string,
  piece: HtmlText,
  pieces: HtmlPieces,
  native: ReadonlySet<string>,
): Found[] {
  const { inImpression, inScript, isCutOff } = piece;
  return urlsIn(text, piece).map((range) => {
    const base = { ...IN_TEXT, range, element: range, isCutOff };
    if (inImpression) {
      const notation = text.startsWith('[CDATA[', piece.start) ? 'plain' : 'xml';
      const element = vastElement(pieces, range) ?? range;
      return { ...base, carrier: 'vast', element, notation };
    }
    const url = text.slice(range.start, range.end);
    const isEscaped = hasStringEscapes(url);
    const isNative = native.has(isEscaped ? decodeString(mapText(url)).text : url);
    return {
      ...base,
      carrier: isNative ? 'native' : 'text',
      notation: isEscaped ? 'string' : 'plain',
      isComputed: isComputed(text, range, inScript),
    };
  });
}

// A tag that was commented out. Our own comments hold a name and no tag.
function fromComment(mapped: MappedText, comment: HtmlComment): Found[] {
  const { start, end } = comment.content;
  const inner = mapped.text.slice(start, end);
  if (!/imptr/i.test(inner)) return [];
  const moved = (range: Range) => ({ start: range.start + start, end: range.end + start });
  const pieces = readHtml(inner);
  const found = [
    ...pieces.elements.flatMap((element) =>
      fromElement(mapped, {
        ...element,
        ...moved(element),
        attributes: element.attributes.map((it) => ({ ...it, value: moved(it.value) })),
      }),
    ),
    ...pieces.texts.flatMap((piece) =>
      urlsIn(mapped.text, moved(piece)).map((range) => ({ ...IN_TEXT, range, element: range })),
    ),
  ];
  return found.map((item) => ({ ...item, inComment: true, inNoscript: false }));
}

const CONTINUES = /["'`]\s*(?:\+|\.concat\b)/y;

// The string ends and code adds to it, or the template holds an expression that is no macro.
function isComputed(text: string, { start, end }: Range, inScript: boolean): boolean {
  CONTINUES.lastIndex = end;
  if (CONTINUES.test(text)) return true;
  if (!inScript || text.charAt(end) !== '`') return false;
  const expression = text.indexOf('${', start);
  return expression >= 0 && expression < end;
}

function vastElement(pieces: HtmlPieces, range: Range): Range | null {
  const element = pieces.elements.findLast(
    ({ name, end }) => name === 'impression' && end <= range.start,
  );
  const closing = pieces.closings.find(
    ({ name, start }) => name === 'impression' && start >= range.end,
  );
  return element && closing ? { start: element.start, end: closing.end } : null;
}

// Up to where the parameters begin, however they are written.
function pathOf(url: string): string {
  return url
    .trim()
    .replace(/(?:[?#]|\\u003[fF])[\s\S]*$/, '')
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
