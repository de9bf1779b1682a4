import { KNOWN_PARAMETERS } from '../../tag/tag-spec';
import type { About, AddressRule } from '../rule';

const LEAST = 3;

/** No piece of a parameter's name stands there by itself. At the end of a text it is said that its end is in doubt. */
export const parameterCut: AddressRule = {
  kind: 'address',
  code: 'parameter-cut',
  written: 'warning',
  fired: 'warning',
  look: ({ phase, url }) =>
    url.parameters.flatMap((parameter, index) => {
      const { name, value } = parameter;
      if (value !== null || name.length < LEAST) return [];
      if (phase === 'written' && index === url.parameters.length - 1) return [];
      const whole = KNOWN_PARAMETERS.find((known) => known !== name && known.startsWith(name));
      return whole === undefined ? [] : [{ at: parameter, values: { name, whole } }];
    }),
  seen: ({ name, whole }) =>
    `“${name ?? ''}” is no parameter: it looks like what is left of ${whole ?? ''}.`,
  next: 'Take it out where the parameter stands there whole as well, or build the tag anew.',
};

export const about: About = {
  why: 'A piece that was left behind tells of a tag that was cut and put together by hand; what belonged to it may be missing.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cac&cachebuster=8261',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
