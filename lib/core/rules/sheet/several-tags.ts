import type { About, TextRule } from '../rule';

/** There is one tag in a cell. */
export const severalTags: TextRule = {
  kind: 'sheet',
  code: 'several-tags',
  severity: 'warning',
  seen: ({ count }) => `There are ${count ?? ''} tags in this cell.`,
  next: 'Keep one tag in a cell, or impressions are counted more than once.',
};

export const about: About = {
  why: 'Each is called by itself.',
  bad: 'Two image tags in one cell.',
  good: 'One image tag in each cell.',
};
