import { describe, expect, it } from 'vitest';

import { readHarEntry } from '@/lib/core/recording/har-entry';
import { joinObservations } from '@/lib/core/recording/join-observations';
import {
  isPrerenderPurpose,
  mostPrerendered,
  viewOfPrerendered,
} from '@/lib/core/recording/prerendered';

import { seen } from './build';

describe('what says that a page was loaded ahead', () => {
  it.each([
    ['prefetch;prerender', true],
    ['prefetch; prerender', true],
    ['prerender', true],
    ['prefetch;prerender;preview', true],
    // Fetched, and no page made of it.
    ['prefetch', false],
    ['prefetch;anonymous-client-ip', false],
    ['prerendering', false],
    ['', false],
    [undefined, false],
  ])('Sec-Purpose %s: %s', (header, isAhead) => {
    expect(isPrerenderPurpose(header)).toBe(isAhead);
  });

  const entry = (purpose: string | null, pageref?: string | null) => ({
    startedDateTime: '2026-11-24T10:00:00.500Z',
    time: 12,
    ...(pageref !== undefined && { pageref }),
    _resourceType: 'image',
    request: {
      url: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1',
      method: 'GET',
      headers: purpose === null ? [] : [{ name: 'Sec-Purpose', value: purpose }],
    },
    response: { status: 200, redirectURL: '', _error: null },
  });
  it.each([
    ['shown', entry('prefetch;prerender', 'page_2')],
    // The log has a page for it only once it is shown.
    ['ahead', entry('prefetch;prerender')],
    ['ahead', entry('prefetch;prerender', null)],
    [undefined, entry('prefetch', 'page_2')],
    [undefined, entry(null, 'page_2')],
  ])('an entry of the log: %s', (told, one) => {
    expect(readHarEntry(one)?.prerendered).toBe(told);
  });
});

describe('what several told of one request', () => {
  it.each([
    [[undefined, 'ahead'], 'ahead'],
    [['ahead', 'shown'], 'shown'],
    [['shown', undefined], 'shown'],
    [[undefined, undefined], undefined],
  ] as const)('%s: %s', (told, is) => {
    expect(mostPrerendered(told)).toBe(is);
  });

  it('the log knows more once the page is shown, in whichever order it is told', () => {
    const ahead = seen('har-log', 0, { prerendered: 'ahead' });
    const shown = seen('har-log', 0, { prerendered: 'shown' });
    for (const told of [
      [ahead, shown],
      [shown, ahead],
    ]) {
      expect(joinObservations(told).map(({ prerendered }) => prerendered)).toEqual(['shown']);
    }
  });
});

describe('the page view of what was asked for ahead', () => {
  const view = (id: string, startedAt: number, prerenderedAt?: number) => ({
    id,
    verificationId: 'v',
    url: `https://news.example/${id}`,
    startedAt,
    ...(prerenderedAt !== undefined && { prerenderedAt }),
  });
  const views = [view('one', 0), view('two', 5000, 1000), view('three', 9000, 1100)];
  const asked = (startedAt: number, prerendered?: 'ahead' | 'shown', page = '') => ({
    startedAt,
    frameUrl: page && `https://news.example/${page}`,
    ...(prerendered && { prerendered }),
  });
  it.each([
    ['an ordinary request is told by time', asked(2000), undefined],
    ['of a page that was shown since', asked(1050, 'shown'), 'two'],
    ['where the log does not know yet, its document does', asked(1050, 'ahead', 'two'), 'two'],
    ['of two pages, by the document', asked(1200, 'ahead', 'two'), 'two'],
    ['of a page that was not shown', asked(1050, 'ahead', 'four'), null],
    ['before its page began', asked(900, 'ahead', 'two'), null],
    ['after it was shown it is an ordinary request', asked(5000, 'ahead', 'two'), null],
    ['shown, and when is not known', asked(900, 'shown', 'two'), undefined],
  ])('%s', (_, request, is) => {
    const found = viewOfPrerendered(request, views);
    expect(found === undefined ? undefined : (found?.id ?? null)).toBe(is);
  });
});
