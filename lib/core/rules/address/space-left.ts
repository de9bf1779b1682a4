import type { About, AddressRule } from '../rule';

const IN_NAME = /%20|%09|%0[AD]|\+/i;
const AT_END = /^(?:%20|%09|%0[AD])|(?:%20|%09|%0[AD])$/i;
// Before the redirect it is said to be invisible.
const AT_END_OF_ALL = /%C2%A0$/i;
// A text in base 64 may well begin or end with `+`.
const BESIDE_NUMBER = /^\+[\d.]+$|^[\d.]+\+$/;

/** No parameter of an address that was called begins or ends with white space. */
export const spaceLeft: AddressRule = {
  kind: 'address',
  code: 'space-left',
  written: null,
  fired: 'warning',
  isOfPlain: false,
  look: ({ url }) => {
    return url.parameters.flatMap((parameter) => {
      const { name, value } = parameter;
      const text = value ?? '';
      const isAtEnd = AT_END.test(text) || (name === 'redir' && AT_END_OF_ALL.test(text));
      if (!IN_NAME.test(name) && !isAtEnd && !BESIDE_NUMBER.test(text)) return [];
      return [{ at: parameter, values: { parameter: name } }];
    });
  },
  seen: ({ parameter }) =>
    `White space stands at ${parameter ?? ''} and was sent with it, as %20 or the like.`,
  next: 'Take it out of the tag: it often comes from a spreadsheet or a line that was broken.',
};

export const about: About = {
  why: 'The service gets another value or another name than the one that is meant.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%208261',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
