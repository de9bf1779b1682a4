import { mapText } from './mapped-text';
import { firstIndex } from '../../base/first-index';
import type { Range } from '../../base/range';
import type { HtmlComment, HtmlElement, HtmlPieces, HtmlText } from './html';
import { readHtml } from './html';
import { isPixelAddress } from '../../pixel/read-address';
import { isComputed } from './computed';
import { nativeTrackers } from './native';
import { decodeString, hasStringEscapes, type Notation } from './notation';
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

/** A URL that something may call, and how it stands there. Ranges point into the text. */
export interface Found {
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

/** Every URL that may be called by an element, and those of the service in text, code and JSON. */
export function findUrls(text: string, pieces: HtmlPieces): readonly Found[] {
  const native = nativeTrackers(text);
  const isImpression = ({ name }: { readonly name: string }) => name === 'impression';
  const impressions = {
    elements: pieces.elements.filter(isImpression),
    closings: pieces.closings.filter(isImpression),
  };
  return [
    ...pieces.elements.flatMap((element) => fromElement(text, element)),
    ...pieces.texts.flatMap((piece) => fromText(text, piece, impressions, native)),
    ...pieces.comments.flatMap((comment) => fromComment(text, comment)),
  ].toSorted((a, b) => a.range.start - b.range.start);
}

/** Whether this is a URL of an impression tracker, as it is written in HTML or JSON. */
export function isPixelUrl(url: string): boolean {
  return isPixelAddress(url.trim().replace(/\\u003f/gi, '?'));
}

/** Whether this is a URL of a click tracker of the service. */
export function isClickUrl(url: string): boolean {
  return /\/clktrb?\?/i.test(url);
}

function fromElement(text: string, element: HtmlElement): Found[] {
  const { inNoscript } = element;
  return element.attributes.flatMap(({ name, quoted, value }): Found[] => {
    const written = textOf(text, value);
    const isSource = name === 'src';
    if (value.end <= value.start || (!isSource && !/imptr/i.test(written))) return [];
    // A style, a script or a list of sources: the URL is only a part of it.
    if (!isSource && !isUrl(name, written)) {
      return urlsIn(text, value).map((range) => ({
        ...IN_TEXT,
        range,
        carrier: 'other-element',
        element,
        notation: 'attribute',
        isComputed: isComputed(text, range, true),
        inNoscript,
      }));
    }
    if (!isSource && !isPixelUrl(written)) return [];
    // HTML in a string of JSON or JavaScript: `<img src=\"…\">`.
    const inString = !quoted && /^\\["']/.test(written);
    const range = inString ? withoutMarks(written, value) : value;
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
  impressions: Impressions,
  native: ReadonlySet<string>,
): Found[] {
  const { inImpression, inScript, isCutOff } = piece;
  return urlsIn(text, piece).map((range) => {
    const base = { ...IN_TEXT, range, element: range, isCutOff };
    if (inImpression) {
      const notation = text.startsWith('[CDATA[', piece.start) ? 'plain' : 'xml';
      const element = vastElement(impressions, range) ?? range;
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
function fromComment(text: string, comment: HtmlComment): Found[] {
  const { start, end } = comment.content;
  const inner = text.slice(start, end);
  if (!/imptr/i.test(inner)) return [];
  const moved = (range: Range) => ({ start: range.start + start, end: range.end + start });
  const pieces = readHtml(inner);
  const found = [
    ...pieces.elements.flatMap((element) =>
      fromElement(text, {
        ...element,
        ...moved(element),
        attributes: element.attributes.map((it) => ({ ...it, value: moved(it.value) })),
      }),
    ),
    ...pieces.texts.flatMap((piece) =>
      urlsIn(text, moved(piece)).map((range) => ({ ...IN_TEXT, range, element: range })),
    ),
  ];
  return found.map((item) => ({ ...item, inComment: true, inNoscript: false }));
}

type Impressions = Pick<HtmlPieces, 'elements' | 'closings'>;

function vastElement({ elements, closings }: Impressions, range: Range): Range | null {
  const element = elements[firstIndex(elements, ({ end }) => end > range.start) - 1];
  const closing = closings[firstIndex(closings, ({ start }) => start >= range.end)];
  return element && closing ? { start: element.start, end: closing.end } : null;
}

// Up to where the parameters begin, however they are written.
function pathOf(url: string): string {
  return url
    .trim()
    .replace(/(?:[?#]|\\u003[fF])[\s\S]*$/, '')
    .replace(/&amp;[\s\S]*$/, '');
}

function textOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
