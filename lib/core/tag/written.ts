import { commentsFor } from './write/comment';
import { escapeAttribute } from './write/attribute';
import { mapText } from './read/mapped-text';
import { decodeReferences } from './read/entities';
import type { Range } from '../base/range';
import type { Carrier } from './read/find-urls';
import type { FoundTag, TagReading } from './read/reading';
import { readAddress } from '../pixel/read-address';
import { renderTag, renderUrl } from './write/render-tag';
import { canonicalSpec, type TagSpec, type TagType } from './tag-spec';

const CARRIERS: Readonly<Record<TagType, Carrier>> = {
  image: 'img',
  javascript: 'script',
  url: 'text',
  vast: 'vast',
  native: 'native',
  amp: 'amp-pixel',
};

/**
 * What `readTags` finds in a tag that was just written, without reading it: whoever only builds tags
 * needs no HTML tokenizer. A property test holds the two together.
 */
export function readingOf(spec: TagSpec): TagReading {
  const tag = canonicalSpec(spec);
  const text = renderTag(tag);
  const carrier = CARRIERS[tag.type];
  const inAttribute = carrier === 'img' || carrier === 'script' || carrier === 'amp-pixel';
  const url = renderUrl(tag);
  const raw = inAttribute ? escapeAttribute(url, tag.ampersands) : url;
  const comments = tag.trackerName === null ? null : commentsFor(tag.trackerName);
  const start = text.indexOf(raw, comments?.opening.length ?? 0);
  const urlRange = { start, end: start + raw.length };
  const mapped = mapText(raw, start);
  const element = elementRange(text, tag.type, urlRange, comments);
  const found: FoundTag = {
    carrier,
    type: tag.type,
    start: comments ? 0 : element.start,
    end: comments ? text.length : element.end,
    element,
    urlRange,
    url: readAddress(url),
    urlText: inAttribute ? decodeReferences(mapped) : mapped,
    notation: inAttribute ? 'attribute' : 'plain',
    within: [],
    hiddenMacros: [],
    isDoubtful: false,
    ampersands: tag.ampersands,
    ampersandFault: null,
    quoted: true,
    isComputed: false,
    isFrontComputed: false,
    isCutOff: false,
    inComment: false,
    inNoscript: false,
    trackerName: tag.trackerName,
    spec: tag,
  };
  return {
    text,
    tags: [found],
    comments: comments
      ? [
          { start: 0, end: comments.opening.length },
          { start: text.length - comments.closing.length, end: text.length },
        ]
      : [],
    clickTrackers: [],
    others: [],
    damage: [],
  };
}

function elementRange(
  text: string,
  type: TagType,
  url: Range,
  comments: { readonly opening: string; readonly closing: string } | null,
): Range {
  if (type === 'native') return url;
  if (!comments) return { start: 0, end: text.length };
  // A line break stands on either side of it.
  return {
    start: comments.opening.length + 1,
    end: text.length - comments.closing.length - 1,
  };
}
