import { splitMacros } from '../../macro/shapes';
import { inText, replaceUrl } from './in-text';
import type { About, TagRule } from '../rule';

/**
 * Google’s servers take `%c` in `%c3%a9` for a macro of theirs (admanager/answer/2376981). Of the letters
 * that they reserve (a, c, h, i, n, p, k) an escape can begin with two.
 */
export const escapeEaten: TagRule = {
  kind: 'tag',
  code: 'escape-eaten',
  severity: 'error',
  look: ({ tag, server }) => {
    if (!server?.traps.includes('lower-case-escapes')) return null;
    const pieces = splitMacros(tag.url.text);
    const [first] = pieces.flatMap(({ text, start, isMacro }) => {
      const index = isMacro ? -1 : text.search(EATEN);
      return index < 0 ? [] : [{ start: start + index, end: start + index + 3 }];
    });
    if (!first) return null;
    const upper = pieces.map(({ text, isMacro }) =>
      isMacro ? text : text.replace(EATEN, (escape) => escape.toUpperCase()),
    );
    return {
      at: inText(tag, first),
      values: { escape: tag.url.text.slice(first.start, first.end) },
      repair: replaceUrl(tag, upper.join('')),
    };
  },
  seen: ({ escape }) =>
    `The ad server takes ${escape ?? ''} for a macro. Such escapes must be upper case.`,
  next: 'Write them in upper case.',
};

const EATEN = /%[ac][0-9A-Fa-f]/g;

export const about: About = {
  why: 'What arrives lacks those characters, so the redirect leads elsewhere.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example/%c3%a9',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example/%C3%A9',
  server: 'gam',
};
