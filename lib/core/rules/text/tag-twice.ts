import type { About, TextRule } from '../rule';

/** Each tracker is there once. */
export const tagTwice: TextRule = {
  kind: 'text',
  code: 'tag-twice',
  severity: 'warning',
  seen: ({ id }) => `Tracker ${id ?? ''} is here twice: each impression counts twice.`,
  next: 'Take one away.',
};

export const about: About = {
  why: 'Each tag is called by itself, and its cost is counted each time.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2"><img src="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
