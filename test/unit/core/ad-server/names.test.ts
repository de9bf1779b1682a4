import { describe, expect, it } from 'vitest';

import { defineAdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerByName, isCalled } from '@/lib/core/ad-server/names';
import { idOf } from '@/lib/core/ad-server/profile-draft';

describe('a search for ad servers', () => {
  it.each([
    ['dcm', ['cm360']],
    ['gam', ['gam']],
    ['appnexus', ['xandr']],
    ['doubleclick publ', ['gam']],
    ['bid google', []],
    ['no such server', []],
  ])('finds them by every name they go by: %s', (search, ids) => {
    const found = AD_SERVERS.filter((server) => isCalled(server, search)).map(({ id }) => id);
    expect(found).toEqual(ids);
  });

  it('finds all where nothing is asked', () => {
    expect(AD_SERVERS.every((server) => isCalled(server, ' '))).toBe(true);
  });
});

describe('an ad server by what people call it', () => {
  it.each([
    ['Campaign Manager 360', 'cm360'],
    ['DCM', 'cm360'],
    ['Ad Manager', 'gam'],
    ['GAM', 'gam'],
    ['DFP', 'gam'],
    // Not handed over.
    ['google campaign manager 360', 'cm360'],
    ['CM-360', 'cm360'],
    ['CM360 / DCM', 'cm360'],
    ['DoubleClick for Publishers', 'gam'],
    ['GAM (display)', 'gam'],
    ['Google Ad Manager 360', 'gam'],
    ['Display & Video 360', 'dv360'],
    ['Display and Video 360', 'dv360'],
    ['DV360', 'dv360'],
    ['Trade Desk', 'ttd'],
    ['The TradeDesk', 'ttd'],
    ['Sizmek', 'sizmek'],
    ['Amazon Ad Server', 'sizmek'],
    ['Flashtalking', 'flashtalking'],
    ['Flashtalking ad server', 'flashtalking'],
    ['Innovid', 'innovid'],
    ['AppNexus', 'xandr'],
    ['Xandr', 'xandr'],
    ['Microsoft Monetize', 'xandr'],
    ['Adzerk', 'kevel'],
    ['Smart AdServer', 'equativ-direct'],
    ['FreeWheel', 'freewheel'],
    ['OpenX Source', 'revive'],
    ['Adform - DE', 'adform'],
    ['Triton', 'triton'],
    ['none', 'none'],
    ['CM360 and GAM', null],
    ['', null],
    ['-', null],
    ['Some server', null],
    ['Ad', null],
  ])('%s is %s', (text, id) => {
    expect(adServerByName(text, AD_SERVERS)?.id ?? null).toBe(id);
  });

  it.each(AD_SERVERS.map(({ name, id }) => [name, id] as const))('%s is %s', (name, id) => {
    expect(adServerByName(name, AD_SERVERS)?.id).toBe(id);
    expect(adServerByName(id, AD_SERVERS)?.id).toBe(id);
  });

  it.each(['Constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'])(
    'a person’s own may be called %s, and be named so in a sheet',
    (name) => {
      const own = defineAdServer({ id: idOf(name, new Set()), name });
      const odd = defineAdServer({ id: name, name: `${name} 2` });
      const servers = [own, odd, ...AD_SERVERS];
      expect(adServerByName(name, servers)).toBe(own);
      expect(adServerByName('DCM', servers)?.id).toBe('cm360');
    },
  );

  it('a person’s own of that name goes before', () => {
    const own = defineAdServer({ id: 'own', name: 'DCM' });
    expect(adServerByName('dcm', [own, ...AD_SERVERS])).toBe(own);
  });
});
