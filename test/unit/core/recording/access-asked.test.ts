import { describe, expect, it } from 'vitest';

import { type AccessAsked, readAsked, askedAs } from '@/lib/core/recording/access-asked';

const NEWS = 'https://news.example';

describe('what is asked for, in an address', () => {
  it.each<[string, AccessAsked]>([
    ['a site', { for: 'sites', sites: [NEWS] }],
    ['a site with its frames', { for: 'sites', sites: [NEWS, 'https://ads.example:8443'] }],
    ['a site without https', { for: 'sites', sites: ['http://old.example'] }],
    ['a rehearsal', { for: 'rehearsal' }],
  ])('%s is read as it was written', (_, asked) => {
    expect(readAsked(new URLSearchParams(askedAs(asked)))).toEqual(asked);
  });

  it.each<[string, string, AccessAsked | null]>([
    ['nothing', '', null],
    ['no site', '?site=', null],
    ['what is none', '?site=javascript:alert(1)', null],
    ['every site at once', '?site=https://*', null],
    ['what nobody knows', '?for=everything', null],
    ['a name of every object', '?for=constructor', null],
    ['a site among what is none', `?site=*&site=${NEWS}`, { for: 'sites', sites: [NEWS] }],
    ['a site twice', `?site=${NEWS}&site=${NEWS}`, { for: 'sites', sites: [NEWS] }],
    ['both', `?site=${NEWS}&for=rehearsal`, { for: 'rehearsal' }],
  ])('%s', (_, search, asked) => {
    expect(readAsked(new URLSearchParams(search))).toEqual(asked);
  });

  it('so many sites are asked for at once that a question can be read', () => {
    const sites = Array.from({ length: 40 }, (_, at) => `https://a${at}.example`);
    const asked = readAsked(askedAs({ for: 'sites', sites }));
    expect(asked).toEqual({ for: 'sites', sites: sites.slice(0, 12) });
  });
});
