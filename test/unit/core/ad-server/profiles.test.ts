import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerByHost, adServerById } from '@/lib/core/ad-server/lookup';
import { fieldsOf, mergeProfiles, shadowedIds } from '@/lib/core/ad-server/profiles';
import { encodeValue } from '@/lib/core/macro/encode';

const merge = (
  ...args: Parameters<typeof mergeProfiles> extends [unknown, ...infer R] ? R : never
) => mergeProfiles(AD_SERVERS, ...args);

describe('the merged list', () => {
  it('is the catalogue where nobody added anything', () => {
    expect(merge([], [])).toEqual(AD_SERVERS);
  });
  it('puts a new ad server first, with nothing invented', () => {
    const [first, ...others] = merge([], [{ id: 'ours', name: 'Ours', cachebuster: '[R]' }]);
    expect(first).toMatchObject({
      id: 'ours',
      name: 'Ours',
      cachebuster: '[R]',
      cost: null,
      click: null,
      accepts: [],
      hosts: [],
      confidence: 'own',
    });
    expect(others).toEqual(AD_SERVERS);
  });
  it('changes what an override gives and nothing else', () => {
    const before = adServerById('gam', AD_SERVERS);
    const after = adServerById('gam', merge([], [{ id: 'gam', cachebuster: '%%OUR_CB%%' }]));
    expect(after).toEqual({ ...before, cachebuster: '%%OUR_CB%%', confidence: 'own' });
  });
  it('takes null as “not known”', () => {
    expect(
      adServerById('gam', merge([], [{ id: 'gam', cachebuster: null }]))?.cachebuster,
    ).toBeNull();
  });
  it('keeps the confidence of macros where only the address of the console was given', () => {
    const servers = merge([], [{ id: 'freewheel', hosts: ['https://mrm.example/*'] }]);
    expect(adServerById('freewheel', servers)).toMatchObject({
      confidence: 'uncertain',
      hosts: ['https://mrm.example/*'],
    });
  });
  it('lets the administrator win over the person, and says whose row counts for nothing', () => {
    const managed = [{ id: 'gam', cachebuster: '%%ADMIN%%' }];
    const own = [
      { id: 'gam', cachebuster: '%%MINE%%' },
      { id: 'ours', name: 'Ours' },
    ];
    expect(adServerById('gam', merge(managed, own))?.cachebuster).toBe('%%ADMIN%%');
    expect([...shadowedIds({ managed, own })]).toEqual(['gam']);
  });
  it('leaves out a row of an ad server that the catalogue no longer has', () => {
    expect(merge([], [{ id: 'gone', cachebuster: '[R]' }])).toEqual(AD_SERVERS);
  });
  it('has each id once', () => {
    const servers = merge(
      [{ id: 'a', name: 'A' }],
      [
        { id: 'a', name: 'A2' },
        { id: 'b', name: 'B' },
      ],
    );
    expect(servers.slice(0, 3).map(({ name }) => name)).toEqual(['A', 'B', AD_SERVERS[0]?.name]);
  });
});

it('fieldsOf names what a row gives, “not known” too', () => {
  expect(fieldsOf({ id: 'gam', cachebuster: null, hosts: [] })).toEqual(['hosts', 'cachebuster']);
});

describe('the ad server of a host', () => {
  const servers = merge(
    [],
    [
      { id: 'wide', name: 'Wide', hosts: ['https://*.example.com/*'] },
      { id: 'exact', name: 'Exact', hosts: ['https://ads.example.com/*'] },
      { id: 'mine', name: 'Mine', hosts: ['https://admanager.google.com/*'] },
      { id: 'kevel', hosts: ['https://kevel.example/*'] },
    ],
  );
  it.each([
    ['ads.example.com', 'exact'],
    ['ADS.example.com', 'exact'],
    ['other.example.com', 'wide'],
    ['a.b.example.com', 'wide'],
    ['example.com', 'wide'],
    ['notexample.com', undefined],
    ['example.com.evil.test', undefined],
    ['admanager.google.com', 'mine'],
    ['kevel.example', 'kevel'],
    ['app.kevel.co', undefined],
    ['', undefined],
  ])('%s: %s', (host, id) => expect(adServerByHost(host, servers)?.id).toBe(id));
});

it('a macro that a row may hold goes into a URL as it is written', () => {
  expect(encodeValue('[OUR_RANDOM]')).toBe('[OUR_RANDOM]');
});
