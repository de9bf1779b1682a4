import type { About, TextRule } from '../rule';

/** A row has a tag. */
export const rowWithoutTag: TextRule = {
  kind: 'sheet',
  code: 'row-without-tag',
  severity: 'error',
  seen: 'This row has no tag.',
  next: 'Copy the tag again from a new sheet.',
};

export const about: About = {
  why: 'Whoever works through the sheet has nothing to put into the ad server for this row.',
  bad: 'A row with a tracker and no tag.',
  good: 'The row with its tags.',
};
