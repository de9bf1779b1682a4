import type { About, TextRule } from '../rule';

/** What makes it a URL is not percent-encoded. */
export const percentEncoded: TextRule = {
  kind: 'text',
  code: 'percent-encoded',
  severity: 'error',
  seen: 'The URL is percent-encoded, as it stands in another one’s parameter: by itself it is no address.',
  next: 'Copy the tag itself, not the address that holds it.',
};

export const about: About = {
  why: 'Nothing decodes it where it stands alone: a browser takes it for a file of the page’s own site, or the service finds no parameter in it.',
  bad: 'https%3A%2F%2Fib.adnxs.com%2Fimptr%3Fid%3D531%26t%3D2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
