import { PIXEL_HOSTS } from '../../pixel/hosts';
import type { About, AddressRule } from '../rule';
import { callAt, frontOf, isScheme } from './host';

/** There is one scheme: what comes behind the first is taken for the host. */
export const schemeTwice: AddressRule = {
  kind: 'address',
  code: 'scheme-twice',
  written: 'error',
  fired: 'error',
  look: ({ url }) => {
    const { host, text } = frontOf(url);
    if (!isScheme(host)) return [];
    const rest = text.toLowerCase().replace(/^(?:(?:https?:?)?\/+)+/, '');
    const own = PIXEL_HOSTS.find((it) => rest === `${it}/imptr`);
    return [{ at: url.address, values: { host }, change: own ? callAt(url, own) : null }];
  },
  seen: ({ host }) =>
    `https:// is there twice: browsers take the second “${host ?? ''}” for the name of a host.`,
  next: 'Leave one of them out.',
};

export const about: About = {
  why: 'There is no host of that name, so nothing is called. It happens where https:// stands in a field already and a whole URL is pasted behind it.',
  bad: 'https://https://ib.adnxs.com/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
