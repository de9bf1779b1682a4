import { put } from './changes';
import type { About, AddressRule } from '../rule';

/** Nothing stands behind `#`, which is never sent: on the wire there is nothing left to see of it. */
export const fragment: AddressRule = {
  kind: 'address',
  code: 'fragment',
  written: 'error',
  fired: null,
  look: ({ url }) => {
    if (!url.fragment) return [];
    const rest = url.text.slice(url.fragment.start + 1);
    const isOurs = /^&?(?:id|t|cachebuster|ancost|redir)=/.test(rest);
    const separator = url.address.end < url.fragment.start ? '&' : '?';
    const text = isOurs ? separator + rest.replace(/^&/, '') : '';
    // `=#{random}` was to be a macro, and its rest may be more than a fragment.
    const isValue = url.text.charAt(url.fragment.start - 1) === '=' || rest.startsWith('{');
    return [{ at: url.fragment, change: isValue ? null : put(url.fragment, text) }];
  },
  seen: 'Everything behind # is never sent.',
  next: 'Build the tag anew.',
};

export const about: About = {
  why: 'A browser keeps what stands behind # to itself; parameters there never reach the service.',
  bad: 'https://ib.adnxs.com/imptr?id=531#t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
