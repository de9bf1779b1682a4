import { applyEdits, type Edit } from './finding';
import type { Range } from '../../base/range';
import { writeNotation } from '../../tag/read/notation';
import type { FoundTag } from '../../tag/read/reading';
import type { Parameter } from '../../pixel/read-address';

// How a tag's URL is mended. Who only writes tags needs none of it: the embedded element is built with
// `null` in place of each (scripts/embed-plugins.ts).

/** Makes some changes, counted from the URL's start, at once. */
export function changeUrl(tag: FoundTag, edits: readonly Edit[]): readonly Edit[] {
  return replaceUrl(tag, applyEdits(tag.url.text, edits));
}

/** Puts another URL in the place of the tag's, written as its place needs it. */
export function replaceUrl(tag: FoundTag, url: string): readonly Edit[] {
  return [{ ...tag.urlRange, text: writeNotation(url, tag.notation, tag.ampersands) }];
}

/** Replaces one range of the URL. */
export function replaceInUrl(tag: FoundTag, range: Range, text: string): readonly Edit[] {
  const { url } = tag;
  return replaceUrl(tag, url.text.slice(0, range.start) + text + url.text.slice(range.end));
}

/** Replaces the value of one parameter. */
export function replaceValue(tag: FoundTag, parameter: Parameter, value: string): readonly Edit[] {
  const { start, end } = parameter;
  return replaceInUrl(tag, { start, end }, `${parameter.name}=${value}`);
}

/** Takes a parameter out, with the separator before or behind it. */
export function removeParameter(tag: FoundTag, parameter: Parameter): readonly Edit[] {
  return replaceInUrl(tag, rangeToRemove(tag, parameter), '');
}

/** Where a parameter stands in the URL with the separator that goes with it. */
export function rangeToRemove({ url }: FoundTag, { start, end }: Parameter): Range {
  const isFirst = url.text.charAt(start - 1) === '?';
  const hasNext = url.text.charAt(end) === '&';
  return isFirst && hasNext ? { start, end: end + 1 } : { start: start - 1, end };
}

/** Adds a parameter behind the others and before `redir`. */
export function addParameter(tag: FoundTag, name: string, value: string): readonly Edit[] {
  const { url } = tag;
  const redir = url.parameters.find((parameter) => parameter.name === 'redir');
  if (redir)
    return replaceInUrl(tag, { start: redir.start, end: redir.start }, `${name}=${value}&`);
  const end = url.fragment?.start ?? url.text.length;
  const separator = url.address.end >= end ? '?' : '&';
  return replaceInUrl(tag, { start: end, end }, `${separator}${name}=${value}`);
}
