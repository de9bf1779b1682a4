import type { Range } from '../../base/range';
import type { TagContext } from '../rule';

/** What stands in a VAST element that takes a URI, without the white space and CDATA round it. */
export interface VastContent extends Range {
  readonly text: string;
  readonly isCdata: boolean;
}

const WHOLE = /^(<([\w:.-]+)[^<>]*>)([\s\S]*)<\\?\/\2\s*>$/;
const CDATA = /^(<!\[CDATA\[)([\s\S]*)\]\]>$/;
const LONGEST = 20_000;
const OPENED = /<(?:[\w.-]+:)?impression\b[^<>]*>\s*(<!\[CDATA\[)?\s*$/i;

/** The content of the VAST element round the tag's URL; `null` where there is none. */
export function vastContent({ tag, text }: TagContext): VastContent | null {
  if (tag.inComment) return null;
  return tag.carrier === 'vast' ? ofElement(tag.element, text) : ofHtml(tag.element, text);
}

function ofElement({ start, end }: Range, text: string): VastContent | null {
  if (end - start > LONGEST) return null;
  const [, opening = '', , inner = ''] = WHOLE.exec(text.slice(start, end)) ?? [];
  if (opening === '') return null;
  const outer = trimmed(inner, start + opening.length);
  const [, mark = '', raw = ''] = CDATA.exec(outer.text) ?? [];
  if (mark === '') return { ...outer, isCdata: false };
  return { ...trimmed(raw, outer.start + mark.length), isCdata: true };
}

// `<Impression><img src="…"></Impression>`: what was read is an image.
function ofHtml({ start, end }: Range, text: string): VastContent | null {
  const opened = OPENED.exec(text.slice(Math.max(0, start - 300), start));
  if (!opened) return null;
  return { start, end, text: text.slice(start, end), isCdata: opened[1] !== undefined };
}

function trimmed(text: string, from: number) {
  const start = from + text.length - text.trimStart().length;
  const content = text.trim();
  return { start, end: start + content.length, text: content };
}

/** How many addresses stand in a text. */
export function addressesIn(text: string): number {
  return text.match(/(?<![\w%=&?/:.-])(?:https?:)?\/\/[\w[]/gi)?.length ?? 0;
}
