import type { Range } from '../../base/range';
import type { TagContext } from '../rule';
import { openingOf } from './element';

// How far the end of a script is looked for: what has an address holds next to nothing.
const LONGEST_CONTENT = 5_000;

// Code writes it in two strings, so that it does not end the script that the code stands in.
const JOINED = String.raw`(?:["']\s*[+.]\s*["'])?`;
const CLOSING = new RegExp(['<', String.raw`\\?/`, ...'script'].join(JOINED), 'i');

/** How a `<script>` with our address ends. */
export interface ScriptEnd {
  readonly opening: Range & { readonly text: string };
  /** `<script … />`, which HTML does not know. */
  readonly isSelfClosed: boolean;
  readonly isClosed: boolean;
  /** There is something else before its end, or before that of the text. */
  readonly swallows: boolean;
}

/** How the script ends; `null` where the tag is no script, or stands in XML, where `/>` is an end. */
export function scriptEnd(context: TagContext): ScriptEnd | null {
  const { tag, text } = context;
  if (tag.carrier !== 'script' || tag.inComment || /^\s*<\?xml/.test(text)) return null;
  const opening = openingOf(context);
  if (!opening) return null;
  const rest = text.slice(opening.end, opening.end + LONGEST_CONTENT);
  const end = rest.search(CLOSING);
  const content = end < 0 ? rest : rest.slice(0, end);
  const isSelfClosed = /\/\s*>$/.test(opening.text);
  // Behind a script that does not end anything is lost; inside one only other tags are.
  const swallows = end < 0 ? content.trim() !== '' : /<[a-z!]/i.test(content);
  return { opening, isSelfClosed, isClosed: end >= 0, swallows };
}
