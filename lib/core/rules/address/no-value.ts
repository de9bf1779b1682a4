import { decodeEscapes } from '../../macro/encode';
import type { About, AddressRule } from '../rule';

// Of these the rules for their own values say more.
const HAVE_RULES: readonly string[] = ['id', 't', 'cachebuster', 'ancost', 'redir'];
// Python writes None; `none` is a value that a person may have chosen.
const NO_VALUE = /^(?:undefined|null|NULL|NaN|nan|None|\[object[ +]\w+\])$/;

/** No parameter holds what a script makes of a variable that was empty. */
export const noValue: AddressRule = {
  kind: 'address',
  code: 'no-value',
  written: 'warning',
  fired: 'warning',
  look: ({ url }) =>
    url.parameters.flatMap((parameter) => {
      const { name, value } = parameter;
      if (value === null || HAVE_RULES.includes(name)) return [];
      const decoded = value.includes('%') ? decodeEscapes(value) : value;
      return NO_VALUE.test(decoded)
        ? [{ at: parameter, values: { parameter: name, value: decoded } }]
        : [];
    }),
  seen: ({ parameter, value }) =>
    `${parameter ?? ''} is “${value ?? ''}”: a variable was empty when the address was put together.`,
  next: 'Have whoever wrote the script fill the variable in, or leave the parameter out.',
};

export const about: About = {
  why: 'Whoever reads this parameter takes the word for its value.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr_consent=undefined',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr_consent=CO9A',
};
