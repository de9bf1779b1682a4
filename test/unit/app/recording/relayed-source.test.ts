import { describe, expect, it } from 'vitest';

import { createRelayedSource } from '@/lib/app/recording/relayed-source';
import type { Observation } from '@/lib/core/recording/observation';
import { readWebRequest, type WebRequestPhase } from '@/lib/core/recording/web-request';

import { pixel } from '../../core/recording/build';
import { START } from '../../core/verification/build';

/** A source of tab 7, and the browser around it in the test's hands. */
async function setUp(url: string | null = 'https://news.example/a', isPrivate?: boolean) {
  let navigated = (_url: string) => {};
  let hear: Parameters<Parameters<typeof createRelayedSource>[0]['onEvent']>[0] = () => {};
  const told: Observation[] = [];
  const source = createRelayedSource({
    tabId: 7,
    ...(isPrivate !== undefined && { isPrivate }),
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

  describe('of no tab, as Firefox tells of it', () => {
    const normal = { incognito: false, cookieStoreId: 'firefox-default' };
    const secret = { incognito: true, cookieStoreId: 'firefox-private' };
    const container = { incognito: false, cookieStoreId: 'firefox-container-2' };
    const own = (id: number, kind: object) => [id, { tabId: 7, ...of('news'), ...kind }] as const;
    const none = (id: number, kind: object) => [id, { ...of('news'), ...kind }] as const;

    it.each([
      ['of a private window is not of another', [own(1, normal), none(2, secret)], [1]],
      ['of another window is not of a private one', [own(1, secret), none(2, normal)], [1]],
      ['of a private window is of one', [own(1, secret), none(2, secret)], [1, 2]],
      ['of a window is of it', [own(1, normal), none(2, normal)], [1, 2]],
      ['of a container is of no other', [own(1, normal), none(2, container)], [1]],
      ['of a container is of it', [own(1, container), none(2, container)], [1, 2]],
      ['of a private window waits until it is known', [none(1, secret)], []],
      ['and is of a private one then', [none(1, secret), own(2, secret)], [1, 2]],
      ['and of no other', [none(1, secret), own(2, normal)], [2]],
      ['of no private window does not wait', [none(1, normal)], [1]],
      ['what does not say is taken as ever', [own(1, normal), none(2, {})], [1, 2]],
    ])('%s', async (_, told, wanted) => {
      const { tell, cachebusters } = await setUp();
      for (const [id, details] of told) tell('began', id, details);
      expect(cachebusters()).toEqual(wanted.map((id) => `${id} pending`));
    });

    it('is heard to its end after it has waited, and so many wait at most', async () => {
      const { tell, cachebusters } = await setUp();
      for (let id = 1; id <= 150; id += 1) tell('began', id, { ...of('news'), ...secret });
      tell('completed', 150, { ...of('news'), ...secret, statusCode: 200 });
      tell('began', 200, { tabId: 7, ...of('news'), ...secret });
      expect(cachebusters()).toHaveLength(101);
      expect(cachebusters().slice(-3)).toEqual(['150 pending', '150 answered', '200 pending']);
    });

    it('is of no tab that is known not to be private', async () => {
      const { tell, cachebusters } = await setUp('https://news.example/', false);
      tell('began', 1, { ...of('news'), ...secret });
      tell('began', 2, { ...of('news'), ...normal });
      expect(cachebusters()).toEqual(['2 pending']);
    });
  });

  it('is told at once, and nothing more when it is asked for', async () => {
    const { source, tell } = await setUp();
    tell('began', 1, { tabId: 7 });
    expect(await source.look()).toEqual({ observations: [], newestPage: null, urls: new Set() });
  });
});
