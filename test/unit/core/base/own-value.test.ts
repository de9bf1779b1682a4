import { expect, it } from 'vitest';

import { ownValue } from '@/lib/core/base/own-value';

it.each([
  ['image', 1],
  ['other', undefined],
  ['constructor', undefined],
  ['toString', undefined],
  ['__proto__', undefined],
  ['', undefined],
])('the table says of %s: %s', (key, value) => {
  expect(ownValue({ image: 1 }, key)).toBe(value);
});
