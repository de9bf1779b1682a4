import type { About, TextRule } from '../rule';
import { formText } from './words';

/** The tag is of the form its column is for. */
export const wrongForm: TextRule = {
  kind: 'sheet',
  code: 'wrong-form',
  severity: 'warning',
  seen: ({ column, found }) => `${column ?? ''} holds ${formText(found, 'another form')}.`,
  next: 'Take the tag from the right column of a new sheet.',
};

export const about: About = {
  why: 'Whoever copies by column gets a tag that the field does not take.',
  bad: 'A script tag in the column of image tags.',
  good: 'An image tag there.',
};
