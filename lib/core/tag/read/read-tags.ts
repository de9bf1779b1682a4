import type { Edit } from '../../base/finding';
import { MAX_LAYERS } from '../../base/limits';
import type { Range } from '../../base/range';
import { macrosIn } from '../../macro/shapes';
import { readAddress } from '../../pixel/read-address';
import type { TagType } from '../tag-spec';
import { type CommentsAround, commentsIn, isOurComment } from './comments-around';
import { isCutShort } from './cut-short';
import { decodeReferences } from './entities';
import {
  asRead,
  type Carrier,
  findUrls,
  type Found,
  isClickUrl,
  isPixelUrl,
  type Nested,
  NO_SURROUNDINGS,
  type Surroundings,
} from './find-urls';
import { readHtml } from './html';
import { nativeTrackers } from './native';
import { type Layer, STRING } from './layers/layer';
import { htmlSections } from './layers/cdata';
import { joinStrings } from './layers/joined-strings';
import { decodeString, stringsIn } from './layers/string';
import { isCopied, type MappedText, mapText, originOf, sliceMapped } from './mapped-text';
import { readNotation } from './notation';
import { readPasted } from './paste';
import type { Damage, FoundTag, TagReading } from './reading';
import { specOf } from './spec-of';

/**
 * Reads whatever people paste: HTML with several tags, a bare URL, VAST, native JSON, a spreadsheet's
 * cell, and one of them inside another. Never fails and takes time in line with the text's length.
 */
export function readTags(text: string): TagReading {
  const reading: Collected = {
    tags: [],
    comments: [],
    clickTrackers: [],
    others: [],
    damage: [],
  };
  const wholeEnd = text.trimEnd().length;
  readSegment({ ...WHOLE, mapped: mapText(text), wholeEnd }, reading);
  const inOrder = <T extends Range>(ranges: readonly T[]) =>
    ranges.length < 2 ? ranges : ranges.toSorted((a, b) => a.start - b.start);
  return {
    text,
    tags:
      reading.tags.length < 2
        ? reading.tags
        : reading.tags.toSorted((a, b) => a.urlRange.start - b.urlRange.start),
    comments: inOrder(reading.comments),
    clickTrackers: inOrder(reading.clickTrackers),
    others: inOrder(reading.others),
    damage: reading.damage,
  };
}

interface Collected {
  readonly tags: FoundTag[];
  readonly comments: Range[];
  readonly clickTrackers: Range[];
  readonly others: Range[];
  readonly damage: Damage[];
}

/** A text, or a text inside of one, with what was undone around it. */
interface Segment extends Surroundings {
  readonly mapped: MappedText;
  readonly within: readonly Layer[];
  readonly depth: number;
  /** Where the whole text ends, without the white space behind it. */
  readonly wholeEnd: number;
  /** In the whole text, as all that is collected. */
  readonly element: Range | null;
}

const WHOLE = { ...NO_SURROUNDINGS, within: [], depth: 0 };

function readSegment(segment: Segment, into: Collected): void {
  const { mapped: pasted, damage } = readPasted(segment.mapped);
  const mapped = joinStrings(pasted);
  if (damage.length > 0) {
    const at = { start: originOf(pasted, 0), end: pasted.end };
    const repair = editsBetween(segment.mapped, pasted, segment.within);
    for (const kind of damage) into.damage.push({ kind, at, repair });
  }
  const isDeepest = segment.depth >= MAX_LAYERS;
  const { text } = mapped;
  const strings = isDeepest ? [] : stringsOfOurs(mapped);
  const sections = isDeepest ? [] : htmlSections(text);
  const outside =
    strings.length === 0 && sections.length === 0
      ? text
      : blankedOut(text, [...strings, ...sections]);
  const pieces = readHtml(outside);
  const native = nativeTrackers(text);
  const { found, nested } = findUrls(outside, pieces, { strings, sections }, native);

  const around = commentsIn(text, pieces.comments);
  const here = (range: Range) => toOrigin(mapped, range);
  for (const comment of pieces.comments) {
    if (isOurComment(text, comment)) into.comments.push(here(comment));
  }
  for (const item of found) {
    const written = text.slice(item.range.start, item.range.end);
    const url = item.notation === 'attribute' ? asRead(written) : written;
    if (isPixelUrl(url)) {
      into.tags.push(describe(segment, mapped, item, around(item.element)));
    } else if (isClickUrl(url)) into.clickTrackers.push(here(item.range));
    else if (item.carrier !== 'text' && !(segment.inComment || item.inComment))
      into.others.push(here(item.element));
  }
  if (isDeepest) return;
  for (const inner of nested) readSegment(segmentOf(segment, mapped, inner, native), into);
}

function segmentOf(
  outer: Segment,
  mapped: MappedText,
  inner: Nested,
  native: ReadonlySet<string>,
): Segment {
  const { range, layer, element } = inner;
  const slice = sliceMapped(mapped, range.start, range.end);
  const decoded = layer === null ? slice : layer.undo(slice);
  const isNative = layer === STRING && native.has(decoded.text.trim());
  return {
    mapped: decoded,
    within: layer === null ? outer.within : [...outer.within, layer],
    depth: outer.depth + 1,
    wholeEnd: outer.wholeEnd,
    carrier: isNative ? 'native' : (inner.carrier ?? outer.carrier),
    element: element ? toOrigin(mapped, element) : outer.element,
    inComment: outer.inComment || inner.inComment,
    inNoscript: outer.inNoscript || inner.inNoscript,
    isComputed: inner.isComputed,
    isFrontComputed: inner.isFrontComputed,
    inScript: outer.inScript || inner.inScript,
  };
}

