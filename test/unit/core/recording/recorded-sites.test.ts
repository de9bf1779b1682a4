import { expect, it } from 'vitest';

import {
  isRecordedAt,
  recordedSitesIn,
  withoutSite,
  withSite,
} from '@/lib/core/recording/recorded-sites';

it.each([
  [
    ['https://a.example', 'http://localhost:8080'],
    ['https://a.example', 'http://localhost:8080'],
  ],
  [['https://a.example/', 'a.example', 'HTTPS://A.example', 7, null, 'file://x'], []],
  [undefined, []],
  ['https://a.example', []],
])('reads %j as %j', (kept, sites) => expect(recordedSitesIn(kept)).toEqual(sites));

it.each([
  ['https://a.example/page?x#y', true],
  ['https://A.example', true],
  ['https://me:secret@a.example/', true],
  ['http://a.example/', false],
  ['https://a.example:8443/', false],
  ['https://b.a.example/', false],
  ['https://a.example.evil/', false],
  ['about:blank', false],
])('with https://a.example in the list, %s is recorded: %s', (url, is) =>
  expect(isRecordedAt(['https://a.example'], url)).toBe(is),
);

it('has each site once, the newest last, and no more than 500', () => {
  expect(withSite(['a', 'b'], 'a')).toEqual(['b', 'a']);
  expect(withoutSite(['a', 'b'], 'a')).toEqual(['b']);
  const many = Array.from({ length: 500 }, (_, index) => `https://s${index}.example`);
  expect(withSite(many, 'https://new.example')).toHaveLength(500);
});
