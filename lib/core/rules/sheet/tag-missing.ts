import type { About, TextRule } from '../rule';

/** In a sheet of our own each form has a tag that the ad server takes. */
export const tagMissing: TextRule = {
  kind: 'sheet',
  code: 'tag-missing',
  severity: 'warning',
  seen: ({ column, server }) => `${column ?? ''} is empty although ${server ?? ''} takes it.`,
  next: 'If it should be there, take it from a new sheet.',
};

export const about: About = {
  why: 'Somebody deleted it, or the ad server was changed afterwards.',
  bad: 'An empty image tag in a row of Google Ad Manager.',
  good: 'The row as it was made.',
};
