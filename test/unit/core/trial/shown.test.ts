import { describe, expect, it } from 'vitest';

import { ShownSchema, shownAttributes } from '@/lib/core/trial/shown';

const shown = (show: string, attributes: Record<string, unknown> = {}, text: unknown = '') =>
  ShownSchema.safeParse({ show, attributes, text }).data ?? null;

describe('what the page is asked to show', () => {
  it.each<[string, string, Record<string, string>, string[]]>([
    ['an image', 'img', { src: 'a', srcset: 'b 2x' }, ['src', 'srcset']],
    [
      'a link, of which the page itself says what it is',
      'link',
      { rel: 'preconnect', href: 'a' },
      ['href'],
    ],
    [
      'a script, without what else it could have',
      'script',
      { src: 'a', type: 'speculationrules', nonce: 'n' },
      ['src'],
    ],
    ['no code that the tag made itself', 'script', { src: 'blob:null/1' }, []],
    ['nor the same written otherwise', 'script', { src: ' \u0001B\tlo\nb:null/1' }, []],
    ['a script of a host named like it', 'script', { src: 'https://blob.example/a' }, ['src']],
    ['a script in a folder', 'script', { src: '/b/l/o/b:1' }, ['src']],
    ['nothing that runs', 'img', { onerror: 'x()', src: 'a' }, ['src']],
    ['nothing that leads on', 'image', { href: 'a', target: '_top', ping: 'b' }, ['href']],
  ])('has the attributes that hold an address alone: %s', (_, name, attributes, kept) => {
    const one = shown(name, attributes);
    expect(one && shownAttributes(one).map(([attribute]) => attribute)).toEqual(kept);
  });

  it.each<[string, string, Record<string, unknown>, unknown]>([
    ['a frame', 'iframe', { src: 'a' }, ''],
    ['a form', 'form', { action: 'a' }, ''],
    ['a page that goes on', 'meta', { content: '0;url=a' }, ''],
    ['a link to press', 'a', { href: 'a' }, ''],
    ['a base', 'base', { href: 'a' }, ''],
    ['an element of an object', 'constructor', {}, ''],
    ['an address that is none', 'img', { src: 5 }, ''],
    ['an address without end', 'img', { src: 'x'.repeat(200_001) }, ''],
    ['a text that is none', 'style', {}, null],
  ])('is nothing else: %s', (_, name, attributes, text) => {
    expect(shown(name, attributes, text)).toBeNull();
  });
});
