import { type MappedText, originOf, sliceMapped } from './mapped-text';
import type { TagSpec, TagType } from '../tag-spec';
import { type CommentsAround, commentsIn, isOurComment } from './comments-around';
import { type Carrier, findUrls, type Found, isClickUrl, isPixelUrl } from './find-urls';
import { type Range, readHtml } from './html';
import { type AmpersandFault, type Notation, readNotation } from './notation';
import { type PasteDamage, readPasted } from './paste';
import { specOf } from './spec-of';
import { readUrl, type UrlPieces } from '../../pixel/read-url';

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

/**
 * Reads whatever people paste: HTML with several tags, a bare URL, VAST, native JSON, a spreadsheet's
 * cell. Never fails and takes time in line with the text's length.
 */
export function readTags(text: string): TagReading {
  const { mapped, damage } = readPasted(text);
  const pieces = readHtml(mapped.text);
  const found = findUrls(mapped.text, pieces);

  const textOf = ({ range }: Found) => mapped.text.slice(range.start, range.end);
  const isPixel = (item: Found) => isPixelUrl(textOf(item));
  const isClick = (item: Found) => isClickUrl(textOf(item));
  const around = commentsIn(mapped.text, pieces.comments);
  const here = (range: Range) => toOrigin(mapped, range);
  return {
    text,
    tags: found.filter(isPixel).map((item) => describe(mapped, item, around(item.element))),
    comments: pieces.comments.filter((it) => isOurComment(mapped.text, it)).map(here),
    clickTrackers: found.filter((it) => !isPixel(it) && isClick(it)).map((it) => here(it.range)),
    others: found
      .filter((it) => !isPixel(it) && !isClick(it) && it.carrier !== 'text' && !it.inComment)
      .map((it) => here(it.element)),
    damage,
  };
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

function trimmed(part: MappedText): MappedText {
  const start = part.text.length - part.text.trimStart().length;
  return sliceMapped(part, start, Math.max(start, part.text.trimEnd().length));
}

function toOrigin(mapped: MappedText, { start, end }: Range): Range {
  return { start: originOf(mapped, start), end: originOf(mapped, end) };
}
