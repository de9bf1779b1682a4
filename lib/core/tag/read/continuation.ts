import { macrosIn, splitMacros } from '../../macro/shapes';

/** Whether a word that stands behind a URL is its rest, may be, or is something else. */
export type Continuation = 'belongs' | 'doubtful' | 'apart';

const NAMES = 'id|t|cachebuster|ancost|redir|gdpr\\w*|gpp\\w*|us_privacy|addtl_consent';
const SEPARATED = /^&(?:amp;)?[\w.-]+=/;
const QUERY = /^\?[\w.-]+=/;
// The end of a value, or of a name, and then a parameter that tags have.
const REST = new RegExp(String.raw`^[^\s=&?]*(?:=[^\s=&?]*)?&(?:amp;)?(?:${NAMES})=`, 'i');
const ENDS_MACRO = /[\]}%!_=&@]/;
const IS_NAMED = /\b(?:cachebuster|ancost|redir|imptr)\b|[\w\]}]=|=[\w[{%$]/i;
const OTHER_URL = /^[([]?(?:https?:)?\/\/|^[([]?[a-z][a-z0-9+.-]*:\/\//i;

/**
 * What a word is to the URL that white space, a break of the line or markup stands behind. Whatever is left
 * beside a URL that is mended must hold no `=`, no macro and no name of a parameter; so where it might be the
 * URL's own, nobody may add to the URL.
 */
export function continuation(url: string, word: string): Continuation {
  const isOpen = isUnfinished(url);
  if (OTHER_URL.test(word)) return /[?&]redir=$/.test(url) ? 'belongs' : 'apart';
  const isRest =
    SEPARATED.test(word) || (QUERY.test(word) && !url.includes('?')) || isRestOfValue(url, word);
  if (isRest || (isOpen && ENDS_MACRO.test(word))) return 'belongs';
  return isOpen || IS_NAMED.test(word) || macrosIn(word).length > 0 ? 'doubtful' : 'apart';
}

function isRestOfValue(url: string, word: string): boolean {
  // Behind `&ca` comes `chebuster=…`; behind a whole parameter comes no `t=2&…`.
  return REST.test(word) && (!/^[^&]*=/.test(word) || lastOf(url).value === null);
}

const WHOLE_WORD = /^(?:\d+|[A-Za-z]+(?:[_-][A-Za-z]+){2,})$/;

// Whether a URL ends where none can: in the middle of a macro, a name, or before a value.
function isUnfinished(url: string): boolean {
  if (/[?&=]$|\u2026$/.test(url)) return true;
  const { name, value } = lastOf(url);
  if (value === null) return macrosIn(name).length === 0;
  const rest = splitMacros(value)
    .filter(({ isMacro }) => !isMacro)
    .map(({ text }) => text)
    .join('');
  if (/[[{]|%(?![0-9A-Fa-f]{2})/.test(rest)) return true;
  if (name === 'redir') return false;
  return (
    /\$|_$|^@|^__/.test(rest) || (name === 'cachebuster' && rest !== '' && !WHOLE_WORD.test(value))
  );
}

function lastOf(url: string): { readonly name: string; readonly value: string | null } {
  const redir = /[?&]redir=/.exec(url);
  const start = redir ? redir.index : Math.max(url.lastIndexOf('&'), url.lastIndexOf('?'));
  const [name = '', value = null] = url.slice(start + 1).split(/=(.*)/s);
  return { name, value };
}
