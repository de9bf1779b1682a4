import type { About, AddressRule } from '../rule';
import { cachebusterOf } from './cachebuster';

/** There is a cachebuster, and something in it. */
export const cachebusterMissing: AddressRule = {
  kind: 'address',
  code: 'cachebuster-missing',
  written: 'warning',
  fired: 'warning',
  look: (context) => {
    const found = cachebusterOf(context);
    if (!found?.isNothing) return [];
    return [{ at: found.at, values: { value: found.value }, change: found.change }];
  },
  seen: ({ value }) =>
    value
      ? `The cachebuster is “${value}”, which is no value.`
      : 'There is no cachebuster: browsers answer repeats from their cache, and those are not counted.',
  next: 'Give the ad server’s macro for a random number, or build the tag anew.',
};

export const about: About = {
  why: 'Browsers may answer repeats from their cache, and those impressions are not counted.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  server: 'gam',
};
