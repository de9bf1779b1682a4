import { describe, expect, it } from 'vitest';

import { hostOf, readHostPattern } from '@/lib/core/base/host-pattern';

describe('the match pattern of what a person writes', () => {
  it.each([
    ['ads.example.com', 'https://ads.example.com/*'],
    ['https://ads.example.com', 'https://ads.example.com/*'],
    ['https://ads.example.com/*', 'https://ads.example.com/*'],
    [' https://Ads.Example.com/www/admin/banner-edit.php?id=1#top ', 'https://ads.example.com/*'],
    ['https://ads.example.com:8443/console', 'https://ads.example.com/*'],
    ['*.example.com', 'https://*.example.com/*'],
    ['https://*.ads.example.co.uk/*', 'https://*.ads.example.co.uk/*'],
    ['http://localhost:8080/revive', 'http://localhost/*'],
    ['127.0.0.1', 'https://127.0.0.1/*'],
    ['xn--mnchen-3ya.example', 'https://xn--mnchen-3ya.example/*'],
    ['10.0.0.7', 'https://10.0.0.7/*'],
  ])('%s is %s', (written, pattern) => {
    expect(readHostPattern(written)).toEqual({ pattern, problem: null });
    expect(readHostPattern(pattern).pattern).toBe(pattern);
  });

  it.each([
    ['', 'host-empty'],
    ['   ', 'host-empty'],
    [7, 'host-not-text'],
    [null, 'host-not-text'],
    ['http://ads.example.com', 'host-not-https'],
    ['ftp://ads.example.com', 'host-not-https'],
    ['file:///etc/hosts', 'host-not-https'],
    ['*://ads.example.com/*', 'host-not-https'],
    ['https://*/*', 'host-too-wide'],
    ['*', 'host-too-wide'],
    ['*.com', 'host-too-wide'],
    ['https://*.co.uk/*', 'host-too-wide'],
    ['https://ads.*/x', 'host-unreadable'],
    ['https://ads.example.com/*/admin', 'host-path'],
    ['<all_urls>', 'host-unreadable'],
    ['intranet', 'host-unreadable'],
    ['two words.example', 'host-unreadable'],
    ['https://user@ads.example.com/', 'host-unreadable'],
    ['-ads.example.com', 'host-unreadable'],
    ['ads..example.com', 'host-unreadable'],
    ['münchen.example', 'host-unreadable'],
  ])('%s is refused: %s', (written, problem) => {
    expect(readHostPattern(written)).toEqual({ pattern: null, problem });
  });
});

describe('the host in a match pattern', () => {
  it.each([
    ['https://app.kevel.co/*', 'app.kevel.co'],
    ['https://*.example.com/*', '*.example.com'],
    ['http://localhost/*', 'localhost'],
    ['*://ads.example/*', 'ads.example'],
    ['https://ads.example/banners/*', 'ads.example'],
  ])('%s is %s', (pattern, host) => expect(hostOf(pattern)).toBe(host));
});
