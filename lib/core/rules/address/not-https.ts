import type { About, AddressRule } from '../rule';
import { callAt, frontOf, isScheme } from './host';

/** The address is called by https. */
export const notHttps: AddressRule = {
  kind: 'address',
  code: 'not-https',
  written: 'error',
  fired: 'error',
  look: ({ url, isFrontComputed }) => {
    const { host, isOwn } = frontOf(url);
    const { scheme } = url;
    if (host === '' || isScheme(host) || scheme === 'https' || (scheme === '' && isFrontComputed))
      return [];
    // Whether another host answers by https nobody here knows.
    return [{ at: url.address, values: { scheme }, change: isOwn ? callAt(url, host) : null }];
  },
  seen: ({ scheme }) =>
    scheme
      ? `It is called by ${scheme}, not https.`
      : 'The https: in front is missing: outside of a secure page it is not called by https, or not at all.',
  next: 'Replace the address by one that begins with https://.',
};

export const about: About = {
  why: 'On a secure page the browser blocks such a script and rewrites such an image. Seen on the wire, it was a page without https: on the pages that matter it would be another request or none, so it proves nothing.',
  bad: 'http://ib.adnxs.com/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
