import { canonicalRedir, decodeEscapes } from '../../macro/encode';
import type { About, AddressRule } from '../rule';
import { setValue } from './changes';
import { redirectOf } from './redirect';

/** No escape of the redirect was escaped again. On the wire the next hop shows what came of it. */
export const redirEncodedTwice: AddressRule = {
  kind: 'address',
  code: 'redir-encoded-twice',
  written: 'warning',
  fired: null,
  look: (context) => {
    const redirect = redirectOf(context);
    if (!redirect || /^https?%3A/i.test(redirect.value)) return [];
    const { url, parameter, value } = redirect;
    if (/^https?%(?:25)+3A/i.test(value)) {
      const change = setValue(url, 'redir', canonicalRedir(decodeEscapes(value)));
      return [{ at: parameter, severity: 'error', change }];
    }
    return /%25[0-9A-F]{2}/i.test(value) ? [{ at: parameter }] : [];
  },
  seen: 'The redirect holds escapes that were escaped again.',
  next: 'Compare it with the address that its owner gave.',
};

export const about: About = {
  why: 'The target gets %2F where it expects /. An address within an address is escaped twice rightly, so it is only a warning there.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https%253A%252F%252Fpx.example',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example',
};
