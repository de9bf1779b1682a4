import { expect, it } from 'vitest';

import { fromBase64, toBase64, toBase64Url } from '@/lib/core/base/base64';

it('reads what it writes, and as everybody else does', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + length * 7) % 256);
    const text = Buffer.from(bytes).toString('base64');
    expect(toBase64(bytes)).toBe(text);
    expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(fromBase64(text.replace(/(.{5})/g, '$1\r\n'))).toEqual(bytes);
  }
});

it.each(['A', 'AAAAA', 'A=AA', 'AA-_', 'AÄAA', '===='])('is none: %s', (text) => {
  expect(fromBase64(text)).toBeNull();
});
