import type { AdServer } from '../../ad-server/ad-server';
import type { Severity } from '../../verification/finding';
import { originOf } from '../mapped-text';
import { applyEdits, type Edit, type TagFinding, type TagFindingCode } from '../finding';
import type { Range } from '../read/html';
import { writeNotation } from '../read/notation';
import type { FoundTag } from '../read/read-tags';
import type { UrlParameter } from '../read/url';

/** What is known of the place a tag stands in, or is to stand in. */
export interface TagPlace {
  readonly servers: readonly AdServer[];
  /** The ad server that will serve the tag; `null` where nobody said. */
  readonly server: AdServer | null;
  /** `url` for a field that takes nothing but a URL. */
  readonly field: 'url' | 'any';
  /** The tracker the tag should be of; `null` where any will do. */
  readonly expectedTrackerId: number | null;
  /** The person said that the cost macro is money per impression. */
  readonly costIsPerImpression: boolean;
}

/** What a rule may look at: one tag, how much text it was read from, and its place. */
export interface TagContext extends TagPlace {
  readonly tag: FoundTag;
  /** Of the whole text, without the white space around it. */
  readonly textLength: number;
}

/** A rule looks at one tag and gives its remarks. */
export type TagRule = (context: TagContext) => readonly TagFinding[];

interface Remark {
  readonly code: TagFindingCode;
  readonly severity: Severity;
  readonly at: Range;
  readonly values?: Readonly<Record<string, string>>;
  readonly repair?: readonly Edit[] | null;
}

export function finding({ code, severity, at, values = {}, repair = null }: Remark): TagFinding {
  return { code, severity, start: at.start, end: at.end, values, repair };
}

/** Where a range of the URL stands in the text. */
export function inText({ urlText }: FoundTag, { start, end }: Range): Range {
  return { start: originOf(urlText, start), end: originOf(urlText, end) };
}

/** Where a parameter stands in the text. */
export function placeOf(tag: FoundTag, parameter: UrlParameter): Range {
  return inText(tag, parameter);
}

/** The parameter with this name; of several the first. */
export function parameterOf({ url }: FoundTag, name: string): UrlParameter | null {
  return url.parameters.find((parameter) => parameter.name === name) ?? null;
}

/** A remark, and what would mend it in the URL itself: `change` counts from the URL's start. */
export interface Mendable extends Omit<Remark, 'repair'> {
  readonly change?: Edit | null;
}

/**
 * Findings that may come many times in one URL. All of a code are mended by one repair that they
 * share: each repair is the whole URL once more, and two of them would never be made together.
 */
export function mendTogether(tag: FoundTag, remarks: readonly Mendable[]): readonly TagFinding[] {
  const changes = new Map<TagFindingCode, Edit[]>();
  for (const { code, change } of remarks) {
    if (!change) continue;
    const known = changes.get(code);
    if (known) known.push(change);
    else changes.set(code, [change]);
  }
  const repairs = new Map(
    [...changes].map(([code, edits]) => [code, replaceUrl(tag, applyEdits(tag.url.text, edits))]),
  );
  return remarks.map(({ change, ...remark }) =>
    finding({ ...remark, repair: change ? (repairs.get(remark.code) ?? null) : null }),
  );
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
export function replaceValue(
  tag: FoundTag,
  parameter: UrlParameter,
  value: string,
): readonly Edit[] {
  const { start, end } = parameter;
  return replaceInUrl(tag, { start, end }, `${parameter.name}=${value}`);
}

/** Takes a parameter out, with the separator before or behind it. */
export function removeParameter(tag: FoundTag, parameter: UrlParameter): readonly Edit[] {
  return replaceInUrl(tag, rangeToRemove(tag, parameter), '');
}

/** Where a parameter stands in the URL with the separator that goes with it. */
export function rangeToRemove({ url }: FoundTag, { start, end }: UrlParameter): Range {
  const isFirst = url.text.charAt(start - 1) === '?';
  const hasNext = url.text.charAt(end) === '&';
  return isFirst && hasNext ? { start, end: end + 1 } : { start: start - 1, end };
}

/** Adds a parameter behind the others and before `redir`. */
export function addParameter(tag: FoundTag, name: string, value: string): readonly Edit[] {
  const redir = parameterOf(tag, 'redir');
  const { url } = tag;
  if (redir)
    return replaceInUrl(tag, { start: redir.start, end: redir.start }, `${name}=${value}&`);
  const end = url.fragment?.start ?? url.text.length;
  const separator = url.address.end >= end ? '?' : '&';
  return replaceInUrl(tag, { start: end, end }, `${separator}${name}=${value}`);
}

/** Whether the tag is HTML, or its URL stands in HTML. */
export function isInAttribute({ notation }: FoundTag): boolean {
  return notation === 'attribute' || notation === 'attribute-in-string';
}
