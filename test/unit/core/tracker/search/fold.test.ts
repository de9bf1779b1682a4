import { expect, it } from 'vitest';

import { fold } from '@/lib/core/tracker/search/fold';

it.each([
  ['Café', 'cafe'],
  ['Autumn – burst', 'autumn - burst'],
  ['a‐b‑c—d−e', 'a-b-c-d-e'],
  ['Плёнка', 'пленка'],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
