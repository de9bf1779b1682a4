import type { About, TextRule } from '../rule';

/** What stands where the id belongs is one. */
export const trackerIdUnreadable: TextRule = {
  kind: 'sheet',
  code: 'tracker-id-unreadable',
  severity: 'error',
  seen: ({ text }) => `“${text ?? ''}” is no tracker id.`,
  next: 'Write the number alone. Spreadsheets sometimes shorten long numbers.',
};

export const about: About = {
  why: 'The tags cannot be held against a tracker that nobody can name.',
  bad: '1.2E+07',
  good: '12000531',
};
