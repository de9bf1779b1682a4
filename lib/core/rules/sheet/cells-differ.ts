import type { About, TextRule } from '../rule';
import { partText, quoted } from './words';

/** The tags of one row say the same. */
export const cellsDiffer: TextRule = {
  kind: 'sheet',
  code: 'cells-differ',
  severity: 'warning',
  seen: ({ part, expected, found, other }) =>
    `Here ${partText(part)} is ${quoted(found)}, but in ${other ?? ''} it is ${quoted(expected)}.`,
  next: 'The tags of one row should say the same. Take them from a new sheet.',
};

export const about: About = {
  why: 'Which of them is used decides what is counted.',
  bad: 'A cost in the image tag and none in the script tag.',
  good: 'The same cost in both, or none.',
};
