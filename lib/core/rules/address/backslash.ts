import type { About, AddressRule } from '../rule';

/** There is no backslash in the address. A browser has made a slash or an escape of it in what it requests. */
export const backslash: AddressRule = {
  kind: 'address',
  code: 'backslash',
  written: 'error',
  fired: null,
  look: ({ url }) => {
    const start = url.text.indexOf('\\');
    return start < 0 ? [] : [{ at: { start, end: start + 1 } }];
  },
  seen: 'There is a backslash in the URL, which no URL has: it was escaped or broken off there.',
  next: 'Copy the tag again from where it was made.',
};

export const about: About = {
  why: 'Programs put backslashes before characters of theirs, and some leave them when text is copied. The service gets a value that nobody meant.',
  bad: String.raw`https://ib.adnxs.com/imptr?id=531\a&t=2`,
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
