import type { About, AddressRule } from '../rule';
import { frontOf, isHostComputed } from './host';

/** The host stands there, and no code has to put it in front. */
export const hostComputed: AddressRule = {
  kind: 'address',
  code: 'host-computed',
  written: 'info',
  fired: null,
  look: (context) => {
    const { url } = context;
    if (!isHostComputed(context)) return [];
    return [{ at: url.address, values: { text: frontOf(url).text } }];
  },
  seen: ({ text }) =>
    `Code puts a host to “${text ?? ''}” when it runs: whether it is the service’s cannot be seen here.`,
  next: 'See on the test page where it is sent, or write https://ib.adnxs.com/imptr out.',
};

export const about: About = {
  why: 'Only ib.adnxs.com and secure.adnxs.com are known to record impressions; a request to any other host counts nothing.',
  bad: 'img.src = base + "/imptr?id=531&t=2&cachebuster=" + Date.now();',
  good: 'img.src = "https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=" + Date.now();',
};
