import type { About, TextRule } from '../rule';

/** A row with tags has a tracker’s id. */
export const trackerIdMissing: TextRule = {
  kind: 'sheet',
  code: 'tracker-id-missing',
  severity: 'warning',
  seen: 'This row has tags but no tracker id.',
  next: 'Fill in the id, so that the tags can be held against it.',
};

export const about: About = {
  why: 'Without the id nobody can tell whether the tags are the right tracker’s.',
  bad: 'A row with a tag and an empty id.',
  good: 'The row with the id 531.',
};
