import { describe, expect, it } from 'vitest';

import { joinObservations } from '@/lib/core/recording/join-observations';
import type { Observation } from '@/lib/core/recording/observation';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';

import { START } from '../../core/verification/build';
import { pixel } from '../../core/recording/build';

const iso = (at: number) => new Date(START + at).toISOString();
const entry = (at: number, changes: object = {}, response: object = {}) => ({
  startedDateTime: iso(at),
  time: 5,
  _resourceType: 'image',
  request: { url: pixel(1), method: 'GET' },
  response: { status: 200, _error: null, ...response },
  ...changes,
});

/** DevTools with an event and a log in the test's hands; `joined` is what both add up to. */
function setUp() {
  let tell = (_entry: unknown) => {};
  const log: { pages: object[]; entries: object[] } = { pages: [], entries: [] };
  const source = createDevtoolsSource(
    {
      onRequestFinished: (listener) => (tell = listener),
      getHar: async () => structuredClone(log),
    },
    7,
  );
  const heard: (readonly Observation[])[] = [];
  source.onObserved((observations) => void heard.push(observations));
  const joined = async () => {
    const { observations } = await source.look();
    heard.push(observations);
    return joinObservations(heard.flat()).map(({ outcome, sightings = [] }) =>
      [outcome, ...sightings.map((one) => `${one.source} ${one.requestId}`)].join(' '),
    );
  };
  return { tell: (one: unknown) => tell(one), log, source, heard, joined };
}

