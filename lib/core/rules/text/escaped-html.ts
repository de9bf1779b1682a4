import type { About, TextRule } from '../rule';

/** The HTML is no text. */
export const escapedHtml: TextRule = {
  kind: 'text',
  code: 'escaped-html',
  severity: 'error',
  seen: 'The HTML is escaped: a page would show it as text.',
  next: 'Copy the tag itself, not the HTML of a page about it.',
};

export const about: About = {
  why: 'Readers see the tag, and nothing calls it.',
  bad: '&lt;img src=&quot;https://ib.adnxs.com/imptr?id=531&amp;t=2&quot;&gt;',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
