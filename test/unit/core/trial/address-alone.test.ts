import { describe, expect, it } from 'vitest';

import { pageTag } from '@/lib/core/trial/address-alone';
import { readMarkup } from '@/lib/core/trial/markup';

const PIXEL = 'https://ib.adnxs.com/imptr?id=531&t=2';

describe('an address alone is made a tag as a pixel field makes one', () => {
  it.each<[string, string, 'image' | 'script']>([
    ['an image', PIXEL, 'image'],
    ['with white space around it', `\n ${PIXEL}\t`, 'image'],
    ['without a scheme', PIXEL.slice(6), 'image'],
    ['of another type', PIXEL.replace('t=2', 't=1'), 'script'],
    ['of none', 'https://ad.example/imp', 'image'],
    ['with quotes and references', `${PIXEL}&a="b"&amp;c='d'`, 'image'],
  ])('%s', (_, text, madeAs) => {
    const tag = pageTag(text);
    expect(tag.madeAs).toBe(madeAs);
    const [element] = readMarkup(tag.html);
    // Whatever stands in it stays in the one attribute.
    expect(element?.kind === 'element' && [...element.attributes]).toEqual([['src', text.trim()]]);
    expect(readMarkup(tag.html)).toHaveLength(1);
  });
});

it.each([
  ['a tag', `<img src="${PIXEL}">`],
  ['a text with an address', `See ${PIXEL}`],
  ['two addresses', `${PIXEL}\n${PIXEL}`],
  ['an address with a bracket', `${PIXEL}<b>`],
  ['another scheme', `javascript:fetch('${PIXEL}')`],
  ['nothing', ''],
])('%s is left as it is', (_, text) => {
  expect(pageTag(text)).toEqual({ html: text, madeAs: null });
});
