import type { FoundTag } from '../tag/read/reading';
import { attributeAround, elementName } from '../rules/tag/element';
import type { InertRange } from '../rules/rule';

const INERT = /<(\/?)(template|textarea|title|xmp|noembed|noframes)\b([^<>]*)>/gi;
// A script that attaches what a template holds.
const ATTACHES = /\.content\b|\bimportNode\b|\bcloneNode\b|\.innerHTML\b/;

/** Where a text holds elements whose content no browser loads anything of. */
export function inertRanges(text: string): readonly InertRange[] {
  if (!/<(?:template|textarea|title|xmp|noembed|noframes)\b/i.test(text)) return [];
  const isAttached = ATTACHES.test(text);
  const open: { name: string; start: number; isInert: boolean }[] = [];
  const ranges: InertRange[] = [];
  for (const { 0: whole, 1: slash, 2: written = '', 3: rest = '', index } of text.matchAll(INERT)) {
    const name = written.toLowerCase();
    if (slash === '') {
      // One with a shadow root is attached by the browser itself.
      const isTemplate = name === 'template';
      const isInert = !isTemplate || !(isAttached || /\bshadowrootmode\b/i.test(rest));
      open.push({ name, start: index, isInert });
    } else if (open.at(-1)?.name === name) {
      const { start, isInert } = open.pop() ?? { start: index, isInert: false };
      if (isInert) ranges.push({ name, start, end: index + whole.length });
    }
  }
  return ranges;
}

const LONGEST_OBJECT = 5_000;
/** Of the end of a key or a property, its sign and the quote of its value, with the space between. */
const LONGEST_KEY_END = 100;
const TYPES: Readonly<Record<string, '1' | '2'>> = { 1: '2', 2: '1' };

/**
 * The `t` that the event tracker of a native ad needs which holds the tag: method 1 loads an image, 2
 * JavaScript (OpenRTB Native 1.2, 7.7). `null` where the tag stands in none.
 */
export function typeInNative(text: string, { carrier, urlRange }: FoundTag): '1' | '2' | null {
  if (carrier !== 'text' && carrier !== 'native') return null;
  const key = text.slice(Math.max(0, urlRange.start - LONGEST_KEY_END), urlRange.start);
  if (!/"\s*:\s*\\*"$/.test(key)) return null;
  const before = text.slice(Math.max(0, urlRange.start - LONGEST_OBJECT), urlRange.start);
  const after = text.slice(urlRange.end, urlRange.end + LONGEST_OBJECT);
  const own = before.slice(openedAt(before)) + after.slice(0, closedAt(after));
  const method = /"method\\*"\s*:\s*(\d)\b/.exec(own)?.[1] ?? '';
  return /"event\\*"\s*:/.test(own) ? (TYPES[method] ?? null) : null;
}

// Where the innermost object that is still open begins.
function openedAt(before: string): number {
  let closed = 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const char = before.charAt(at);
    if (char === '}') closed += 1;
    else if (char === '{' && closed-- === 0) return at;
  }
  return before.length;
}

function closedAt(after: string): number {
  let opened = 0;
  for (let at = 0; at < after.length; at += 1) {
    const char = after.charAt(at);
    if (char === '{') opened += 1;
    else if (char === '}' && opened-- === 0) return at;
  }
  return 0;
}

const LOADS_IMAGE = /^(?:srcset|poster|background|style|data)$/;
const LOADS_DOCUMENT = /^(?:iframe|frame|embed|input)$/;

/**
 * The `t` that an attribute needs which loads an image, or a document of its own, as `poster`, `srcset` and an
 * iframe's `src` do: what comes back is never run as a script. `null` where that is not known.
 */
export function typeInElement(text: string, tag: FoundTag): '2' | null {
  if (tag.carrier !== 'other-element') return null;
  const context = { text, tag };
  const attribute = attributeAround(context)?.name ?? '';
  const isDocument = attribute === 'src' && LOADS_DOCUMENT.test(elementName(context) ?? '');
  return isDocument || LOADS_IMAGE.test(attribute) ? '2' : null;
}

const LONGEST_CODE = 1_000;
const LONGEST_WRITTEN = 300;
// `document.write('<img src="…')`; code writes the name of a script in two strings.
const WRITTEN = /<(img|scr(?:["']\s*\+\s*["'])?ipt)\b[^<>]*\ssrc\s*=\s*\\*["']?$/i;
const NEW_IMAGE = /\bnew\s+Image\s*(?:\([^()]{0,40}\))?\s*\)?\.src\s*=\s*\\*["'`]$/;
const SOURCE_OF = /([\w$]+)\.src\s*=\s*\\*["'`]$/;
const MADE = /([\w$]+)\s*=\s*(?:new\s+(Image)\b|document\.createElement\(\s*\\*["'](\w+))/g;

/**
 * The `t` that code needs which makes an image or a script of the address: `new Image().src = '…'`. `null` where
 * that is not seen.
 */
export function typeInCode(text: string, { carrier, urlRange }: FoundTag): '1' | '2' | null {
  if (carrier !== 'text' || !/["'`=]/.test(text.charAt(urlRange.start - 1))) return null;
  const before = text.slice(Math.max(0, urlRange.start - LONGEST_CODE), urlRange.start);
  const written = WRITTEN.exec(before.slice(-LONGEST_WRITTEN))?.[1];
  if (written !== undefined) return typeOf(written);
  const line = before.slice(-LONGEST_KEY_END);
  if (NEW_IMAGE.test(line)) return '2';
  const name = SOURCE_OF.exec(line)?.[1];
  if (name === undefined) return null;
  const made = [...before.matchAll(MADE)].findLast(([, variable]) => variable === name);
  return made ? typeOf(made[2] ?? made[3] ?? '') : null;
}

function typeOf(element: string): '1' | '2' | null {
  if (/^im(?:g|age)$/i.test(element)) return '2';
  return /^scr.*ipt$/i.test(element) ? '1' : null;
}
