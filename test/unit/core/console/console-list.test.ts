import { expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { listConsoles } from '@/lib/core/console/console-list';

const GAM = 'https://admanager.google.com/*';
const list = (states: Parameters<typeof listConsoles>[1]) => listConsoles(AD_SERVERS, states);
const stateOf = (id: string, states: Parameters<typeof listConsoles>[1]) =>
  list(states).consoles.find(({ server }) => server.id === id)?.state;

it('has every ad server of the catalogue once, but for what has no console', () => {
  const { consoles, homeless } = list({});
  const ids = [...consoles.map(({ server }) => server.id), ...homeless.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(AD_SERVERS.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([
    'vast',
    'openrtb',
    'none',
  ]);
});

it.each([
  ['gam', { [GAM]: 'on' }, 'on'],
  ['gam', { [GAM]: 'withheld' }, 'withheld'],
  ['gam', {}, 'off'],
  ['xandr', { 'https://monetize.xandr.com/*': 'on' }, 'off'],
  [
    'xandr',
    { 'https://monetize.xandr.com/*': 'on', 'https://curate.xandr.com/*': 'withheld' },
    'withheld',
  ],
] as const)('%s with %o is %s', (id, states, expected) => {
  expect(stateOf(id, states)).toBe(expected);
});

it('lists sites of nobody known while they are turned on', () => {
  const states = {
    [GAM]: 'on',
    'https://a.example/*': 'on',
    'https://b.example/*': 'off',
  } as const;
  expect(list(states).sites).toEqual([['https://a.example/*', 'on']]);
});
