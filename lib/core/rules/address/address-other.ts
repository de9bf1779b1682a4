import type { About, AddressRule } from '../rule';
import { callAt, frontOf } from './host';

/**
 * At the service's own hosts the path is `/imptr`, letter for letter, with no port and no name before
 * the host. Of a port that did not answer the request itself says enough.
 */
export const addressOther: AddressRule = {
  kind: 'address',
  code: 'address-other',
  written: 'error',
  fired: 'error',
  look: ({ phase, url, isAnswered }) => {
    const { host, isOwn, text } = frontOf(url);
    // What puts https in front puts the rest right too.
    if (!isOwn || url.scheme !== 'https') return [];
    const isRight =
      url.path === '/imptr' && ((phase === 'fired' && !isAnswered) || isPlain(text, host));
    if (isRight) return [];
    const values = { text, expected: `https://${host}/imptr` };
    return [{ at: url.address, values, change: callAt(url, host) }];
  },
  seen: ({ text, expected }) =>
    `The address is ${text ?? ''}; the service answers at ${expected ?? ''}.`,
  next: 'Build the tag anew.',
};

// Scheme and host may be in any case.
function isPlain(text: string, host: string): boolean {
  return text.toLowerCase().replace(':443/', '/') === `https://${host}/imptr`;
}

export const about: About = {
  why: 'Only /imptr, in small letters and with nothing behind it, is known to record impressions. What the service makes of /IMPTR or /imptr/ is not known.',
  bad: 'https://ib.adnxs.com/IMPTR?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
