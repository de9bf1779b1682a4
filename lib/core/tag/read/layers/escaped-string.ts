import { type MappedText, replaceMapped } from '../mapped-text';
import { inRanges } from './ranges';
import { stringsIn, unescaped } from './string';
import { inWordsOfOurs } from './words';

// Those that stand in a URL; and all of them, where HTML was copied.
const IN_URLS = /(?<!\\)\\+(?:\/|u00[2-7][0-9A-Fa-f]|x[2-7][0-9A-Fa-f])/g;
const ALL = /(?<!\\)\\+(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|["'/bfnrt])/g;
const TAG =
  /<[a-z][^<>]*=\s*\\+["']|<\\+\/[a-z]|\\u003[cC](?:img|script|!--|amp-pixel|\w*:?impression)/i;

/** Undoes the escapes of a string of code or JSON, where only a part of the string was copied. */
export function withoutStringEscapes(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes('\\')) return mapped;
  const isInString = inRanges(stringsIn(text));
  const isHtml = TAG.test(text);
  const isInWord = isHtml ? () => true : inWordsOfOurs(text);
  return replaceMapped(mapped, isHtml ? ALL : IN_URLS, (escape, at) => {
    const isWhole = isInString(at);
    return !isInWord(at) || isWhole ? null : unescaped(escape.slice(escape.lastIndexOf('\\')));
  });
}
