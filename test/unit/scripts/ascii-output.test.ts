import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toAscii } from '../../../scripts/ascii-output.ts';

describe('scripts in ASCII', () => {
  it.each([
    ['a string', String.raw`"don’t"`, String.raw`"don\u2019t"`],
    ['two units', '"😀"', String.raw`"\ud83d\ude00"`],
    ['a regular expression', '/[а-я]/u', String.raw`/[\u0430-\u044f]/u`],
    ['ASCII, as it is', String.raw`"\n\u00e9"`, String.raw`"\n\u00e9"`],
  ])('%s', (_, code, written) => {
    expect(toAscii(code)).toBe(written);
  });

  it('mean the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = toAscii(JSON.stringify(text));
        expect(written).toMatch(/^\p{ASCII}*$/u);
        expect(JSON.parse(written)).toBe(text);
      }),
    );
  });
});
