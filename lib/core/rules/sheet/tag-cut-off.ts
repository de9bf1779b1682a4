import type { About, TextRule } from '../rule';

/** A cell that begins as the right tag does ends as it does too. */
export const tagCutOff: TextRule = {
  kind: 'sheet',
  code: 'tag-cut-off',
  severity: 'error',
  seen: 'The tag ends too early; the rest of it is missing.',
  next: 'Copy the tag again from a new sheet.',
};

export const about: About = {
  why: 'Some tools cut what is longer than a column is wide, or than 255 characters.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=53',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
