import type { About, TextRule } from '../rule';

/** The signs of the URL are those of ASCII. */
export const fullWidth: TextRule = {
  kind: 'text',
  code: 'full-width',
  severity: 'error',
  seen: 'There are full-width signs in the URL (？ ＆ ＝ ［), as East Asian keyboards write them: nothing takes them for ? and &.',
  next: 'Copy the tag again from where it was made.',
};

export const about: About = {
  why: 'A URL has ? & = and brackets in their narrow form alone. Behind another one the service finds no id, and an ad server no macro.',
  bad: 'https://ib.adnxs.com/imptr？id=531＆t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
