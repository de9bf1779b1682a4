import { appendAll } from '../../base/long-lists';
import { firstIndex } from '../../base/first-index';
import type { Range } from '../../base/range';
import { isPixelAddress } from '../../pixel/read-address';
import { inCodeComment, inTemplateComment } from './code-comments';
import { isComputed, isFrontComputed } from './computed';
import { decodeReferences } from './entities';
import type { HtmlElement, HtmlPieces, HtmlText } from './html';
import { ATTRIBUTE, type Layer, STRING, XML } from './layers/layer';
import { mapText } from './mapped-text';
import type { Notation } from './notation';
import { isQuotedValue, namesIn, urlsIn } from './urls-in';

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

/** A URL that something may call, and how it stands there. Ranges point into the text that was searched. */
export interface Found {
  readonly range: Range;
  readonly carrier: Carrier;
  readonly element: Range;
  readonly notation: Notation;
  readonly quoted: boolean;
  readonly isComputed: boolean;
  readonly isFrontComputed: boolean;
  readonly isCutOff: boolean;
  readonly inComment: boolean;
  readonly inNoscript: boolean;
  readonly isDoubtful: boolean;
}

/** What holds of a text that stands in another, and of all that is found in it. */
export interface Surroundings {
  /** What carries a URL that stands in it by itself, and the element that this is. */
  readonly carrier: Carrier | null;
  readonly element: Range | null;
  readonly inComment: boolean;
  readonly inNoscript: boolean;
  readonly isComputed: boolean;
  readonly isFrontComputed: boolean;
  /** What reads the macros sees them with the escapes of this text. */
  readonly inScript: boolean;
}

/** A piece of the text that is a text of its own, and is read as one. */
export interface Nested extends Surroundings {
  readonly range: Range;
  /** What its escapes are; `null` where it has none. */
  readonly layer: Layer | null;
}

export interface Search {
  readonly found: readonly Found[];
  readonly nested: readonly Nested[];
}

/** What holds of a URL in running text. */
const IN_TEXT = {
  carrier: 'text',
  notation: 'plain',
  quoted: true,
  isComputed: false,
  isFrontComputed: false,
  isCutOff: false,
  inComment: false,
  inNoscript: false,
  isDoubtful: false,
} as const;

/** What is searched by itself: the strings of code or JSON, and HTML in sections of CDATA. */
export interface Inner {
  readonly strings: readonly Range[];
  readonly sections: readonly Range[];
}

/** A text that stands in no other. */
export const NO_SURROUNDINGS: Surroundings = {
  carrier: null,
  element: null,
  inComment: false,
  inNoscript: false,
  isComputed: false,
  isFrontComputed: false,
  inScript: false,
};

const NESTED = { ...NO_SURROUNDINGS, layer: null };

/**
 * Every URL that may be called by an element, those of the service in text, code and JSON, and what in the
 * text is a text of its own. `native` are the URLs that a native ad calls.
 */
export function findUrls(
  text: string,
  pieces: HtmlPieces,
  { strings, sections }: Inner,
  native: ReadonlySet<string>,
): Search {
  const names = namesIn(text);
  const isCode = inCodeComment(text);
  const nested: Nested[] = [
    ...strings.map((range) => inString(text, pieces, range, isCode)),
    ...sections.map((range) => ({ ...NESTED, range })),
  ];
  const found: Found[] = pieces.elements.flatMap((element) =>
    fromElement(text, element, names, nested),
  );
  if (names.length > 0) {
    for (const piece of pieces.texts) {
      const inside = nestedIn(text, piece, names);
      if (inside) nested.push(inside);
      else if (hasName(names, piece)) {
        const urls = fromText(text, piece, names, pieces, native);
        appendAll(
          found,
          urls.map((it) => (isCode(it.range, piece) ? { ...it, inComment: true } : it)),
        );
      }
    }
    // A tag that was commented out. Our own comments hold a name and no tag.
    for (const { content } of pieces.comments) {
      if (hasName(names, content)) nested.push({ ...NESTED, range: content, inComment: true });
    }
  }
  const isLeftOut = inTemplateComment(text);
  return { found: found.map(marked(isLeftOut)), nested: nested.map(marked(isLeftOut)) };
}

