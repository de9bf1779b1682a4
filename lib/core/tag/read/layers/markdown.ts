import { type MappedText, replaceMapped } from '../mapped-text';
import { inRanges } from './ranges';
import { stringsIn } from './string';
import { inWordsOfOurs } from './words';

// CommonMark, 2.4, without what JSON escapes too.
const ESCAPES = /\\(?=[!#$%&()*+,\-.:;<=>?@[\]^_`{|}~])/g;

/** Undoes the backslashes that editors of Markdown put before brackets, underscores and the like. */
export function withoutMarkdown(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes('\\')) return mapped;
  const isInside = inWordsOfOurs(text);
  // Where a URL has them, all of the text does.
  const isMarkdown = [...text.matchAll(ESCAPES)].some(({ index }) => isInside(index));
  if (!isMarkdown) return mapped;
  const isInString = inRanges(stringsIn(text));
  return replaceMapped(mapped, ESCAPES, (_, at) => (isInString(at) ? null : ''));
}
