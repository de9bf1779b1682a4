import type { About, TextRule } from '../rule';

/** A cell for a tag holds one of a tracker. */
export const noTag: TextRule = {
  kind: 'sheet',
  code: 'no-tag',
  severity: 'error',
  seen: ({ column }) => `${column ?? ''} holds no impression tracker’s tag.`,
  next: 'Copy the tag again from a new sheet.',
};

export const about: About = {
  why: 'What stands there counts no impression of the tracker in this row.',
  bad: 'See e-mail',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
