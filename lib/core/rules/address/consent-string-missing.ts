import type { About, AddressRule } from '../rule';
import { parameterOf, setValue } from './changes';

/** `gdpr` comes with the consent string. */
export const consentStringMissing: AddressRule = {
  kind: 'address',
  code: 'consent-string-missing',
  written: 'warning',
  fired: 'warning',
  look: ({ url, server, isComputed }) => {
    const gdpr = parameterOf(url, 'gdpr');
    if (!gdpr || isComputed || gdpr.value === '0' || parameterOf(url, 'gdpr_consent')) return [];
    const pair = server?.consent.gdprConsent;
    const isWholePair = server?.traps.includes('consent-pair') === true;
    if (pair && isWholePair && url.parameters.some(({ name }) => name === pair)) return [];
    const change = pair && !isWholePair ? setValue(url, 'gdpr_consent', pair) : null;
    return [{ at: gdpr, change }];
  },
  seen: 'gdpr is there without gdpr_consent.',
  next: 'Give both, or neither.',
};

export const about: About = {
  why: 'gdpr=1 says that consent is needed, and the string that holds it is missing. Consent is not documented for impression trackers; sibling pixels want both.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr=1',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr=1&gdpr_consent=CO9A',
};
