import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { serversOf } from '@/lib/core/ad-server/macros';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { checkText, repairText } from '@/lib/core/judge/check-text';

import { inConsole } from '../rules/places';

const tag = (rest: string) => `https://ib.adnxs.com/imptr?id=531&t=2&${rest}`;

/** What each ad server is documented to replace. */
const REPLACED: readonly [id: string, macros: readonly string[]][] = [
  ['xandr', ['${GDPR_CONSENT}', '${GDPR_CONSENT_STRING}', '${GPP_STRING_32}', '${GPP_STRING_9}']],
  ['nexx360', ['${GDPR_CONSENT}', '${GDPR_CONSENT_32}', '${GDPR_CONSENT_755}']],
  ['adspirit', ['${GDPR}', '${GDPR_CONSENT}', '%gdpr%']],
  ['springserve', ['{{CACHEBUSTER}}']],
  ['basis', ['{gdprUserConsentString}', '${GPP_STRING}', '${GPP_SID}']],
  ['equativ-direct', ['[countgo]']],
  ['triton', ['@CACHEBUSTER@', '@TIMESTAMP@', '[RANDOM]', '${CACHEBUSTER}', '%%RANDOM%%']],
  ['teads', ['[TIMESTAMP]', '[GDPR]', '[GDPR_CONSENT]', '[AUCTID]']],
  ['adlib', ['[CACHEBUSTER]', '[CLICK_URL]', '[AUCTION_ID]']],
  ['viant', ['${ADELPHIC_CACHE_BUSTER}', '${ADELPHIC_CLICK_REDIRECT_PROVIDED_ENC}']],
  ['yahoo-video', ['{cachebreaker}', '${AdPlayer.cachebreaker}']],
  ['dailyclicks', ['$!{random}', '$!{timestamp}']],
];

describe.each(REPLACED)('%s', (id, macros) => {
  it.each(macros)('replaces %s', (macro) => {
    expect(serversOf(macro, AD_SERVERS).map((server) => server.id)).toContain(id);
    const { findings } = checkText(tag(`cachebuster=[X]&x=${macro}`), inConsole(id));
    const about = findings.filter(({ values }) => values.macro === macro);
    expect(about).toEqual([]);
  });
});

it.each([
  ['xandr', '${GDPR_CONSENT_32}', 'is not on the page'],
  ['xandr', '${GPP_STRING_n}', 'stands for a number and is none'],
  ['adspirit', '${GDPR_CONSENT_32}', 'must be changed'],
])('%s does not replace %s, which %s', (id, macro) => {
  expect(serversOf(macro, AD_SERVERS).map((server) => server.id)).not.toContain(id);
});

it.each([
  ['triton', '@cachebuster@', []],
  ['triton', '@Random@', []],
  ['gam', '@CACHEBUSTER@', ['macro-wrong-server']],
  ['xandr', '${gdpr_consent}', ['macro-wrong-case']],
  ['nexx360', '${gdpr_consent_7}', ['macro-wrong-case']],
])('%s and case: %s', (id, macro, codes) => {
  const { findings } = checkText(tag(`cachebuster=${macro}`), inConsole(id));
  expect(findings.map(({ code }) => code).filter((code) => code.startsWith('macro'))).toEqual(
    codes,
  );
});

it('the number of a vendor is put back where only the case was wrong', () => {
  expect(
    repairText(tag('cachebuster=[timestamp]&gpp=${gpp_string_7}'), inConsole('xandr')),
  ).toMatch(/&gpp=\$\{GPP_STRING_7\}/);
});

it.each([
  ['xandr', 'gpp=${GPP_STRING_755}', false],
  ['nexx360', 'gdpr_consent=${GDPR_CONSENT_755}', false],
  ['cm360', 'gdpr_consent=${GDPR_CONSENT_755}', true],
  ['dv360', 'gdpr_consent=${GDPR_CONSENT_755}', true],
])('%s: whether the vendor in %s is wrong: %s', (id, consent, isWrong) => {
  const codes = checkText(tag(consent), inConsole(id)).findings.map(({ code }) => code);
  expect(codes.includes('consent-vendor')).toBe(isWrong);
});

describe('of the letters that Google reserves behind % an escape can begin with two', () => {
  it.each(['%a0', '%c3', '%ce', '%aF'])('%s is eaten', (escape) => {
    for (const id of ['gam', 'cm360']) {
      const { findings } = checkText(tag(`redir=https://o.example/?x=${escape}`), inConsole(id));
      expect(findings.map(({ code }) => code)).toContain('escape-eaten');
    }
  });
  it.each(['%e2', '%b7', '%d0', '%f0', '%ef', '%C3', '%A0', '%2a'])('%s is not', (escape) => {
    const { findings } = checkText(tag(`redir=https://o.example/?x=${escape}`), inConsole('gam'));
    expect(findings.map(({ code }) => code)).not.toContain('escape-eaten');
  });
});

it.each([
  ['basis', ['url']],
  ['zemanta', ['img', 'script']],
  ['taboola', ['url', 'img']],
])('%s takes %j', (id, accepts) => {
  expect(adServerById(id, AD_SERVERS)?.accepts).toEqual(accepts);
});
