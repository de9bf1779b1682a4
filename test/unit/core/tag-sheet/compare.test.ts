import { describe, expect, it } from 'vitest';

import { differences } from '@/lib/core/tag-sheet/read/compare';
import { sameTag, type TagSpec } from '@/lib/core/tag/tag-spec';

const SPEC: TagSpec = {
  trackerId: 531,
  type: 'image',
  loadedBy: 'image',
  trackerName: 'Harbour',
  cachebuster: '%%ONE%%',
  ancost: '0.25',
  extra: [{ name: 'gdpr', value: '1' }],
  redir: 'https://a.example/',
  ampersands: 'raw',
};

// As long as what stands there, so that no length tells them apart.
describe.each<[string, Partial<TagSpec>]>([
  ['tracker', { trackerId: 532 }],
  ['name', { trackerName: 'Harbors' }],
  ['cachebuster', { cachebuster: '%%TWO%%' }],
  ['cost', { ancost: '0.52' }],
  ['parameters', { extra: [{ name: 'gdpr', value: '0' }] }],
  ['redirect', { redir: 'https://b.example/' }],
])('another %s of the same length', (part, change) => {
  const found = { ...SPEC, ...change };
  it('is a difference in it alone', () => {
    expect(differences(found, SPEC).map((one) => one.part)).toEqual([part]);
  });
  it('makes another tag', () => expect(sameTag(found, SPEC)).toBe(false));
});

it('the same tag has no differences, nor has one without its comment', () => {
  expect(differences({ ...SPEC }, SPEC)).toEqual([]);
  expect(differences({ ...SPEC, trackerName: null }, SPEC)).toEqual([]);
});
