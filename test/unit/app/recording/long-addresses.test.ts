import { expect, it } from 'vitest';

import { boundedUrl, withBoundedUrl } from '@/lib/app/recording/bounded-url';

const URL = 'https://news.example/?';

it.each([
  ['a short one', `${URL}a`, 23],
  ['as long as is kept', URL.padEnd(100_000, 'x'), 100_000],
  ['a longer one', URL.padEnd(100_001, 'x'), 100_001],
  ['two million characters', URL.padEnd(2_000_000, 'x'), 100_001],
])('an address is cut where it is longer than is kept: %s', (_, url, length) => {
  expect(boundedUrl(url)).toHaveLength(length);
  expect(boundedUrl(url).endsWith('…')).toBe(url.length > 100_000);
  expect(withBoundedUrl({ url })).toEqual({ url: boundedUrl(url) });
});

it('an address that is not known stays so', () => {
  expect(withBoundedUrl({ url: null })).toEqual({ url: null });
});
