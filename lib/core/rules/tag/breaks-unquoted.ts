import { inText } from './in-text';
import type { About, TagRule } from '../rule';

/** Nothing ends the URL where it is written without quotes. Sizmek writes `<IMG SRC=` and the URL so (ad-servers.md section 2, rule 6). */
export const breaksUnquoted: TagRule = {
  kind: 'tag',
  code: 'breaks-unquoted',
  severity: 'error',
  look: ({ tag, server }) => {
    if (!server?.traps.includes('unquoted-src') && tag.quoted) return null;
    const found = /[\s"'<>`]/.exec(tag.url.text);
    if (!found) return null;
    const at = inText(tag, { start: found.index, end: found.index + 1 });
    return { at, values: { character: found[0] } };
  },
  seen: ({ character }) =>
    `The URL is written without quotes, and “${character?.trim() || 'a space'}” would end it.`,
  next: 'Leave out the macro or the value that holds it.',
};

export const about: About = {
  why: 'The browser calls what stands before that character, and the rest is lost.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[%random%]&x={{url | url_encode}}',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[%random%]',
  server: 'sizmek',
};
