import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { draftOfRow, idOf, readDraft } from '@/lib/core/ad-server/profile-draft';
import type { ProfileRow } from '@/lib/core/ad-server/profiles';

import { RUNS } from '../../runs';
import { profileRow } from './arbitrary-row';

const read = (change: object, base: ProfileRow | null = null, id: string | null = null) =>
  readDraft({ ...draftOfRow(base, id), ...change }, base, AD_SERVERS, new Set(['taken']));

describe('the form', () => {
  it('gives back every row it was opened with', () => {
    fc.assert(
      fc.property(profileRow, (row) => {
        expect(readDraft(draftOfRow(row), row, AD_SERVERS, new Set()).row).toEqual(row);
      }),
      RUNS,
    );
  }, 120_000);

  it('makes a row of what was typed', () => {
    const { row } = read({
      name: ' Our Server ',
      hosts: 'ads.example.com\n\n https://www.ads.example.com/login ',
      cachebuster: '[R]',
      cachebusterAliases: '[A]\n[B]',
      cost: 'macro',
      costMacro: '${COST}',
      gdpr: '${GDPR}',
      accepts: ['url'],
      maxLength: '1024',
      httpsOnly: 'no',
    });
    expect(row).toEqual({
      id: 'our-server',
      name: 'Our Server',
      hosts: ['https://ads.example.com/*', 'https://www.ads.example.com/*'],
      cachebuster: '[R]',
      cachebusterAliases: ['[A]', '[B]'],
      cost: { macro: '${COST}', unit: null },
      consent: { gdpr: '${GDPR}' },
      accepts: ['url'],
      maxLength: 1024,
      httpsOnly: false,
    });
  });

  it('keeps a “not known” that it cannot show, until the field is filled', () => {
    const base = { id: 'gam', cachebuster: null, consent: { usPrivacy: '${US}' } };
    expect(read({ hosts: 'gam.example' }, base).row).toEqual({
      ...base,
      hosts: ['https://gam.example/*'],
    });
    expect(read({ cachebuster: '[R]', gdpr: '${G}' }, base).row).toEqual({
      id: 'gam',
      cachebuster: '[R]',
      consent: { usPrivacy: '${US}', gdpr: '${G}' },
    });
  });

  it('takes a field that was emptied out of the row', () => {
    const base = { id: 'gam', cachebuster: '[R]', maxLength: 5 };
    expect(read({ cachebuster: '' }, base).row).toEqual({ id: 'gam', maxLength: 5 });
  });

  it.each([
    ['no name', {}, null, 'name', 'name-missing'],
    ['an override of nothing', {}, 'gam', '', 'nothing-given'],
    ['a length in words', { maxLength: 'long' }, 'gam', 'maxLength', 'length-bad'],
    ['a cost without its macro', { cost: 'macro' }, 'gam', 'cost', 'macro-empty'],
    ['one bad address of two', { hosts: 'a.example\n*' }, 'gam', 'hosts', 'host-too-wide'],
  ])('refuses %s', (_, change, id, field, code) => {
    expect(read(change, null, id).problems).toEqual([expect.objectContaining({ field, code })]);
  });
});

it.each([
  ['Our Ad Server', 'our-ad-server'],
  ['Zähl & Söhne', 'zahl-sohne'],
  ['広告', 'ad-server'],
  ['taken', 'taken-2'],
  ['  --x-- ', 'x'],
])('the id of “%s” is %s', (name, id) => expect(idOf(name, new Set(['taken']))).toBe(id));
