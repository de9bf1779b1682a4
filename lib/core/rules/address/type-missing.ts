import type { About, AddressRule } from '../rule';
import { parameterOf, placeOf, setValue } from './changes';

/** `t` is there. Siblings of the service answer with an image where it is missing (api.md 3.2). */
export const typeMissing: AddressRule = {
  kind: 'address',
  code: 'type-missing',
  written: 'warning',
  fired: 'warning',
  look: ({ url, wantedType, isComputed }) => {
    const parameter = parameterOf(url, 't');
    // Code adds to the address; what it adds cannot be seen from here.
    if (parameter?.value || isComputed) return [];
    const values = { wanted: wantedType ?? '' };
    const change = setValue(url, 't', wantedType ?? '2');
    return [{ at: placeOf(url, parameter), values, change }];
  },
  seen: ({ wanted }) =>
    wanted
      ? `t is missing; here it must be t=${wanted}.`
      : 't is missing: 1 is JavaScript, 2 an image.',
  next: 'Add t=1 for a script tag or t=2 for an image, or build the tag anew.',
};

export const about: About = {
  why: 'The service has to guess whether to answer with JavaScript or with an image.',
  bad: 'https://ib.adnxs.com/imptr?id=531',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
