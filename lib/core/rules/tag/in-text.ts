import type { Edit } from '../../base/finding';
import type { Range } from '../../base/range';
import { originOf } from '../../tag/read/mapped-text';
import { writeNotation } from '../../tag/read/notation';
import type { FoundTag } from '../../tag/read/reading';

/** Where a range of the URL stands in the text. */
export function inText({ urlText }: FoundTag, { start, end }: Range): Range {
  return { start: originOf(urlText, start), end: originOf(urlText, end) };
}

/** Puts another URL in the place of the tag's, written as its place needs it. */
export function replaceUrl(tag: FoundTag, url: string): readonly Edit[] {
  const written = writeNotation(url, tag.notation, tag.ampersands);
  return [
    { ...tag.urlRange, text: tag.within.reduceRight((text, { write }) => write(text), written) },
  ];
}

/** Whether the tag is HTML, or its URL stands in HTML. */
export function isInAttribute({ notation, within }: FoundTag): boolean {
  return notation === 'attribute' || within.some(({ name }) => name === 'attribute');
}
