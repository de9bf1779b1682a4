import type { About, AddressRule } from '../rule';
import { frontOf, isHostComputed } from './host';

/** Before the parameters everything is fixed. */
export const macroInAddress: AddressRule = {
  kind: 'address',
  code: 'macro-in-address',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const { url } = context;
    const { macro } = frontOf(url);
    return macro && !isHostComputed(context)
      ? [{ at: url.address, values: { macro: macro.text } }]
      : [];
  },
  seen: ({ macro }) => `The macro ${macro ?? ''} stands in the host or path, where none belongs.`,
  next: 'Build the tag anew.',
};

export const about: About = {
  why: 'The service is at one address. Whatever a macro makes of it, no impression is recorded there.',
  bad: 'https://${HOST}.adnxs.com/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
