import { describe, expect, it } from 'vitest';

import { MAX_PAGE_PLACES, MAX_PLACE_CHARS } from '@/lib/core/base/limits';
import { joinParts, type PagePart, readPagePart } from '@/lib/core/recording/page-look';

import { element } from '../verification/page';

const IMG = element('img', { src: 'https://ib.adnxs.com/imptr?id=531&t=2' });
const part = (changes: Partial<PagePart> = {}): PagePart => ({
  url: 'https://news.example/a',
  loadedAt: 1000,
  places: [IMG],
  documents: ['https://news.example/a'],
  asked: [],
  closedFrames: 0,
  isCut: false,
  failures: 0,
  replaced: [],
  ...changes,
});

describe('what a page tells of itself', () => {
  it('is taken as it is', () => {
    expect(readPagePart(part())).toEqual(part());
    expect(readPagePart({ ...part(), more: 1 })).toEqual(part());
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a text', '{}'],
    ['a list', [part()]],
    ['without places', { ...part(), places: undefined }],
    ['places of another kind', { ...part(), places: [{ ...IMG, kind: 'image' }] }],
    [
      'a text longer than any',
      { ...part(), places: [{ ...IMG, text: 'x'.repeat(MAX_PLACE_CHARS + 1) }] },
    ],
    ['more places than any', { ...part(), places: Array(MAX_PAGE_PLACES + 1).fill(IMG) }],
    ['a path without end', { ...part(), places: [{ ...IMG, path: 'x'.repeat(301) }] }],
    ['a moment that is none', { ...part(), loadedAt: Number.NaN }],
  ])('%s is nothing', (_, told) => {
    expect(readPagePart(told)).toBeNull();
  });
});

describe('the parts of a page', () => {
  it('are one, with what none of them could read', () => {
    const frame = part({
      url: 'https://ads.example/',
      closedFrames: 1,
      failures: 2,
      replaced: ['attributes'],
    });
    const look = joinParts(part({ closedFrames: 3 }), [frame, frame], 2000);
    expect(look).toMatchObject({ url: 'https://news.example/a', loadedAt: 1000, readAt: 2000 });
    expect(look).toMatchObject({ closedFrames: 3, failures: 4, replaced: ['attributes'] });
    expect(look.places).toHaveLength(3);
  });

  it('keep no name and password of a page that asks for them', () => {
    const url = 'https://ann:secret@news.example/a';
    const look = joinParts(part({ url, places: [{ ...IMG, frameUrl: url }] }), [], 0);
    expect(JSON.stringify(look)).not.toContain('secret');
    expect(look.url).toBe('https://news.example/a');
  });

  it('are cut where they are too many together, and that is said', () => {
    const full = part({ places: Array<typeof IMG>(MAX_PAGE_PLACES).fill(IMG) });
    expect(joinParts(full, [], 0).isCut).toBe(false);
    expect(joinParts(full, [part()], 0)).toMatchObject({ isCut: true });
    expect(joinParts(full, [part()], 0).places).toHaveLength(MAX_PAGE_PLACES);
  });
});
