import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { judgeAddress } from '@/lib/core/account/api-address';

const CONSOLES = [
  ...AD_SERVERS.flatMap(({ hosts }) => hosts),
  'https://*.ads.example/*',
  'https://adserver.example/*',
  // No setting may take the API away.
  'https://api.appnexus.com/*',
  'https://*.appnexus.com/*',
];
const judge = (text: string) => judgeAddress(text, CONSOLES);

describe('the service’s own address needs no word', () => {
  it.each([
    'https://api.appnexus.com',
    'https://API.appnexus.com/',
    ' https://api.appnexus.com// ',
    'https://api.appnexus.com:443',
    'https://api.appnexus.com./',
  ])('%s', (text) =>
    expect(judge(text)).toEqual({ kind: 'production', baseUrl: 'https://api.appnexus.com' }),
  );
});

describe('any other is to be confirmed', () => {
  it.each([
    ['https://api-test.appnexus.com', 'https://api-test.appnexus.com', 'api-test.appnexus.com'],
    ['https://API-test.appnexus.com:8443/', 'https://api-test.appnexus.com:8443', null],
    ['https://api.appnexus.com:8443', 'https://api.appnexus.com:8443', 'api.appnexus.com'],
    ['http://localhost:8080', 'http://localhost:8080', 'localhost'],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1', '127.0.0.1'],
    ['http://[::1]:80', 'http://[::1]:80', '[::1]'],
    ['https://proxy.example', 'https://proxy.example', 'proxy.example'],
    ['https://apiproxy', 'https://apiproxy', 'apiproxy'],
    ['https://192.0.2.7', 'https://192.0.2.7', '192.0.2.7'],
  ])('%s', (text, baseUrl, host) =>
    expect(judge(text)).toMatchObject({
      kind: 'other',
      baseUrl,
      warning: null,
      ...(host !== null && { host }),
    }),
  );
});

describe('a look-alike is warned of', () => {
  it.each([
    'https://api.appnexus.com.evil.example',
    'https://api-appnexus.com',
    'https://api.appnexus.co',
    'https://api.app-nexus.com',
    'https://api.appnexus.com-login.example',
    'https://api.appnexu.com',
    'https://api.appnexuss.com',
    'https://api.apnexus.com',
    'https://api.appmexus.com',
    'https://api.appnxeus.com',
    'https://api.appnexu5.com',
    'https://appnexus.example',
    'https://api.adnxs.com',
    'https://xandr-api.example',
  ])('%s', (text) => expect(judge(text)).toMatchObject({ kind: 'other', warning: 'look-alike' }));
  it.each(['https://api.xn--ppnexus-4fg.com', 'https://XN--80ak6aa92e.com'])('%s', (text) =>
    expect(judge(text)).toMatchObject({ kind: 'other', warning: 'encoded-letters' }),
  );
});

describe('what may not be used is refused', () => {
  it.each([
    ['', 'bad-address'],
    ['api.appnexus.com', 'bad-address'],
    ['http://api.appnexus.com', 'bad-address'],
    ['http://192.0.2.7', 'bad-address'],
    ['http://localhost.evil.example', 'bad-address'],
    ['http://127.0.0.1.evil.example', 'bad-address'],
    ['https://api.appnexus.com@evil.example', 'bad-address'],
    ['https://user:pass@api.appnexus.com', 'bad-address'],
    ['https://api.appnexus.com/v1', 'bad-address'],
    ['https://api.appnexus.com?x=1', 'bad-address'],
    ['https://api.appnexus.com#', 'bad-address'],
    ['https://api.appnexus.com\\.evil.example', 'bad-address'],
    ['https://api.appnexus.com..', 'bad-address'],
    ['https://.appnexus.com', 'bad-address'],
    ['https://-api.appnexus.com', 'bad-address'],
    ['https://api.appnexus.com:0', 'bad-address'],
    ['https://api.appnexus.com:70000', 'bad-address'],
    ['https://[2001:db8::1]', 'bad-address'],
    ['https://[::ffff:127.0.0.1]', 'bad-address'],
    ['https://2130706433', 'bad-address'],
    ['https://0x7f.1', 'bad-address'],
    ['https://300.1.1.1', 'bad-address'],
    ['https://127.1', 'bad-address'],
    ['javascript:alert(1)', 'bad-address'],
    ['https://api.аppnexus.com', 'address-letters'],
    ['https://api。appnexus.com', 'address-letters'],
    ['https://ａｐｉ.appnexus.com', 'address-letters'],
    ['https://app.kevel.co', 'address-of-console'],
    ['https://APP.Kevel.co./', 'address-of-console'],
    ['https://app.kevel.co:8443', 'address-of-console'],
    ['https://monetize.xandr.com', 'address-of-console'],
    ['https://ads.example', 'address-of-console'],
    ['https://eu.ads.example', 'address-of-console'],
    ['https://adserver.example', 'address-of-console'],
  ])('%s: %s', (text, problem) => expect(judge(text)).toEqual({ kind: 'refused', problem }));

  it.each(AD_SERVERS.flatMap(({ hosts }) => hosts))('every console of the catalogue: %s', (host) =>
    expect(judge(host.replace(/\/\*$/, ''))).toMatchObject({ kind: 'refused' }),
  );
});
