import { describe, expect, it } from 'vitest';

import { isPixelUrl, parametersOf, readPixelUrl } from '@/lib/core/pixel/pixel-url';

describe('isPixelUrl', () => {
  it.each([
    'https://ib.adnxs.com/imptr?id=1',
    'http://ib.adnxs.com/imptr',
    'https://ib.adnxs.net/imptr?id=1&t=1',
    'https://pixel.publisher.example:8443/a/b/imptr?id=1#x',
    'HTTPS://IB.ADNXS.COM/imptr?id=1',
    'https://user@[::1]:80/imptr?id=1',
    'https://ib.adnxs.com/IMPTR?id=1',
    'https://ib.adnxs.com/imptr/?id=1',
    'https://ib.adnxs.com/imptr&id=1',
  ])('takes %s', (url) => expect(isPixelUrl(url)).toBe(true));

  it.each([
    'https://ib.adnxs.com/imptracker?id=1',
    'https://ib.adnxs.com/imptr/other?id=1',
    'https://ib.adnxs.com/px?redir=https://ib.adnxs.com/imptr?id=1',
    'https://ib.adnxs.com/#/imptr',
    'https://ib.adnxs.com/my-imptr',
    'https://imptr.example/',
    'https://imptr/?id=1',
    '//ib.adnxs.com/imptr?id=1',
    'javascript:/imptr',
    'data:text/plain,/imptr',
    '',
  ])('leaves %s', (url) => expect(isPixelUrl(url)).toBe(false));
});

describe('readPixelUrl', () => {
  it('gives everything after redir= to the target', () => {
    const url = readPixelUrl(
      'https://IB.adnxs.com/imptr?id=5&t=2&redir=https://x.example/p?id=9&ancost=1&a=b',
    );
    expect(url).toMatchObject({
      host: 'ib.adnxs.com',
      id: '5',
      t: '2',
      ancost: null,
      redir: 'https://x.example/p?id=9&ancost=1&a=b',
      others: [],
    });
  });

  it('keeps values as they were sent, and a second one beside the first', () => {
    const url = readPixelUrl('https://h/imptr?id=1&id=2&cachebuster=%5BX%5D&flag&amp;t=2');
    expect(url).toMatchObject({ id: '1', t: null, cachebuster: '%5BX%5D' });
    expect(url?.others).toEqual([
      { name: 'id', value: '2' },
      { name: 'flag', value: '' },
      { name: 'amp;t', value: '2' },
    ]);
  });

  it('does not take "noredir=" for the redirect', () => {
    expect(readPixelUrl('https://h/imptr?noredir=1')?.redir).toBeNull();
  });

  it('gives null for anything else', () => expect(readPixelUrl('https://h/px?id=1')).toBeNull());
});

describe('parametersOf', () => {
  it('decodes for reading, and leaves broken escapes alone', () => {
    const url = readPixelUrl('https://h/imptr?id=1&x=%20a&cachebuster=%%CB%%&redir=https%3A//y');
    expect(url && parametersOf(url)).toEqual([
      { name: 'id', value: '1' },
      { name: 'cachebuster', value: '%%CB%%' },
      { name: 'x', value: ' a' },
      { name: 'redir', value: 'https://y' },
    ]);
  });
});
