import type { About, TextRule } from '../rule';
import { formText } from './words';

/** The ad server takes a bare URL where one stands. */
export const formNotTaken: TextRule = {
  kind: 'sheet',
  code: 'form-not-taken',
  severity: 'warning',
  seen: ({ form, server }) => `${server ?? ''} does not take ${formText(form, 'this form')}.`,
  next: 'Use the form that this ad server takes.',
};

export const about: About = {
  why: 'The ad server refuses it, or takes it and never calls it.',
  bad: 'A bare URL for an ad server that takes image tags alone.',
  good: 'An image tag.',
};
