import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countReader } from '@/lib/core/report/third-party/counts';

import { runs } from '../../runs';

const read = (column: readonly string[]) => column.map(countReader(column));

describe('counts of a column', () => {
  it.each([
    ['plain', ['0', '12', '1234567'], [0, 12, 1_234_567]],
    ['with commas', ['1,234', '12', '1,234,567'], [1234, 12, 1_234_567]],
    ['with points', ['1.234', '12', '1.234.567'], [1234, 12, 1_234_567]],
    ['with spaces', ['1 234', '1 234 567', '12'], [1234, 1_234_567, 12]],
    ['with narrow spaces', ['1\u202F234', '1\u00A0234'], [1234, 1234]],
    ['with apostrophes', ["1'234", '1’234’567'], [1234, 1_234_567]],
    ['as in India', ['12,34,567', '1,234'], [1_234_567, 1234]],
    ['with decimals that are none', ['1,234.00', '5.0'], [1234, 5]],
    ['with decimals that are none, European', ['1.234,00', '5,0'], [1234, 5]],
    ['where one tells of the others', ['1.234', '1,234.00'], [null, 1234]],
  ])('%s', (_, column, counts) => expect(read(column)).toEqual(counts));

  it.each([
    ['both signs and nothing that tells them apart', ['1,234', '1.234', '7'], [null, null, 7]],
    ['a part of one', ['1.5', '1.234'], [null, null]],
    ['signs in odd places', ['1,23', '12,3456', '0,123', ',5'], [null, null, null, null]],
    ['a sign before it', ['-5', '+5', '(5)'], [null, null, null]],
    ['no number', ['', '-', 'n/a', '12 %', '1e5', 'Infinity'], Array(6).fill(null)],
    ['more than can be counted', ['99999999999999999999'], [null]],
  ])('are not read: %s', (_, column, counts) => expect(read(column)).toEqual(counts));

  it('are the same in the writing of any country', () => {
    const counts = fc.array(fc.nat(2_000_000_000), { minLength: 1, maxLength: 20 });
    const country = fc.constantFrom('en', 'de', 'fr', 'de-CH', 'en-IN', 'nl', 'pt-BR');
    fc.assert(
      fc.property(counts, country, (numbers, locale) => {
        expect(read(numbers.map((number) => number.toLocaleString(locale)))).toEqual(numbers);
      }),
      runs(2000),
    );
  });
});
