import type { About, AddressRule } from '../rule';

const SPACE = '(?:%20|%09|%0[AD]|%C2%A0|\\+)';
const IN_NAME = new RegExp(SPACE, 'i');
const AT_END = new RegExp(`^${SPACE}|${SPACE}$`, 'i');

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
      if (!IN_NAME.test(name) && !AT_END.test(value ?? '')) return [];
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
