import type { About, TextRule } from '../rule';

/** No editor of Markdown has put backslashes in. */
export const markdownEscapes: TextRule = {
  kind: 'text',
  code: 'markdown-escapes',
  severity: 'error',
  seen: 'There are backslashes before brackets or underscores, as editors of Markdown write them: the ad server will not see its macro.',
  next: 'Copy it as it is shown, or from a block of code.',
};

export const about: About = {
  why: 'Ad servers look for their macros letter for letter, and \\[timestamp\\] is none.',
  bad: String.raw`https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=\[timestamp\]`,
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[timestamp]',
};
