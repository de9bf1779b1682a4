import { describe, expect, it } from 'vitest';

import { accountOf, readBaseUrl } from '@/lib/core/account/session';

import { infoOf } from './build';

describe('readBaseUrl', () => {
  it.each([
    ['https://api.appnexus.com', 'https://api.appnexus.com'],
    [' https://API.appnexus.com/ ', 'https://api.appnexus.com'],
    ['https://api-test.appnexus.com:8443', 'https://api-test.appnexus.com:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:1/', 'http://127.0.0.1:1'],
    ['http://[::1]:80', 'http://[::1]:80'],
  ])('takes %s', (text, url) => expect(readBaseUrl(text)).toBe(url));
  it.each([
    '',
    'api.appnexus.com',
    'http://api.appnexus.com',
    'http://localhost.evil.example',
    'https://user:pass@api.appnexus.com',
    'https://api.appnexus.com/v1',
    'https://api.appnexus.com?x=1',
    'javascript:alert(1)',
    'ftp://localhost',
  ])('refuses %s', (text) => expect(readBaseUrl(text)).toBeNull());
});

describe('accountOf', () => {
  const one = infoOf();
  it.each([
    ['another user', { userId: 3 }],
    ['another member', { memberId: 3 }],
    ['another address', { baseUrl: 'https://api-test.appnexus.com' }],
    ['ids that read alike together', { memberId: 21, userId: 0 }],
  ])('is another one: %s', (_, change) =>
    expect(accountOf({ ...one, ...change })).not.toBe(accountOf(one)),
  );
  it.each([
    ['another name', { username: 'renamed', memberName: 'Renamed' }],
    ['other rights', { readOnly: true, trackersEnabled: false }],
  ])('is the same with %s', (_, change) =>
    expect(accountOf({ ...one, ...change })).toBe(accountOf(one)),
  );
});
