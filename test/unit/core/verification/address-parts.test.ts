import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Finding } from '@/lib/core/base/finding';
import { addressParts, type AddressPiece } from '@/lib/core/verification/address-parts';

const at = (start: number, end: number, code = 'some-rule'): Finding => ({
  code,
  severity: 'error',
  place: { start, end },
  values: {},
  repair: null,
});
const ADDRESS =
  'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%25%25CB%25%25&redir=https://a.example/?b=1';
const place = (text: string) => {
  const start = ADDRESS.indexOf(text);
  return at(start, start + text.length, text);
};
const marked = (pieces: readonly AddressPiece[]) =>
  pieces.map(({ text, findings }) => (findings.length > 0 ? `[${text}]` : text)).join('');

describe('an address', () => {
  it('is told parameter by parameter, decoded and as it was sent', () => {
    const { address, parameters, fragment } = addressParts(ADDRESS, []);
    expect(marked(address)).toBe('https://ib.adnxs.com/imptr');
    expect(parameters.map(({ name, value }) => [name, value])).toEqual([
      ['id', '531'],
      ['t', '2'],
      ['cachebuster', '%%CB%%'],
      ['redir', 'https://a.example/?b=1'],
    ]);
    expect(parameters.map(({ sent }) => marked(sent))).toContain('%25%25CB%25%25');
    expect(fragment).toBeNull();
  });

  it.each([
    ['a host', 'ib.adnxs.com', 'https://[ib.adnxs.com]/imptr', []],
    ['a part of a value', 'CB', 'https://ib.adnxs.com/imptr', ['%25%25[CB]%25%25']],
    ['a whole parameter', 't=2', 'https://ib.adnxs.com/imptr', ['[2]']],
  ])('is marked where it is wrong: %s', (_, text, address, values) => {
    const parts = addressParts(ADDRESS, [place(text)]);
    expect(marked(parts.address)).toBe(address);
    const wrong = parts.parameters.filter(({ findings }) => findings.length > 0);
    expect(wrong.map(({ sent }) => marked(sent))).toEqual(values);
  });

  it.each([
    ['a name alone', 'https://ib.adnxs.com/imptr?id=1&debug', ['debug', null]],
    ['no value', 'https://ib.adnxs.com/imptr?id=1&t=', ['t', '']],
    ['escapes that are broken', 'https://ib.adnxs.com/imptr?id=1&c=%%X%%', ['c', '%%X%%']],
  ])('may have %s', (_, address, last) => {
    const parameter = addressParts(address, []).parameters.at(-1);
    expect([parameter?.name, parameter?.value]).toEqual(last);
  });

  it('is told with what stands behind #', () => {
    expect(addressParts('https://ib.adnxs.com/imptr?id=1#top', []).fragment).toEqual([
      { text: '#top', findings: [] },
    ]);
  });

  it('loses no character, whatever is wrong with it', () => {
    const text = fc.string({ unit: fc.constantFrom('?', '&', '=', '#', 'id', '%2', 'é', 'a') });
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (tail, places) => {
        const address = `https://ib.adnxs.com/imptr?id=1${tail}`;
        const findings = places.map(([a, b]) => at(Math.min(a, b), Math.max(a, b)));
        const { address: front, parameters, fragment } = addressParts(address, findings);
        const all = [front, ...parameters.map(({ sent }) => sent), fragment ?? []];
        for (const pieces of all) {
          expect(address).toContain(pieces.map((piece) => piece.text).join(''));
        }
        expect(front.map((piece) => piece.text).join('')).toBe('https://ib.adnxs.com/imptr');
      }),
    );
  });
});
