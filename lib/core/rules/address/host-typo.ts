import type { About, AddressRule } from '../rule';
import { callAt, frontOf, slipOf } from './host';

/** The host is not one letter away from the service's own. */
export const hostTypo: AddressRule = {
  kind: 'address',
  code: 'host-typo',
  written: 'error',
  fired: 'error',
  look: ({ url, ownHosts = [] }) => {
    const { host } = frontOf(url);
    const expected = slipOf(host);
    if (expected === null || ownHosts.includes(host)) return [];
    return [{ at: url.address, values: { host, expected }, change: callAt(url, expected) }];
  },
  seen: ({ host, expected }) =>
    `The host is ${host ?? ''}, one letter away from ${expected ?? ''}: the service never hears of it.`,
  next: 'Correct the host in the tag, or build the tag anew.',
};

export const about: About = {
  why: 'Whoever owns the other name gets the request, or nobody does, and no impression is recorded.',
  bad: 'https://ib.adnsx.com/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
