import { describe, expect, it } from 'vitest';

import { createPageLoads } from '@/lib/core/recording/page-load';

const told = (changes: object = {}) => ({
  requestId: '1',
  tabId: 7,
  url: 'https://news.example/a',
  timeStamp: 1000,
  statusCode: 200,
  ...changes,
});

describe('pages that are loaded, by what webRequest tells of documents', () => {
  it('begin when they were asked for', () => {
    const loads = createPageLoads();
    loads.began(told());
    expect(loads.answered(told({ timeStamp: 1200 }))).toEqual({
      tabId: 7,
      url: 'https://news.example/a',
      startedAt: 1000,
    });
  });
  it('began with the first hop of a redirect, and have the address of the last', () => {
    const loads = createPageLoads();
    loads.began(told({ url: 'https://news.example/old' }));
    loads.began(told({ url: 'https://news.example/new', timeStamp: 1100 }));
    expect(
      loads.answered(told({ url: 'https://news.example/new', timeStamp: 1200 })),
    ).toMatchObject({
      url: 'https://news.example/new',
      startedAt: 1000,
    });
  });
  it('lose the name and password in their address', () => {
    const found = createPageLoads().answered(told({ url: 'https://me:secret@news.example/' }));
    expect(found?.url).toBe('https://news.example/');
  });
  it.each([
    ['an answer without content (204)', told({ statusCode: 204 })],
    ['205', told({ statusCode: 205 })],
    ['no tab', told({ tabId: -1 })],
    ['something else', { tabId: 7 }],
    ['nothing', undefined],
  ])('are none with %s', (_what, details) =>
    expect(createPageLoads().answered(details)).toBeNull(),
  );
  it('are forgotten where they never end', () => {
    const loads = createPageLoads();
    for (let index = 0; index <= 100; index += 1) loads.began(told({ requestId: `r${index}` }));
    expect(loads.answered(told({ requestId: 'r0', timeStamp: 2000 }))?.startedAt).toBe(2000);
    expect(loads.answered(told({ requestId: 'r100', timeStamp: 2000 }))?.startedAt).toBe(1000);
  });
});
