import type { About, TextRule } from '../rule';

/** The ad server is one of the catalogue, or a person’s own. */
export const adServerUnknown: TextRule = {
  kind: 'sheet',
  code: 'ad-server-unknown',
  severity: 'warning',
  seen: ({ name }) => `“${name ?? ''}” is no ad server of the catalogue.`,
  next: 'Its macros were judged by their shape alone. Correct the name for a full check.',
};

export const about: About = {
  why: 'Whether a macro is replaced depends on the ad server.',
  bad: 'Ad servr',
  good: 'Google Ad Manager',
};
