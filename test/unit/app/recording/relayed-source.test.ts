import { describe, expect, it } from 'vitest';

import { createRelayedSource } from '@/lib/app/recording/relayed-source';
import type { Observation } from '@/lib/core/recording/observation';
import { readWebRequest, type WebRequestPhase } from '@/lib/core/recording/web-request';

import { pixel } from '../../core/recording/build';
import { START } from '../../core/verification/build';

/** A source of tab 7, and the browser around it in the test's hands. */
async function setUp(url: string | null = 'https://news.example/a') {
  let navigated = (_url: string) => {};
  let hear: Parameters<Parameters<typeof createRelayedSource>[0]['onEvent']>[0] = () => {};
  const told: Observation[] = [];
  const source = createRelayedSource({
    tabId: 7,
    onEvent: (listener) => (hear = listener),
    page: {
      onNavigated: (listener) => (navigated = listener),
      current: async () => (url === null ? null : { url, loadedAt: START }),
    },
  });
  source.onObserved((all) => void told.push(...all));
  await Promise.resolve();
  const tell = (phase: WebRequestPhase, id: number, details: object) => {
    const event = readWebRequest(phase, {
      requestId: String(id),
      url: pixel(id),
      method: 'GET',
      type: 'image',
      timeStamp: START,
      tabId: -1,
      ...details,
    });
    if (event) hear(event);
  };
  const cachebusters = () => told.map((one) => `${one.url.cachebuster} ${one.outcome}`);
  return { source, tell, navigate: (to: string) => navigated(to), cachebusters };
}
const of = (site: string) => ({ initiator: `https://${site}.example` });

describe('what the background passes on', () => {
  it('is taken where it is of this tab', async () => {
    const { tell, cachebusters } = await setUp();
    tell('began', 1, { tabId: 7, ...of('ads') });
    tell('began', 2, { tabId: 8, ...of('news') });
    expect(cachebusters()).toEqual(['1 pending']);
  });

  it('of no tab is taken where it is of the page that is there, or of the one before', async () => {
    const { tell, navigate, cachebusters } = await setUp();
    tell('began', 1, of('news'));
    navigate('https://shop.example/');
    tell('began', 2, of('news'));
    tell('began', 3, of('shop'));
    tell('began', 4, of('other'));
    navigate('https://other.example/');
    tell('began', 5, of('news'));
    expect(cachebusters()).toEqual(['1 pending', '2 pending', '3 pending']);
  });

  it('is heard to its end, though its site was left twice over', async () => {
    const { tell, navigate, cachebusters } = await setUp();
    tell('began', 1, of('news'));
    for (const to of ['shop', 'other']) navigate(`https://${to}.example/`);
    tell('completed', 1, { ...of('news'), statusCode: 200 });
    expect(cachebusters()).toEqual(['1 pending', '1 answered']);
  });

  it('is of no site where the page is none that can hold pixels', async () => {
    const { tell, navigate, cachebusters } = await setUp(null);
    tell('began', 1, of('news'));
    navigate('about:blank');
    tell('began', 2, of('news'));
    expect(cachebusters()).toEqual([]);
  });

  it('is told at once, and nothing more when it is asked for', async () => {
    const { source, tell } = await setUp();
    tell('began', 1, { tabId: 7 });
    expect(await source.look()).toEqual({ observations: [], newestPage: null, urls: new Set() });
  });
});
