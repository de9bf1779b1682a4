import { PIXEL_HOST, PIXEL_HOSTS } from '../../pixel/hosts';
import type { About, AddressRule } from '../rule';
import { callAt, frontOf, isHostComputed } from './host';

// What old documentation and hasty copies leave of the address: nothing, one folder, or our host.
const REMAINS = /^(?:[\w-]*\/)?imptr$/i;

// `https:/ib.adnxs.com`, `https//ib.adnxs.com`, `https:///ib.adnxs.com`.
const SCHEME = /^https?:?\/+/;

/** The address has a host. A request always has one, so this is of tags alone. */
export const addressIncomplete: AddressRule = {
  kind: 'address',
  code: 'address-incomplete',
  written: 'error',
  fired: null,
  look: (context) => {
    const { url } = context;
    const { text, macro } = frontOf(url);
    if (macro || url.host !== '' || isHostComputed(context)) return [];
    const rest = text.toLowerCase().replace(SCHEME, '');
    const own = PIXEL_HOSTS.find((host) => rest === `${host}/imptr`);
    const host = own ?? (REMAINS.test(text) ? PIXEL_HOST : null);
    return [
      { at: url.address, values: { text }, change: host === null ? null : callAt(url, host) },
    ];
  },
  seen: ({ text }) =>
    `“${text ?? ''}” does not begin with https:// and a host: the page’s own server would be asked.`,
  next: 'Build the tag anew.',
};

export const about: About = {
  why: 'The service never hears of it. An old page of the documentation printed media/imptr by mistake.',
  bad: 'media/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