function stringsOfOurs(mapped: MappedText): readonly Range[] {
  return stringsIn(mapped.text).filter(({ start, end }) =>
    /imptr|clktr/i.test(decodeString(mapText(mapped.text.slice(start, end))).text),
  );
}

// What stands in a string, or in a section, is read by itself.
function blankedOut(text: string, inner: readonly Range[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of inner.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    parts.push(text.slice(done, start), ' '.repeat(end - start));
    done = end;
  }
  return parts.join('') + text.slice(done);
}

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

function describe(
  segment: Segment,
  mapped: MappedText,
  item: Found,
  comments: CommentsAround,
): FoundTag {
  const raw = trimmed(mapped, item.range);
  const { urlText, fault } = readNotation(raw, item.notation);
  const isEscaped =
    item.notation === 'xml' ||
    (item.notation !== 'plain' &&
      raw.text.includes(';') &&
      /^[^&]*&(?:amp|#38|#x26);/i.test(raw.text));
  const isBare = item.carrier === 'text';
  const carrier = isBare ? (segment.carrier ?? 'text') : item.carrier;
  const element = (isBare && segment.element) || toOrigin(mapped, item.element);
  const opening = comments.opening && toOrigin(mapped, comments.opening);
  const closing = comments.closing && toOrigin(mapped, comments.closing);
  const start = originOf(raw, 0);
  const type = TYPES[carrier];
  const url = readAddress(urlText.text);
  const ampersands = isEscaped ? 'escaped' : 'raw';
  const trackerName = comments.name;
  return {
    carrier,
    type,
    start: opening?.start ?? element.start,
    end: closing?.end ?? element.end,
    element,
    urlRange: { start, end: Math.max(start, raw.end) },
    url,
    urlText,
    notation: item.notation,
    within: segment.within,
    hiddenMacros: hiddenIn(raw, urlText, item.notation === 'attribute', segment.inScript),
    isDoubtful:
      item.isDoubtful ||
      hasEscapedBreak(urlText, segment.within) ||
      (raw.end >= segment.wholeEnd && isCutShort(url)),
    ampersands,
    ampersandFault: fault,
    quoted: item.quoted,
    isComputed: item.isComputed || (segment.isComputed && item.range.end === mapped.text.length),
    isFrontComputed: item.isFrontComputed || (segment.isFrontComputed && item.range.start === 0),
    isCutOff: item.isCutOff,
    inComment: segment.inComment || item.inComment,
    inNoscript: item.inNoscript || segment.inNoscript,
    trackerName,
    spec: specOf({ url, type, trackerName, ampersands }),
  };
}

// `\n` in a string was written by code, or was a letter behind a backslash: nobody knows.
function hasEscapedBreak(urlText: MappedText, within: readonly Layer[]): boolean {
  if (!within.includes(STRING)) return false;
  return [...urlText.text.matchAll(/\s/g)].some(
    ({ index }) => !isCopied(urlText, index, index + 1),
  );
}

// An ad server looks for its macros in the text of a page, letter for letter. What a player or a bidder reads
// out of XML and JSON it looks for them in.
function hiddenIn(
  raw: MappedText,
  urlText: MappedText,
  inAttribute: boolean,
  inScript: boolean,
): readonly Range[] {
  const isEscaped = inAttribute && raw.text.includes(';') && /&(?!amp;)#?\w+;/i.test(raw.text);
  if (!isEscaped && !inScript) return NONE;
  const local = isEscaped ? decodeReferences(mapText(raw.text)) : urlText;
  return macrosIn(local.text)
    .map(({ start, text }) => ({ start, end: start + text.length }))
    .filter(({ start, end }) => !isCopied(local, start, end));
}

const NONE: readonly Range[] = [];

function trimmed(mapped: MappedText, { start, end }: Range): MappedText {
  const isTight = !isSpace(mapped.text, start) && !isSpace(mapped.text, end - 1);
  if (isTight) return sliceMapped(mapped, start, end);
  const part = mapped.text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return sliceMapped(mapped, from, Math.max(from, start + part.trimEnd().length));
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code > 0x7e;
}

function toOrigin(mapped: MappedText, { start, end }: Range): Range {
  return { start: originOf(mapped, start), end: originOf(mapped, end) };
}

// The smallest change from what was pasted to what it was before: one edit from the first difference
// to the last, escaped as what stands around it.
function editsBetween(
  before: MappedText,
  { text: mended }: MappedText,
  within: readonly Layer[],
): readonly Edit[] {
  const { text } = before;
  let start = 0;
  while (start < text.length && start < mended.length && text[start] === mended[start]) start += 1;
  let back = 0;
  while (
    back < text.length - start &&
    back < mended.length - start &&
    text[text.length - 1 - back] === mended[mended.length - 1 - back]
  ) {
    back += 1;
  }
  const range = toOrigin(before, { start, end: Math.max(start, text.length - back) });
  const edit = within.reduceRight(
    (inner, { write }) => write(inner),
    mended.slice(start, mended.length - back),
  );
  return [{ ...range, text: edit }];
}
