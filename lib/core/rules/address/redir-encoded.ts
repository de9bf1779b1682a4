import { canonicalRedir, decodeEscapes } from '../../macro/encode';
import type { About, AddressRule } from '../rule';
import { setValue } from './changes';
import { redirectOf } from './redirect';

/**
 * The click tracker's redirect must be "non-encoded and fully functional"; for the impression tracker
 * the same is taken to hold, since it too has to be last (api.md 3.4). It is not known, so on the wire,
 * where the next hop shows it, nothing is said.
 */
export const redirEncoded: AddressRule = {
  kind: 'address',
  code: 'redir-encoded',
  written: 'error',
  fired: null,
  look: (context) => {
    const redirect = redirectOf(context);
    if (!redirect || !/^https?%3A/i.test(redirect.value)) return [];
    const { url, parameter, value } = redirect;
    // A space or quote that comes to light stays escaped, as in every redirect that is written here.
    const change = setValue(url, 'redir', canonicalRedir(decodeEscapes(value)));
    return [{ at: parameter, change }];
  },
  seen: 'The redirect is encoded; the service needs it as it is.',
  next: 'Give the address as a browser shows it, with https:// in front.',
};

export const about: About = {
  why: 'Monetize asks for a redirect that works as it stands and is not encoded; it says so of click trackers, and of impression trackers that redir must be last, which means the same.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https%3A%2F%2Fpx.example%2Fa',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example/a',
};
