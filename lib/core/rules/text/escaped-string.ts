import type { About, TextRule } from '../rule';

/** It was not copied out of the middle of code or JSON. */
export const escapedString: TextRule = {
  kind: 'text',
  code: 'escaped-string',
  severity: 'error',
  seen: 'It was copied out of code or JSON, with backslashes in it that only code undoes.',
  next: 'Copy the tag itself, or the code as a whole.',
};

export const about: About = {
  why: 'In a string of code / may be written \\/ and & may be written \\u0026. Outside of it nothing reads that.',
  bad: String.raw`<img src=\"https:\/\/ib.adnxs.com\/imptr?id=531&t=2\">`,
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
