import type { About, TextRule } from '../rule';
import { partText, quoted } from './words';

/** Every part of the tag is what the row’s other columns say. */
export const tagEdited: TextRule = {
  kind: 'sheet',
  code: 'tag-edited',
  severity: 'warning',
  seen: ({ part, expected, found }) =>
    `In this tag ${partText(part)} is ${quoted(found)}, but its row says ${quoted(expected)}.`,
  next: 'If nobody meant to change it, take the tag from a new sheet.',
};

export const about: About = {
  why: 'The tag and the columns beside it no longer tell of the same.',
  bad: 'id=532 in the row of tracker 531.',
  good: 'id=531 in the row of tracker 531.',
};
