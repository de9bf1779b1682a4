import type { About, TextRule } from '../rule';

/** The quotes are straight. */
export const smartQuotes: TextRule = {
  kind: 'text',
  code: 'smart-quotes',
  severity: 'error',
  seen: 'There are curly quotes in it, as Word and Outlook make them: to a browser they are no quotes.',
  next: 'Paste it through a plain text editor.',
};

export const about: About = {
  why: 'The quotes become part of the address, which then is one of the page’s own site.',
  bad: '<img src=“https://ib.adnxs.com/imptr?id=531&t=2”>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
