import { describe, expect, it } from 'vitest';

import { createVisitWatch, QUIET_MS, type TabLook } from '@/lib/core/recording/visit-watch';
import type { WebRequestPhase } from '@/lib/core/recording/web-request';

const TAB = 4;
const START = 1_000_000;
const LIMIT = 30_000;
const PIXEL = 'https://ib.adnxs.com/imptr?id=1';
const LOADING: TabLook = { status: 'loading', url: null };
const EMPTY: TabLook = { status: 'complete', url: null };
const SHOWN: TabLook = { status: 'complete', url: 'https://a.example/' };

/** A visit of which this is told: at which moment after its start, in milliseconds. */
type Told = readonly [at: number, phase: WebRequestPhase, type: string, more?: object];

function watched(...told: readonly Told[]) {
  const watch = createVisitWatch(TAB, START, LIMIT);
  for (const [at, phase, type, more = {}] of told) {
    const details = { requestId: type, url: 'https://a.example/', type, tabId: TAB, ...more };
    watch.hear(phase, details, START + at);
  }
  return (at: number, tab: TabLook) => watch.ended(tab, START + at);
}

const PAGE: readonly Told[] = [
  [0, 'began', 'main_frame'],
  [100, 'completed', 'main_frame', { statusCode: 200 }],
];

describe('a visit', () => {
  it('ends once nothing was asked for during two seconds after the page was loaded', () => {
    const ended = watched(...PAGE, [500, 'began', 'image']);
    expect(ended(600, SHOWN)).toBe(null);
    expect(ended(600 + QUIET_MS - 1, SHOWN)).toBe(null);
    expect(ended(600 + QUIET_MS, SHOWN)).toEqual({ end: 'quiet', detail: null });
  });

  it('goes on while something is asked for, until its limit', () => {
    const watch = createVisitWatch(TAB, START, LIMIT);
    const hear = (phase: WebRequestPhase, type: string, at: number) =>
      watch.hear(phase, { requestId: type, url: 'https://a.example/', type, tabId: TAB }, at);
    hear('began', 'main_frame', START);
    hear('completed', 'main_frame', START);
    for (let at = START; at < START + LIMIT; at += 1000) {
      hear('began', 'image', at);
      expect(watch.ended(SHOWN, at)).toBe(null);
    }
    expect(watch.ended(SHOWN, START + LIMIT)).toEqual({ end: 'busy', detail: null });
  });

  it('waits for a pixel that is under way, and for no other request', () => {
    const pixel = watched(...PAGE, [200, 'began', 'image', { url: PIXEL }]);
    expect(pixel(300, SHOWN)).toBe(null);
    expect(pixel(10_000, SHOWN)).toBe(null);
    const poll = watched(...PAGE, [200, 'began', 'xmlhttprequest']);
    expect(poll(300, SHOWN)).toBe(null);
    expect(poll(10_000, SHOWN)?.end).toBe('quiet');
  });

  it('begins anew where the page goes elsewhere by itself', () => {
    const ended = watched(
      ...PAGE,
      [1500, 'began', 'main_frame', { requestId: 'other' }],
      [1600, 'failed', 'main_frame', { error: 'net::ERR_ABORTED' }],
      [3000, 'completed', 'main_frame', { requestId: 'other', statusCode: 200 }],
    );
    expect(ended(3100, SHOWN)).toBe(null);
    expect(ended(3100 + QUIET_MS, SHOWN)?.end).toBe('quiet');
  });

  it('hears nothing of other tabs', () => {
    const other = { tabId: 9, error: 'net::ERR_FAILED' };
    const ended = watched(
      ...PAGE,
      [200, 'failed', 'main_frame', other],
      [400, 'began', 'image', { ...other, url: PIXEL }],
    );
    expect(ended(500, SHOWN)).toBe(null);
    expect(ended(500 + QUIET_MS, SHOWN)?.end).toBe('quiet');
  });

  it.each<[string, readonly Told[], TabLook, number, string | null]>([
    ['an empty tab that has not begun', [], EMPTY, 5000, null],
    ['the empty tab while the server is asked', PAGE.slice(0, 1), EMPTY, 5000, null],
    ['a server that says nothing', PAGE.slice(0, 1), LOADING, LIMIT, 'unanswered'],
    ['a tab in which nothing begins', [], EMPTY, LIMIT, 'unanswered'],
    ['a page that goes on loading', PAGE, { ...SHOWN, status: 'loading' }, LIMIT, 'loading'],
    ['a page that was answered just now', PAGE, EMPTY, 500, null],
    ['a file', PAGE, EMPTY, 1100, 'download'],
    [
      'an answer without a page',
      [...PAGE.slice(0, 1), [9, 'completed', 'main_frame', { statusCode: 204 }]],
      EMPTY,
      1100,
      'empty',
    ],
    [
      'a name that is not found, on the page that says so',
      [...PAGE.slice(0, 1), [9, 'failed', 'main_frame', { error: 'net::ERR_NAME_NOT_RESOLVED' }]],
      SHOWN,
      1100,
      'failed',
    ],
    ['a page of the browser’s own, of which nothing was told', [], SHOWN, 1100, 'failed'],
    ['a tab that broke off', PAGE, { ...SHOWN, status: 'unloaded' }, 200, 'crashed'],
  ])('tells %s', (_, told, tab, at, end) => {
    expect(watched(...told)(at, tab)?.end ?? null).toBe(end);
  });

  it('keeps the browser’s word for a failure, and what the server answered', () => {
    const watch = createVisitWatch(TAB, START, LIMIT);
    const page = { requestId: '1', url: 'https://a.example/', type: 'main_frame', tabId: TAB };
    watch.hear('began', page, START);
    watch.hear('failed', { ...page, error: 'net::ERR_CERT_DATE_INVALID' }, START);
    expect(watch.ended(SHOWN, START + 2000)?.detail).toBe('net::ERR_CERT_DATE_INVALID');
    watch.hear('began', { ...page, requestId: '2' }, START);
    watch.hear('completed', { ...page, requestId: '2', statusCode: 404 }, START);
    expect(watch.status()).toBe(404);
  });

  it.each([null, 'began', {}, { requestId: 7 }, { requestId: '1', url: 'x', type: 'image' }])(
    'takes no harm from %j',
    (details) => {
      const watch = createVisitWatch(TAB, START, LIMIT);
      expect(() => watch.hear('began', details, START)).not.toThrow();
    },
  );
});
