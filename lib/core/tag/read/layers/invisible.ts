import { type MappedText, replaceMapped } from '../mapped-text';
import { inWordsOfOurs } from './words';
import { inTags } from './places';

// Everything Unicode says to show nothing of: zero-width characters, byte order marks, marks of direction,
// soft hyphens, variation selectors.
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\u061C\uFFF9-\uFFFB]+/gu;
const WIDE = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;
const EITHER = new RegExp(`${HIDDEN.source}|${WIDE.source}`, 'gu');
// The same and a few more, which is quicker to look for.
const ANY =
  /\u034F|[\uFE00-\uFE0F]|[\u00A0\u00AD\u061C\u115F\u1160\u1680\u17B4\u17B5]|[\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\uD82F\uD834\uDB40-\uDB43]/;

/**
 * Takes out of tags and URLs what nobody sees, and makes spaces of other widths plain. Such a space beside
 * a URL in a sentence is the sentence's.
 */
export function withoutInvisible(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!ANY.test(text)) return mapped;
  const isInUrl = inWordsOfOurs(text, (word) => word.replace(HIDDEN, ''));
  const isInTag = inTags(text);
  const isAlone = /imptr/i.test(text) && !/\s/.test(text.trim());
  return replaceMapped(mapped, EITHER, (run, at) => {
    const isWide = run.search(WIDE) === 0;
    if (isInTag(at)) return isWide ? spaceFor(text, at, at + run.length) : '';
    if (isWide) return isAlone && (at === 0 || at + run.length === text.length) ? '' : null;
    return isInUrl(at) ? '' : null;
  });
}

// Between a tag's name or a value and the next name. In the middle of a word, or of a value, nobody knows
// what it was.
function spaceFor(text: string, start: number, end: number): string | null {
  if (/\s/.test(text.charAt(start - 1)) || /[\s>]/.test(text.charAt(end))) return '';
  const before = text.slice(Math.max(0, start - 12), start);
  return /(?:<(?:img|script|iframe|amp-pixel)|[^=]["'])$/i.test(before) ? ' ' : null;
}
