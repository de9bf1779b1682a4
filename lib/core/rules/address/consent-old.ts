import type { About, AddressRule } from '../rule';
import { parameterOf } from './changes';

/** IAB withdrew the US Privacy string on 31 January 2024; GPP is its successor. */
export const consentOld: AddressRule = {
  kind: 'address',
  code: 'consent-old',
  written: 'info',
  fired: 'info',
  look: ({ url }) => {
    const old = parameterOf(url, 'us_privacy');
    if (!old || parameterOf(url, 'gpp') || parameterOf(url, 'gdpr')) return [];
    return [{ at: old }];
  },
  seen: 'us_privacy alone is out of use since January 2024; gpp has replaced it.',
  next: 'Give gpp and gpp_sid where the ad server has them.',
};

export const about: About = {
  why: 'Receivers may no longer read the string, and then know of no choice at all.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&us_privacy=1YNN',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&gpp=DBAA&gpp_sid=7',
};
