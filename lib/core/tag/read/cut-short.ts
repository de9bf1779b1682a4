import { splitMacros } from '../../macro/shapes';
import type { PixelAddress } from '../../pixel/read-address';

// The beginning of a macro that shows where it ends. `%5B` and `%r` begin none of those.
const BEGUN = /(?:\[{1,2}%?|[$#]?\{[{%]?|%%|##%)[A-Za-z][\w .:]*[%\]}]?$|[[{]$|%%?$/;
const LONGEST_MACRO = 60;
// Of the parameters that tags have, and of `&amp;`. A whole `gdpr` may stand there for itself.
const NAMES = ['id', 't', 'cachebuster', 'ancost', 'redir', 'gdpr_consent', 'amp;'];

/**
 * Whether an address ends where nobody ends one: in the name of a parameter, before the id, or in the middle of a
 * macro. Where the whole text ends there too, something took no more of it than its first so many characters.
 */
export function isCutShort({ parameters, fragment }: PixelAddress): boolean {
  const last = parameters.at(-1);
  if (!last || fragment) return false;
  const { name, value } = last;
  if (value === null) return name !== 'gdpr' && NAMES.some((it) => isBeginning(name, it));
  if (value === '') return name === 'id';
  // Its target may end in anything.
  if (name === 'redir') return false;
  const end = splitMacros(value).at(-1);
  return end !== undefined && !end.isMacro && BEGUN.test(end.text.slice(-LONGEST_MACRO));
}

// One or two letters may be anything, as `ca` is; of `&amp;` two are enough.
function isBeginning(part: string, name: string): boolean {
  const least = name === 'amp;' ? 2 : 3;
  return part === name || (part.length >= least && name.startsWith(part));
}
