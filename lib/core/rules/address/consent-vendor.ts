import type { About, AddressRule, Sight } from '../rule';
import { put } from './changes';

/** Xandr's number in IAB's Global Vendor List: the vendor that receives the consent string. */
const XANDR_VENDOR = '32';
const VENDOR = /(GDPR_CONSENT_|GPP_STRING_)(\d+)/;

/**
 * The consent macro names the vendor that receives it; a few ad servers take any number. Once it fired,
 * a macro is left.
 */
export const consentVendor: AddressRule = {
  kind: 'address',
  code: 'consent-vendor',
  written: 'error',
  fired: null,
  look: ({ url, server }) =>
    url.parameters.flatMap((parameter): Sight[] => {
      if (parameter.name === 'redir') return [];
      const [whole = '', name = '', number = ''] = VENDOR.exec(parameter.value ?? '') ?? [];
      if (number === '' || number === XANDR_VENDOR) return [];
      if (server?.alsoReplaces.some((macro) => macro.includes(`${name}n`))) return [];
      const start = parameter.valueRange.start + (parameter.value ?? '').indexOf(whole);
      const change = put({ start, end: start + whole.length }, name + XANDR_VENDOR);
      return [{ at: parameter, values: { number, right: XANDR_VENDOR }, change }];
    }),
  seen: ({ number, right }) =>
    `The consent macro names vendor ${number ?? ''}; the receiver, Xandr, is vendor ${right ?? ''}.`,
  next: ({ right }) => `Write ${right ?? ''} in its place.`,
};

export const about: About = {
  why: 'An ad server hands the consent string only to the vendor that the macro names.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr=${GDPR}&gdpr_consent=${GDPR_CONSENT_755}',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr=${GDPR}&gdpr_consent=${GDPR_CONSENT_32}',
};
