import type { About, TextRule } from '../rule';

/** What looks like a tag can be read as one. */
export const tagUnreadable: TextRule = {
  kind: 'sheet',
  code: 'tag-unreadable',
  severity: 'error',
  seen: 'This looks like a tag but cannot be read as one.',
  next: 'Copy the tag again from a new sheet.',
};

export const about: About = {
  why: 'A browser would not make more of it than is made here.',
  bad: 'imptr id 531',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
