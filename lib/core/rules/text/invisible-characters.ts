import type { About, TextRule } from '../rule';

/** There is nothing in it that nobody sees. */
export const invisibleCharacters: TextRule = {
  kind: 'text',
  code: 'invisible-characters',
  severity: 'error',
  seen: 'There are invisible characters in it (a space that does not break, a zero-width space).',
  next: 'Paste it through a plain text editor.',
};

export const about: About = {
  why: 'To a browser such a space is a part of a name or a value, and the address another one.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
