import type { About, TextRule } from '../rule';

/** The text is short enough to be read. */
export const textTooLong: TextRule = {
  kind: 'text',
  code: 'text-too-long',
  severity: 'warning',
  seen: ({ length, limit }) =>
    `This field holds ${count(length)} characters, more than the ${count(limit)} that are read: nothing in it was checked.`,
  next: 'Check its tags one by one, or put them into several fields.',
};

function count(text = ''): string {
  const number = Number(text);
  return Number.isNaN(number) ? text : number.toLocaleString('en');
}

export const about: About = {
  why: 'What is longer than a million characters is no pixel field’s content, and would keep the browser busy.',
  bad: 'A field that holds 2,000,000 characters.',
  good: 'One tag.',
};