describe('DevTools as a source', () => {
  it('tells of pixels with its tab, and gives a sign of everything else', () => {
    const { tell, heard } = setUp();
    tell(entry(0));
    tell({ request: { url: 'https://x.example/app.js' } });
    tell('nonsense');
    expect(heard.map((one) => one.length)).toEqual([1, 0, 0]);
    expect(heard[0]).toMatchObject([{ source: 'devtools-event', requestId: '1', tabId: 7 }]);
  });

  it.each([
    ['twice at one moment', [{ time: 5 }, { time: 6 }], 2],
    ['twice at one moment, by a picture and a fetch', [{}, { _resourceType: 'fetch' }], 2],
    ['once, though the event says so again', [{}, {}], 1],
  ])('a request that was made %s', async (_, changes, count) => {
    const { tell, log, joined } = setUp();
    for (const one of changes) tell(entry(0, one));
    expect(await joined()).toHaveLength(count);
    log.entries.push(...changes.slice(0, count).map((one) => entry(0, one)));
    expect(await joined()).toHaveLength(count);
  });

  it('tells of the documents of pages, also of one that was left, and of none that is not shown', async () => {
    const { tell, source } = setUp();
    const html = (at: number, pageref: string, path: string, headers: object[] = []) =>
      entry(at, {
        _resourceType: 'document',
        pageref,
        request: { url: `https://a.example/${path}`, method: 'GET', headers },
      });
    tell(html(10, 'page_1', ''));
    tell(html(20, 'page_1', 'frame'));
    tell(html(30, 'page_2', 'ahead', [{ name: 'sec-purpose', value: 'prefetch;prerender' }]));
    tell(html(40, 'page_3', 'next'));
    expect((await source.look()).documents).toEqual([
      { url: 'https://a.example/', startedAt: START + 10 },
      { url: 'https://a.example/next', startedAt: START + 40 },
    ]);
  });

  it('looks at the log as soon as a page’s document has come, and not again for its frames', async () => {
    const { tell, log, heard } = setUp();
    const html = (pageref: string) => entry(0, { _resourceType: 'document', pageref });
    log.entries.push(entry(1, {}, { status: 0 }));
    tell({ ...html('page_1'), request: { url: 'https://a.example/', method: 'GET' } });
    tell({ ...html('page_1'), request: { url: 'https://a.example/frame', method: 'GET' } });
    await expect.poll(() => heard.flat()).toMatchObject([{ source: 'har-log' }]);
    log.entries = [entry(2, {}, { status: 0 })];
    tell({ ...html('page_2'), request: { url: 'https://a.example/next', method: 'GET' } });
    await expect.poll(() => heard.flat()).toHaveLength(2);
  });

  it('finds in the log the second of two that are alike, of which the event told one', async () => {
    const { tell, log, joined } = setUp();
    tell(entry(0));
    log.entries.push(entry(0), entry(0, { time: 9 }));
    expect(await joined()).toHaveLength(2);
  });

  it('takes a request whose redirect was stopped for one, though it is told twice', async () => {
    const { tell, log, joined } = setUp();
    const redirectURL = 'https://ib.adnxs.com/bounce?%2Fimptr';
    const both = [
      entry(0, {}, { status: 302, redirectURL }),
      entry(0, { time: 9 }, { status: 302, redirectURL, _error: 'net::ERR_ABORTED' }),
    ];
    for (const one of both) tell(one);
    expect(await joined()).toEqual(['bounce-failed devtools-event 1']);
    log.entries.push(...both);
    expect(await joined()).toEqual(['bounce-failed har-log 1 devtools-event 1']);
  });

  it.each([
    ['in this order', (two: object[]) => two],
    ['the other way round', (two: object[]) => two.toReversed()],
  ])('and though neither time with its answer, %s', async (_, ordered) => {
    const { tell, log, joined } = setUp();
    const redirectURL = 'https://ib.adnxs.com/bounce?%2Fimptr';
    const early = [
      entry(0, { time: 4 }, { status: 0, _error: '' }),
      entry(0, { time: 5 }, { status: 0, _error: 'net::ERR_ABORTED' }),
    ];
    for (const one of ordered(early)) tell(one);
    expect(await joined()).toHaveLength(1);
    log.entries.push(...ordered(early));
    expect(await joined()).toHaveLength(1);
    log.entries.splice(
      0,
      2,
      entry(0, {}, { status: 302, redirectURL, _error: 'net::ERR_ABORTED' }),
    );
    expect(await joined()).toEqual(['bounce-failed har-log 1 devtools-event 1']);
  });

  it.each([
    ['blocked', { status: 0, _error: '' }],
    ['given up', { status: 0, _error: 'net::ERR_ABORTED' }],
  ])('takes two at one moment for two, where both were %s', async (_, response) => {
    const { tell, joined } = setUp();
    for (const time of [4, 5]) tell(entry(0, { time }, response));
    expect(await joined()).toHaveLength(2);
  });

  it.each([
    ['failed', { status: 500 }, 'bounce-failed'],
    ['came through', { status: 200 }, 'answered'],
    ['was given up', { status: 0, _error: 'net::ERR_ABORTED' }, 'answered'],
  ])('knows by the event alone that a detour %s', async (_, response, outcome) => {
    const { tell, joined } = setUp();
    const redirectURL = '/bounce?%2Fimptr';
    tell(entry(0, {}, { status: 302, redirectURL }));
    tell(
      entry(
        5,
        { request: { url: 'https://ib.adnxs.com/bounce?%2Fother', method: 'GET' } },
        { status: 500 },
      ),
    );
    tell(
      entry(
        9,
        { request: { url: 'https://ib.adnxs.com/bounce?%2Fimptr', method: 'GET' } },
        response,
      ),
    );
    expect(await joined()).toEqual([`${outcome} devtools-event 1`]);
  });

  // Firefox says no more than a status, and 0 of what is not there yet.
  const firefox = (status: number) => ({
    startedDateTime: iso(0),
    time: 5,
    cache: {},
    request: { url: pixel(1), method: 'GET' },
    response: { status },
  });
  it.each([
    ['and then a status', [0, 200], ['pending', 'answered']],
    ['and does so again', [0, 0], ['pending', 'unknown']],
    ['and a status only later', [0, 0, 204], ['pending', 'unknown', 'answered']],
    ['and then not any more', [0, null], ['pending', 'unknown']],
    ['of what had one', [200, 0], ['answered', 'answered']],
    ['of none', [200, 200], ['answered', 'answered']],
  ])('looks again before it believes a log that says status 0: %s', async (_, said, outcomes) => {
    const { log, joined } = setUp();
    const got: string[] = [];
    for (const status of said) {
      log.entries = status === null ? [] : [firefox(status)];
      got.push(...(await joined()).map((one) => one.split(' ')[0] ?? ''));
    }
    expect(got).toEqual(outcomes);
  });

  it.each([
    ['the log knows better', 200, ['answered']],
    ['the log says the same', 0, ['unknown']],
    ['the log does not have it', null, ['unknown']],
  ])(
    'looks at the log before it believes an event that says status 0: %s',
    async (_, status, wanted) => {
      const { tell, log, heard, joined } = setUp();
      tell(firefox(0));
      expect(heard.flat().map(({ outcome }) => outcome)).toEqual(['pending']);
      if (status !== null) log.entries.push(firefox(status));
      await joined();
      expect((await joined()).map((one) => one.split(' ')[0])).toEqual(wanted);
    },
  );
});
