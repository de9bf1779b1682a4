import type { About, TextRule } from '../rule';

/** No program cut it into lines of one length. */
export const brokenLines: TextRule = {
  kind: 'text',
  code: 'broken-lines',
  severity: 'error',
  seen: 'Line breaks go through the URL: a program cut the text into lines of one length.',
  next: 'Have the tag sent as a file, or take the line breaks out.',
};

export const about: About = {
  why: 'A field for a URL takes only its first line, and in HTML the break may go through a name or a macro.',
  bad: 'https://ib.adnxs.com/imptr?id=53\n1&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
