import type { About, TextRule } from '../rule';

/** Nobody has put an address of their own round the URL. */
export const wrappedLink: TextRule = {
  kind: 'text',
  code: 'wrapped-link',
  severity: 'error',
  seen: 'A mail program or a chat has put its own address or its marks round the URL: the tag would call that.',
  next: 'Have the tag sent as a file, or as plain text.',
};

export const about: About = {
  why: 'Outlook’s Safe Links, Proofpoint, Google, Slack and others rewrite the addresses in what they show. What is called then is theirs.',
  bad: '<img src="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fib.adnxs.com%2Fimptr%3Fid%3D531%26t%3D2&amp;data=05">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
