import { decodeValue } from '../../macro/encode';
import type { About, AddressRule } from '../rule';
import { parameterOf, put } from './changes';

/** Criteo's `{{gdpr_consent_kv}}` becomes `gdpr_consent=…` by itself. Once it fired, it has. */
export const consentPair: AddressRule = {
  kind: 'address',
  code: 'consent-pair',
  written: 'error',
  fired: null,
  look: ({ url, server }) => {
    if (!server?.traps.includes('consent-pair')) return [];
    const parameter = parameterOf(url, 'gdpr_consent');
    const macro = server.consent.gdprConsent;
    if (!parameter || !macro || decodeValue(parameter.value ?? '') !== macro) return [];
    return [
      { at: parameter, values: { macro, server: server.name }, change: put(parameter, macro) },
    ];
  },
  seen: ({ macro }) => `${macro ?? ''} becomes name and value together.`,
  next: 'Leave out the name in front of it.',
};

export const about: About = {
  why: 'What arrives is gdpr_consent=gdpr_consent=…, which is no consent string.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr={{gdpr}}&gdpr_consent={{gdpr_consent_kv}}',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&gdpr={{gdpr}}&{{gdpr_consent_kv}}',
  server: 'criteo',
};
