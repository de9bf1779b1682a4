import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { mergeProfiles, NO_PROFILES } from '@/lib/core/ad-server/profiles';
import {
  exportProfiles,
  importProfiles,
  readManagedProfiles,
} from '@/lib/core/ad-server/profiles-file';

import { RUNS } from '../../runs';
import { profileRow } from './arbitrary-row';

const file = (adServers: unknown) =>
  JSON.stringify({ format: 'piggyback-ad-servers', version: 1, adServers });

const rows = fc.uniqueArray(profileRow, { maxLength: 4, selector: ({ id }) => id });

describe('what is exported', () => {
  it('is read again to the same rows, each of them added', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const result = importProfiles(exportProfiles(own), NO_PROFILES, AD_SERVERS);
        expect(result.problem).toBeNull();
        expect(result.own).toEqual(own);
        expect(result.outcomes.every(({ outcome }) => outcome === 'added')).toBe(true);
      }),
      RUNS,
    );
  }, 120_000);
  it('changes nothing where it came from', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const result = importProfiles(exportProfiles(own), { managed: [], own }, AD_SERVERS);
        expect(result.outcomes.every(({ outcome }) => outcome === 'same')).toBe(true);
        expect(mergeProfiles(AD_SERVERS, [], result.own)).toEqual(
          mergeProfiles(AD_SERVERS, [], own),
        );
      }),
      RUNS,
    );
  }, 120_000);
  it('and no text at all makes the import throw or lose what was there', () => {
    const own = [{ id: 'ours', name: 'Ours' }];
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(file)), (content) => {
        const result = importProfiles(content, { managed: [], own }, AD_SERVERS);
        expect(result.own.map(({ id }) => id)).toContain('ours');
      }),
      RUNS,
    );
  }, 120_000);
});

describe('an import', () => {
  const profiles = {
    managed: [{ id: 'gam', cachebuster: '%%ADMIN%%' }],
    own: [{ id: 'ours', name: 'Ours', cachebuster: '[OLD]' }],
  };
  it('takes what it can and says of each row what became of it', () => {
    const content = file([
      { id: 'ours', name: 'Ours', cachebuster: '[NEW]' },
      { id: 'new', name: 'New one', colour: 'red' },
      { id: 'new', name: 'New one again' },
      { id: 'gam', cachebuster: '%%MINE%%' },
      { id: 'bad', name: 'Bad one', cachebuster: 'a b' },
      7,
    ]);
    const result = importProfiles(content, profiles, AD_SERVERS);
    expect(result.outcomes.map(({ line, title, outcome }) => [line, title, outcome])).toEqual([
      [1, 'Ours', 'changed'],
      [2, 'New one', 'added'],
      [3, 'New one again', 'twice'],
      [4, 'gam', 'managed'],
      [5, 'Bad one', 'refused'],
      [6, '', 'refused'],
    ]);
    expect(result.outcomes[1]?.ignored).toEqual(['colour']);
    expect(result.outcomes[4]?.problems).toEqual([
      { field: 'cachebuster', code: 'macro-space', value: 'a b' },
    ]);
    expect(result.own).toEqual([
      { id: 'ours', name: 'Ours', cachebuster: '[NEW]' },
      { id: 'new', name: 'New one' },
    ]);
  });
  it.each([
    ['not-json', 'no JSON'],
    ['not-json', ''],
    ['not-ours', '{"format":"something-else","version":1,"adServers":[]}'],
    ['not-ours', '{}'],
    ['not-ours', 'null'],
    ['not-ours', '"text"'],
    ['newer-version', '{"format":"piggyback-ad-servers","version":2,"adServers":[]}'],
    ['newer-version', '{"format":"piggyback-ad-servers","version":"1","adServers":[]}'],
    ['no-list', '{"format":"piggyback-ad-servers","version":1}'],
  ])('is refused as %s: %s', (problem, content) => {
    expect(importProfiles(content, profiles, AD_SERVERS)).toEqual({
      problem,
      outcomes: [],
      own: profiles.own,
    });
  });
  it('reads a file that begins with a byte order mark', () => {
    const content = `\uFEFF${file([{ id: 'new', name: 'New' }])}`;
    expect(importProfiles(content, NO_PROFILES, AD_SERVERS).own).toHaveLength(1);
  });
});

describe('an administrator’s policy', () => {
  const good = { id: 'ours', name: 'Ours' };
  it.each([
    ['the text of a file', file([good])],
    ['a file as an object', JSON.parse(file([good]))],
    ['the bare list', [good]],
    ['one with a bad row in it', [7, { id: 'x' }, good, { ...good, name: 'Twice' }]],
  ])('%s', (_, policy) => {
    expect(readManagedProfiles(policy, AD_SERVERS)).toEqual([good]);
  });
  it.each([null, undefined, 7, 'no JSON', {}, { adServers: [good] }])('%s gives none', (policy) => {
    expect(readManagedProfiles(policy, AD_SERVERS)).toEqual([]);
  });
});
