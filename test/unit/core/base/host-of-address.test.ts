import { describe, expect, it } from 'vitest';

import { hostOfAddress } from '@/lib/core/base/host-of-address';

describe('the host in an address', () => {
  it.each([
    ['https://ads.example.com', 'ads.example.com'],
    ['https://ads.example.com/', 'ads.example.com'],
    ['HTTPS://ADS.Example.com/A', 'ads.example.com'],
    ['http://localhost:8080/revive', 'localhost'],
    ['https://ads.example:8443?next=https://other.example', 'ads.example'],
    ['https://ads.example#@other.example', 'ads.example'],
    ['https://ads.example/@other.example', 'ads.example'],
    ['https://user@ads.example/', 'ads.example'],
    ['https://user:word@ads.example:1/', 'ads.example'],
    ['http://[::1]:8080/', '[::1]'],
    ['https://[2001:DB8::1]', '[2001:db8::1]'],
    ['https://xn--mnchen-3ya.example/', 'xn--mnchen-3ya.example'],
    ['https://', null],
    ['https:///imptr', null],
    ['https://:443/', null],
    ['//ads.example/', null],
    ['ads.example', null],
    ['file:///etc/hosts', null],
    ['chrome-extension://abcdef/popup.html', null],
    ['about:blank', null],
    ['', null],
  ])('%j is %j', (address, host) => expect(hostOfAddress(address)).toBe(host));
});
