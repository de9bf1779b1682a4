import { expect, it } from 'vitest';

import { harMoment, readHarTime } from '@/lib/core/recording/har-time';

const AT = Date.UTC(2026, 10, 24, 10, 0, 0, 500);

it.each<[string, string, number, number]>([
  ['as browsers write it', '2026-11-24T10:00:00.500Z', AT, 0],
  ['in another zone', '2026-11-24T11:00:00.500+01:00', AT, 0],
  ['in a zone of half an hour', '2026-11-24T06:30:00.500-03:30', AT, 0],
  ['a zone without a colon', '2026-11-24T11:00:00.500+0100', AT, 0],
  ['a zone of hours alone', '2026-11-24T11:00:00.500+01', AT, 0],
  ['finer than milliseconds', '2026-11-24T10:00:00.500123456Z', AT, 0],
  ['a tenth of a second', '2026-11-24T10:00:00.5Z', AT, 100],
  ['whole seconds', '2026-11-24T10:00:00Z', AT - 500, 1000],
  ['whole minutes', '2026-11-24T10:00Z', AT - 500, 60_000],
  ['a comma and a blank', '2026-11-24 10:00:00,500 +00:00', AT, 0],
  ['blanks around it', ' 2026-11-24t10:00:00.500z ', AT, 0],
])('reads a time: %s', (_, text, at, precision) => {
  expect(readHarTime(text)).toEqual({ at, precision, hasZone: true });
});

it('takes a time without a zone for UTC wherever it is read, and says so', () => {
  expect(readHarTime('2026-11-24T10:00:00.500')).toEqual({ at: AT, precision: 0, hasZone: false });
});

it.each([
  ['nothing', ''],
  ['a date alone', '2026-11-24'],
  ['what every program reads in its own way', '11/24/2026 10:00:00'],
  ['a word', 'now'],
  ['a number', '1795514400500'],
  ['a month that is none', '2026-13-24T10:00:00Z'],
  ['an hour that is none', '2026-11-24T25:00:00Z'],
  ['a time that is not known', '0001-01-01T00:00:00Z'],
  ['a text without end', `2026-11-24T10:00:00${' '.repeat(1e6)}x`],
])('is no time: %s', (_, text) => {
  expect(harMoment(text)).toBeNaN();
});
