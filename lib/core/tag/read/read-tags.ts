import { type MappedText, originOf, sliceMapped } from './mapped-text';
import type { TagType } from '../tag-spec';
import { type CommentsAround, commentsIn, isOurComment } from './comments-around';
import { type Carrier, findUrls, type Found, isClickUrl, isPixelUrl } from './find-urls';
import type { Range } from '../../base/range';
import { readHtml } from './html';
import { readNotation } from './notation';
import { readPasted } from './paste';
import type { FoundTag, TagReading } from './reading';
import { specOf } from './spec-of';
import { readAddress } from '../../pixel/read-address';

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
    url: readAddress(urlText.text),
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
