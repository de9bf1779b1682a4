import { MISTAKEN_HOSTS, PIXEL_HOST, PIXEL_HOSTS } from '../../pixel/hosts';
import type { About, AddressRule } from '../rule';
import { callAt, frontOf, isScheme, slipOf } from './host';

/** The address is at one of the service's own hosts. */
export const hostUnexpected: AddressRule = {
  kind: 'address',
  code: 'host-unexpected',
  written: 'warning',
  fired: 'warning',
  look: ({ url, ownHosts = [] }) => {
    const { host, isOwn } = frontOf(url);
    if (host === '' || isOwn || isScheme(host) || ownHosts.includes(host)) return [];
    if (slipOf(host) !== null) return [];
    const meant = host.replace(/\.$/, '');
    const right = MISTAKEN_HOSTS.includes(meant) ? PIXEL_HOST : meant;
    const change = PIXEL_HOSTS.includes(right) ? callAt(url, right) : null;
    return [{ at: url.address, values: { host, expected: PIXEL_HOST }, change }];
  },
  seen: ({ host = '', expected = '' }) => {
    if (MISTAKEN_HOSTS.includes(host)) {
      return `The host ${host} is a slip of old documentation; the service is at ${expected}.`;
    }
    if (/\.adnxs\.com\.?$/.test(host)) {
      return `The host ${host} is of the service’s own domain, but trackers are counted at ${expected}, as far as is documented.`;
    }
    return `The host is ${host}; trackers are counted at ${expected}.`;
  },
  next: 'If somebody set this host up for you on purpose, name it under Pixel hosts in the options (--host on the command line); else build the tag anew.',
};

export const about: About = {
  why: 'Only ib.adnxs.com and secure.adnxs.com are known to record impressions of these trackers. Some buyers have a name of their own that leads there; from here nobody can tell.',
  bad: 'https://ib.adnxs.net/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
