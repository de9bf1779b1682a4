import type { About, TextRule } from '../rule';

/** Nobody has put an address of their own round the URL. */
export const wrappedLink: TextRule = {
  kind: 'text',
  code: 'wrapped-link',
  severity: 'error',
  seen: 'Outlook has put its own address round the URL: the tag would call Outlook.',
  next: 'Have the tag sent as a file, or as plain text.',
};

export const about: About = {
  why: 'Safe Links rewrites every address in a mail. What is called then is Outlook.',
  bad: '<img src="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fib.adnxs.com%2Fimptr%3Fid%3D531%26t%3D2&amp;data=05">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
