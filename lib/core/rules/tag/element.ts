import { firstIndex } from '../../base/first-index';
import type { Range } from '../../base/range';
import { rememberLast } from '../../base/remember-last';
import type { TagContext } from '../rule';

// No opening tag that a person pastes is longer.
const LONGEST_OPENING = 20_000;
// To its `>`, which may stand in quotes. Each part begins with another character, so nothing is tried twice.
const OPENING = /^<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/i;

/** An opening tag as it is written. */
export interface Opening extends Range {
  readonly text: string;
}

/** The opening tag of the element that holds the URL; `null` where it is no element. */
export function openingOf({ text, tag }: InElement): Opening | null {
  const { start, end } = tag.element;
  // All that stand in one element ask for it, one after the other.
  if (last?.text !== text || last.start !== start || last.end !== end) {
    const found = OPENING.exec(text.slice(start, Math.min(end, start + LONGEST_OPENING)))?.[0];
    const opening = found === undefined ? null : { start, end: start + found.length, text: found };
    last = { text, start, end, opening };
  }
  // An equal text that is another object would be compared letter for letter each time.
  last.text = text;
  return last.opening;
}

let last: (Range & { text: string; readonly opening: Opening | null }) | null = null;

/** What has to be known of a tag to look at the element that it stands in. */
export type InElement = Pick<TagContext, 'text' | 'tag'>;

/** The name of the element that holds the URL, in lower case; `null` where it is no element. */
export function elementName(context: InElement): string | null {
  return /^<([a-z][\w:-]*)/i.exec(openingOf(context)?.text ?? '')?.[1]?.toLowerCase() ?? null;
}

/** An attribute that holds the URL, or begins before it in the same element. */
export interface Attribute extends Range {
  /** In lower case. */
  readonly name: string;
}

// Its value in quotes, which code escapes, or without any. Each part begins with another character.
const ATTRIBUTE = /([^\s"'<>/=\\]+)(?:\s*=\s*(?:\\*"[^"]*"|\\*'[^']*'|[^\s"'>\\][^\s"'>]*))?/g;

const attributesOf = rememberLast((opening: Opening): readonly Attribute[] => {
  const name = /^<[^\s/>]*/.exec(opening.text)?.[0] ?? '';
  const rest = opening.text.slice(name.length);
  const from = opening.start + name.length;
  return [...rest.matchAll(ATTRIBUTE)].map(({ 0: whole, 1: written = '', index }) => ({
    start: from + index,
    end: from + index + whole.length,
    name: written.toLowerCase(),
  }));
});

/** The attributes as far as the one that holds the URL, which comes last; none where that is not seen. */
export function attributesTo(context: InElement): readonly Attribute[] {
  const opening = openingOf(context);
  if (!opening) return [];
  const attributes = attributesOf(opening);
  const { start } = context.tag.urlRange;
  const index = firstIndex(attributes, ({ end }) => end > start);
  const holds = (attributes[index]?.start ?? Infinity) <= start;
  return holds ? attributes.slice(0, index + 1) : [];
}

/** The attribute that holds the URL; `null` where that is not seen. */
export const attributeAround = rememberLast(
  (context: InElement): Attribute | null => attributesTo(context).at(-1) ?? null,
);

/** Where an attribute stands in an opening tag, with the white space before it; `null` where it is not there. */
export function attributeIn(
  opening: Opening,
  name: string,
): (Range & { readonly value: string }) | null {
  const pattern = new RegExp(
    `(?<=\\S)\\s+${name}(?:\\s*=\\s*(\\\\*"[^"]*"|\\\\*'[^']*'|[^\\s"'>]+))?(?=[\\s/>])`,
    'i',
  );
  const found = pattern.exec(opening.text);
  if (!found) return null;
  const start = opening.start + found.index;
  const value = (found[1] ?? '').replace(/^\\*["']|\\*["']$/g, '');
  return { start, end: start + found[0].length, value };
}

/** The name of the attribute whose whole value the URL is, in lower case; `null` where that is not seen. */
export function attributeOf({ text, tag }: TagContext): string | null {
  const before = text.slice(
    Math.max(tag.element.start, tag.urlRange.start - 100),
    tag.urlRange.start,
  );
  return /([\w:@.-]+)\s*=\s*\\?["']?\s*$/.exec(before)?.[1]?.toLowerCase() ?? null;
}

/** What stands before the URL, as far as it may matter, without the white space between. */
export const textBefore = rememberLast(({ text, tag }: InElement): string =>
  text.slice(Math.max(0, tag.urlRange.start - 300), tag.urlRange.start).trimEnd(),
);

const OPENED = /<(?:[\w.-]{1,40}:)?([a-z]{1,40})(?:\s[^<>]*)?>(?:\s*<!\[CDATA\[)?$/i;

/** The name of the element whose content begins with the URL, as it is written, without its prefix. */
export function elementAround(context: TagContext): string | null {
  return OPENED.exec(textBefore(context))?.[1] ?? null;
}