function marked(isLeftOut: (place: Range) => boolean) {
  return <T extends { readonly range: Range; readonly inComment: boolean }>(item: T): T =>
    !item.inComment && isLeftOut(item.range) ? { ...item, inComment: true } : item;
}

// As nearly every one is written; the rest is looked at more closely.
const PLAIN_URL = /^https?:\/\/[\w.-]+\/imptr\?/;

/** Whether this is a URL of an impression tracker, as it is written in HTML or JSON. */
export function isPixelUrl(url: string): boolean {
  return PLAIN_URL.test(url) || isPixelAddress(/\s/.test(url) ? url.replace(/\s+/g, '') : url);
}

/** What an attribute says whose first letters are written as references too: `&#104;ttps://…`. */
export function asRead(written: string): string {
  return written.includes('&#') ? decodeReferences(mapText(written)).text : written;
}

/** Whether this is a URL of a click tracker of the service. */
export function isClickUrl(url: string): boolean {
  return /\/clktrb?\?/i.test(url);
}

function hasName(names: readonly Range[], { start, end }: Range): boolean {
  const name = names[firstIndex(names, (it) => it.start >= start)];
  return name !== undefined && name.end <= end;
}

// JSON or code in an attribute, HTML in `srcdoc`.
const HAS_INNER = /&(?:quot|apos|lt|#34|#39);|[<\\]/;

function fromElement(
  text: string,
  element: HtmlElement,
  names: readonly Range[],
  nested: Nested[],
): Found[] {
  const { inNoscript } = element;
  return element.attributes.flatMap(({ name, quoted, value }): Found[] => {
    const isSource = name === 'src';
    if (value.end <= value.start || (!isSource && !hasName(names, value))) return [];
    const written = textOf(text, value);
    const carrier = carrierOf(element.name, name);
    const found = { ...IN_TEXT, element, carrier, notation: 'attribute', inNoscript } as const;
    // A style, a script or a list of sources: the URL is only a part of it.
    if (!isSource && !isUrl(name, written)) {
      const inside = { ...NESTED, range: value, element, inNoscript };
      if (HAS_INNER.test(written)) {
        nested.push({ ...inside, layer: ATTRIBUTE, carrier: 'other-element' });
        return [];
      }
      return urlsIn(text, value, names).map(({ start, end, isDoubtful }) => {
        const range = { start, end };
        return {
          ...found,
          carrier: 'other-element',
          range,
          isDoubtful,
          ...byCode(text, range, true),
        };
      });
    }
    // `document.write('<img src="…&cachebuster=' + n + '">')`
    if (isInCode(written) && hasName(names, value)) {
      return urlsIn(text, value, names).map(({ start, end, isDoubtful }) => {
        const range = { start, end };
        return { ...found, range, isDoubtful, ...byCode(text, range, true) };
      });
    }
    if (!isSource && !isPixelUrl(asRead(written))) return [];
    return [{ ...found, range: value, quoted, isDoubtful: quoted && isQuotedValue(text, value) }];
  });
}

// An attribute of HTML that code puts together: a string ends in it, and another begins.
const STRING_ENDS = /["'`]\s*(?:\+|\.\s*[$\w]|~|&\s)/;
// `src={`https://…${Date.now()}`}`
const IN_JSX = /^\{["'`]/;
const STRING_BEGINS = /[+.~&]\s*["'`]/;

function isInCode(value: string): boolean {
  return IN_JSX.test(value) || (STRING_ENDS.test(value) && STRING_BEGINS.test(value));
}

function byCode(text: string, range: Range, inScript: boolean) {
  return {
    isComputed: isComputed(text, range, inScript),
    isFrontComputed: isFrontComputed(text, range),
  };
}

// `0;url=https://…` of a refresh, `src=https://…` of a parameter.
const BEHIND_WORD = /[;=:]https?:\/\//i;

function isUrl(attribute: string, text: string): boolean {
  if (attribute === 'srcset' || attribute === 'imagesrcset') return false;
  const path = pathOf(text);
  return !/[\s"'`()<>,\\]|&quot;/.test(path) && !BEHIND_WORD.test(path);
}

function carrierOf(element: string, attribute: string): Carrier {
  if (attribute === 'href' && (element === 'a' || element === 'area')) return 'link';
  if (attribute !== 'src') return 'other-element';
  return element === 'img' || element === 'script' || element === 'amp-pixel'
    ? element
    : 'other-element';
}

// HTML that is escaped in XML, as in VAST's `<HTMLResource>`.
function nestedIn(text: string, piece: HtmlText, names: readonly Range[]): Nested | null {
  if (piece.inImpression || piece.isCutOff || !hasName(names, piece)) return null;
  const isEscaped = piece.markup !== 'html' && textOf(text, piece).includes('&lt;');
  return isEscaped ? { ...NESTED, range: piece, layer: XML } : null;
}

function inString(
  text: string,
  { texts }: HtmlPieces,
  range: Range,
  isCode: (place: Range, piece: HtmlText) => boolean,
): Nested {
  const piece = texts[firstIndex(texts, ({ start }) => start > range.start) - 1];
  return {
    ...NESTED,
    range,
    layer: STRING,
    ...byCode(text, range, false),
    inScript: piece !== undefined && piece.inScript && range.end <= piece.end,
    inComment: piece !== undefined && range.end <= piece.end && isCode(range, piece),
  };
}

const NOTATIONS = { html: 'plain', xml: 'xml', unknown: 'markup' } as const;

function fromText(
  text: string,
  piece: HtmlText,
  names: readonly Range[],
  pieces: HtmlPieces,
  native: ReadonlySet<string>,
): Found[] {
  const { inImpression, inScript, isCutOff } = piece;
  const isCdata = text.startsWith('[CDATA[', piece.start);
  return urlsIn(text, piece, names).map(({ start, end, isDoubtful }) => {
    const range = { start, end };
    if (inImpression) {
      const notation = isCdata ? 'plain' : 'xml';
      const element = vastElement(pieces, range) ?? range;
      // What was to be a CDATA section.
      const isBroken = notation === 'xml' && text.slice(piece.start, start).includes('[');
      const isUnclear = isDoubtful || isBroken;
      return {
        ...IN_TEXT,
        range,
        carrier: 'vast',
        element,
        notation,
        isCutOff,
        isDoubtful: isUnclear,
      };
    }
    return {
      ...IN_TEXT,
      range,
      element: range,
      isCutOff,
      isDoubtful,
      carrier: native.has(text.slice(start, end)) ? 'native' : 'text',
      notation: isCdata ? 'plain' : NOTATIONS[piece.markup],
      ...byCode(text, range, inScript),
    };
  });
}

const IMPRESSIONS = new WeakMap<HtmlPieces, Pick<HtmlPieces, 'elements' | 'closings'>>();

function impressionsOf(pieces: HtmlPieces): Pick<HtmlPieces, 'elements' | 'closings'> {
  const known = IMPRESSIONS.get(pieces);
  if (known) return known;
  const isImpression = ({ name }: { readonly name: string }) =>
    /^(?:[\w.-]+:)?impression$/.test(name);
  const { elements, closings } = pieces;
  const all = { elements: elements.filter(isImpression), closings: closings.filter(isImpression) };
  IMPRESSIONS.set(pieces, all);
  return all;
}

function vastElement(pieces: HtmlPieces, range: Range): Range | null {
  const { elements, closings } = impressionsOf(pieces);
  const element = elements[firstIndex(elements, ({ end }) => end > range.start) - 1];
  const closing = closings[firstIndex(closings, ({ start }) => start >= range.end)];
  return element && closing ? { start: element.start, end: closing.end } : null;
}

// Up to where the parameters begin, however they are written.
function pathOf(url: string): string {
  return url
    .trim()
    .replace(/[?#][\s\S]*$/, '')
    .replace(/&amp;[\s\S]*$/, '');
}

function textOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
