import { describe, expect, it } from 'vitest';

import { joinObservations } from '@/lib/core/recording/join-observations';
import { siteOf } from '@/lib/core/recording/site-of';
import {
  loaderOfType,
  readWebRequest,
  type WebRequestEvent,
  WebRequestEventSchema,
  type WebRequestPhase,
} from '@/lib/core/recording/web-request';
import { createWebRequestReading } from '@/lib/core/recording/web-request-reading';
import { isOfTab } from '@/lib/core/recording/web-request-tab';

import { START } from '../verification/build';
import { pixel, seen, toldBy } from './build';

// As Chromium 156 and Firefox 153 tell it.
const chromium = {
  requestId: '12',
  url: pixel(1),
  method: 'GET',
  timeStamp: START,
  tabId: 7,
  frameId: 0,
  parentFrameId: -1,
  frameType: 'outermost_frame',
  documentId: 'E8AD3CF632FAE79B3D64A5B3A234BAF5',
  documentLifecycle: 'active',
  initiator: 'https://news.example',
  type: 'image',
};
const inFrame = {
  ...chromium,
  frameId: 6,
  parentFrameId: 0,
  documentId: 'F1',
  parentDocumentId: 'P1',
  initiator: 'https://ads.example',
};
const deep = { ...inFrame, parentFrameId: 6, parentDocumentId: 'F1' };
const worker = {
  requestId: '49',
  url: pixel(1),
  method: 'GET',
  timeStamp: START,
  tabId: -1,
  frameId: -1,
  parentFrameId: -1,
  initiator: 'https://news.example',
  type: 'xmlhttprequest',
};
const firefox = {
  requestId: '31',
  url: pixel(1),
  method: 'GET',
  timeStamp: START,
  tabId: 2,
  frameId: 0,
  parentFrameId: -1,
  incognito: false,
  originUrl: 'https://news.example/article?x=1',
  documentUrl: 'https://news.example/article?x=1',
  thirdParty: true,
  type: 'image',
  urlClassification: { firstParty: [], thirdParty: ['tracking_ad'] },
};

describe('what is read of an event', () => {
  it('is a pixel’s address and how it goes, and no more', () => {
    const details = {
      ...chromium,
      requestHeaders: [{ name: 'Cookie', value: 'secret' }],
      requestBody: { raw: ['secret'] },
      ip: '203.0.113.7',
    };
    const event = readWebRequest('began', details);
    expect(event).toEqual({
      phase: 'began',
      requestId: '12',
      at: START,
      url: pixel(1),
      urlIsCut: false,
      method: 'GET',
      tabId: 7,
      type: 'image',
      askedBy: 'https://news.example',
      pageDocument: chromium.documentId,
      pageSite: 'https://news.example',
      status: 0,
      redirectUrl: null,
      isInternal: false,
      fromCache: false,
      error: null,
    });
    expect(WebRequestEventSchema.parse(structuredClone(event))).toEqual(event);
  });

  it.each<[string, object, Partial<WebRequestEvent>]>([
    [
      'of a frame right in the page',
      inFrame,
      { pageDocument: 'P1', pageSite: null, askedBy: 'https://ads.example' },
    ],
    ['of a frame in a frame: its page is not known', deep, { pageDocument: null }],
    ['of a frame in a sandbox', { ...inFrame, initiator: 'null' }, { askedBy: null }],
    ['of a service worker', worker, { tabId: null, pageDocument: null }],
    [
      'in Firefox',
      firefox,
      {
        askedBy: 'https://news.example/article?x=1',
        pageDocument: null,
        pageSite: 'https://news.example',
      },
    ],
    [
      'without the sign-in of a page',
      { ...firefox, documentUrl: 'https://me:secret@news.example/a' },
      { askedBy: 'https://news.example/a' },
    ],
    [
      'opened by itself',
      { ...chromium, initiator: undefined, type: 'main_frame' },
      { askedBy: null },
    ],
    ['of the service’s own detour', { ...chromium, url: 'https://ib.adnxs.com/bounce?x' }, {}],
  ])('%s', (_, details, wanted) => {
    expect(readWebRequest('began', details)).toMatchObject(wanted);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'https://ib.adnxs.com/imptr?id=1'],
    ['another request of the page', { ...chromium, url: 'https://news.example/app.js' }],
    [
      'one that names a pixel among its parameters',
      { ...chromium, url: 'https://x.example/?u=/imptr' },
    ],
    ['the leave that is asked for before it', { ...chromium, method: 'OPTIONS' }],
    ['no time', { ...chromium, timeStamp: undefined }],
    ['a tab that is no number', { ...chromium, tabId: '7' }],
    ['a name without an end', { ...chromium, requestId: '1'.repeat(101) }],
  ])('is nothing: %s', (_, details) => {
    expect(readWebRequest('began', details)).toBeNull();
  });

  it('has a bound, and says where something is cut', () => {
    const url = pixel(1, `&redir=https://${'a'.repeat(200_000)}`);
    const event = readWebRequest('began', { ...chromium, url });
    expect(event?.urlIsCut).toBe(true);
    expect(event?.url).toHaveLength(100_000);
  });

  it.each<[string, string, string]>([
    ['image', 'GET', 'image'],
    ['imageset', 'GET', 'image'],
    ['script', 'GET', 'script'],
    ['xmlhttprequest', 'GET', 'fetch'],
    ['ping', 'POST', 'ping'],
    ['beacon', 'POST', 'ping'],
    ['ping', 'GET', 'image'],
    ['sub_frame', 'GET', 'document'],
    ['object', 'GET', 'other'],
    ['constructor', 'GET', 'other'],
  ])('a %s by %s is asked for by %s', (type, method, loader) => {
    expect(loaderOfType({ type, method })).toBe(loader);
  });
});

type Told = readonly [WebRequestPhase, object, number];
/** What is known in the end of each request, after these events of one. */
function ends(...events: readonly Told[]) {
  const reading = createWebRequestReading();
  return joinObservations(
    events.flatMap(([phase, details, at]) => {
      const event = readWebRequest(phase, { ...chromium, timeStamp: START + at, ...details });
      return event ? reading.hear(event) : [];
    }),
  );
}

describe('how a request ends', () => {
  const began: Told = ['began', {}, 0];
  const http = pixel(1).replace('https', 'http');
  it.each<[string, readonly Told[], object]>([
    ['it is under way', [began], { outcome: 'pending', duration: null, status: 0 }],
    [
      'answered',
      [began, ['completed', { statusCode: 200, fromCache: false }, 34.5]],
      { outcome: 'answered', duration: 34.5, status: 200, startedAt: START },
    ],
    ['nothing there', [began, ['completed', { statusCode: 404 }, 3]], { status: 404 }],
    [
      'a cache',
      [began, ['completed', { statusCode: 200, fromCache: true }, 1]],
      { outcome: 'from-cache', fromCache: 'cache' },
    ],
    ['given up', [began, ['failed', { error: 'net::ERR_ABORTED' }, 3]], { outcome: 'aborted' }],
    ['in Firefox', [began, ['failed', { error: 'NS_BINDING_ABORTED' }, 3]], { outcome: 'aborted' }],
    [
      'no such host',
      [began, ['failed', { error: 'net::ERR_NAME_NOT_RESOLVED' }, 3]],
      { outcome: 'network-error', error: 'net::ERR_NAME_NOT_RESOLVED' },
    ],
    [
      'a blocker',
      [began, ['failed', { error: 'net::ERR_BLOCKED_BY_CLIENT' }, 3]],
      { outcome: 'blocked-by-extension' },
    ],
    [
      'Firefox’s own list',
      [began, ['failed', { error: 'NS_ERROR_TRACKING_URI' }, 3]],
      { outcome: 'blocked-by-browser', error: 'NS_ERROR_TRACKING_URI' },
    ],
    ['no reason at all', [began, ['failed', {}, 3]], { outcome: 'unknown', error: null }],
    [
      'led on',
      [began, ['redirected', { statusCode: 302, redirectUrl: 'https://a.example/x' }, 3]],
      { outcome: 'answered', status: 302, redirectUrl: 'https://a.example/x' },
    ],
    [
      'led by a blocker to a picture of its own',
      [began, ['redirected', { statusCode: 307, redirectUrl: 'data:image/gif;base64,R0' }, 3]],
      { outcome: 'blocked-by-extension' },
    ],
    [
      'made https of',
      [
        ['began', { url: http }, 0],
        [
          'redirected',
          {
            url: http,
            redirectUrl: pixel(1),
            statusCode: 307,
            statusLine: 'HTTP/1.1 307 Internal Redirect',
          },
          1,
        ],
      ],
      { outcome: 'answered', upgradedBy: 'Internal Redirect' },
    ],
    [
      'led inside the browser to something else',
      [
        began,
        [
          'redirected',
          {
            redirectUrl: 'https://x.example/',
            statusCode: 307,
            statusLine: 'HTTP/1.1 307 Internal Redirect',
          },
          1,
        ],
      ],
      { outcome: 'blocked-by-extension' },
    ],
  ])('%s', (_, events, wanted) => {
    const told = ends(...events);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject(wanted);
  });

  it.each([
    ['net::ERR_ABORTED', 'aborted'],
    ['net::ERR_FAILED', 'aborted'],
    ['NS_ERROR_FAILURE', 'aborted'],
    ['net::ERR_CONNECTION_REFUSED', 'network-error'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-extension'],
  ])('of what no tab has, %s: %s, and never more than is known', (error, outcome) => {
    const told = ends(
      ['began', worker, 0],
      ['failed', { ...worker, error, timeStamp: START + 9 }, 9],
    );
    expect(told).toMatchObject([{ outcome, isTabUnsure: true, frameUrl: 'https://news.example' }]);
  });

  it('of what began before it was listened to nothing is made up', () => {
    expect(ends(['completed', { statusCode: 200 }, 3])).toEqual([]);
    expect(ends(['redirected', { statusCode: 302, redirectUrl: pixel(2) }, 3])).toEqual([]);
  });

  it('each hop of a redirect is a request, though they share a name', () => {
    const told = ends(
      ['began', {}, 0],
      ['redirected', { statusCode: 302, redirectUrl: pixel(1) }, 5],
      ['began', {}, 5],
      ['completed', { statusCode: 200 }, 9],
    );
    expect(told).toMatchObject([
      { status: 302, duration: 5 },
      { status: 200, duration: 4 },
    ]);
  });

  it.each<[string, Told, string, string | null]>([
    [
      'failed',
      ['failed', { error: 'net::ERR_CONNECTION_RESET' }, 8],
      'bounce-failed',
      'net::ERR_CONNECTION_RESET',
    ],
    ['was answered so', ['completed', { statusCode: 500 }, 8], 'bounce-failed', 'HTTP 500'],
    ['was given up', ['failed', { error: 'net::ERR_ABORTED' }, 8], 'answered', null],
    ['went well', ['completed', { statusCode: 200 }, 8], 'answered', null],
  ])('the service’s own detour %s', (_, [phase, details, at], outcome, error) => {
    const url = 'https://ib.adnxs.com/bounce?%2Fimptr';
    const told = ends(
      ['began', {}, 0],
      [
        'redirected',
        { statusCode: 307, statusLine: 'HTTP/1.1 307 Temporary Redirect', redirectUrl: url },
        3,
      ],
      ['began', { url }, 3],
      [phase, { ...details, url }, at],
    );
    expect(told).toMatchObject([{ outcome, error, duration: 3 }]);
  });

  it('of ten thousand that never end the last are still told to their end', () => {
    const reading = createWebRequestReading();
    const hear = (phase: WebRequestPhase, index: number) => {
      const event = readWebRequest(phase, {
        ...chromium,
        requestId: String(index),
        url: pixel(index),
        statusCode: 200,
      });
      return event ? reading.hear(event) : [];
    };
    for (let index = 0; index < 10_001; index += 1) hear('began', index);
    expect(hear('completed', 10_000)).toHaveLength(1);
    expect(hear('completed', 1)).toHaveLength(1);
    expect(hear('completed', 0)).toEqual([]);
  });
});

describe('joined with what DevTools tells', () => {
  const told = (at: number, changes = {}) =>
    seen('webRequest', at, {
      requestId: '8',
      tabId: 7,
      frameUrl: 'https://news.example',
      ...changes,
    });
  const log = (at: number, changes = {}) => seen('har-log', at, { tabId: 7, ...changes });
  const of = (site: string) => ({ frameUrl: `https://${site}.example/f` });
  const siteOnly = (site: string) => ({ frameUrl: `https://${site}.example` });

  it('has the best of each: frame and loader, and the true end', () => {
    const [joined, ...others] = joinObservations([
      log(0, { outcome: 'pending', status: 0, duration: null }),
      told(3, { loader: 'other', pageDocument: 'D1' }),
    ]);
    expect(others).toEqual([]);
    expect(joined).toMatchObject({
      frameUrl: 'https://news.example/article',
      loader: 'image',
      outcome: 'answered',
      status: 200,
      pageDocument: 'D1',
    });
  });

  it.each<[string, Parameters<typeof joinObservations>[0], readonly string[]]>([
    [
      'of which no tab is known',
      [log(0), told(3, { tabId: null, isTabUnsure: true })],
      ['har-log 0 + webRequest 3'],
    ],
    [
      'one address in two frames, of which one source missed one: by the site of the frame',
      [
        log(0, of('a')),
        told(1, { requestId: '1', ...siteOnly('b') }),
        told(3, { requestId: '2', ...siteOnly('a') }),
      ],
      ['har-log 0 + webRequest 3', 'webRequest 1'],
    ],
    [
      'a beacon, of which Firefox’s log says what it says of fetch',
      [log(0, { loader: 'fetch', method: 'POST' }), told(3, { loader: 'ping', method: 'POST' })],
      ['har-log 0 + webRequest 3'],
    ],
    [
      'taken up late by a busy browser, and ended together',
      [log(0, { duration: 4000 }), told(3000, { duration: 1200 })],
      ['har-log 0 + webRequest 3000'],
    ],
    [
      'the same, not ended together',
      [log(0, { duration: 9000 }), told(3000, { duration: 1200 })],
      ['har-log 0', 'webRequest 3000'],
    ],
    [
      'the same, in a frame of another site',
      [log(0, { duration: 4000, ...of('a') }), told(3000, { duration: 1200, ...siteOnly('b') })],
      ['har-log 0', 'webRequest 3000'],
    ],
    [
      'the same, of two that were taken up late: each with its own',
      [
        log(0, { duration: 4000 }),
        log(2000, { duration: 2000, requestId: '2' }),
        told(3000, { duration: 1000, requestId: '1' }),
        told(3500, { duration: 500, requestId: '2' }),
      ],
      ['har-log 0 + webRequest 3000', 'har-log 2000 + webRequest 3500'],
    ],
    [
      'through a service worker, told by both: the page’s half, the worker’s, and it',
      [
        log(0, { viaServiceWorker: true }),
        log(9, { loader: 'fetch', frameUrl: null }),
        told(12, { tabId: null, isTabUnsure: true, loader: 'fetch' }),
      ],
      ['har-log 0 + har-log 9 + webRequest 12'],
    ],
  ])('%s', (_, observations, wanted) => {
    expect(toldBy(joinObservations(observations)).toSorted()).toEqual(wanted.toSorted());
  });

  it('is of the tab for sure as soon as DevTools of that tab tells of it', () => {
    const alone = told(3, { tabId: null, isTabUnsure: true });
    expect(joinObservations([alone])[0]?.isTabUnsure).toBe(true);
    expect(joinObservations([alone, log(0)])[0]?.isTabUnsure).toBeUndefined();
  });
});

describe('of which tab it is', () => {
  const tab = { id: 7, sites: new Set(['https://news.example']) };
  it.each<[string, Pick<WebRequestEvent, 'tabId' | 'askedBy'>, boolean]>([
    ['its own', { tabId: 7, askedBy: 'https://ads.example' }, true],
    ['another', { tabId: 8, askedBy: 'https://news.example' }, false],
    ['none, of a site that was visited', { tabId: null, askedBy: 'https://news.example' }, true],
    ['none, of its document', { tabId: null, askedBy: 'https://news.example/a?b#c' }, true],
    ['none, of another site', { tabId: null, askedBy: 'https://other.example' }, false],
    ['none, without TLS', { tabId: null, askedBy: 'http://news.example' }, false],
    ['none, at another port', { tabId: null, askedBy: 'https://news.example:8443' }, false],
    ['none, of nobody', { tabId: null, askedBy: null }, false],
  ])('%s', (_, event, isOwn) => {
    expect(isOfTab(event, tab)).toBe(isOwn);
  });

  it.each([
    ['https://News.example/a', 'https://news.example'],
    ['https://me:secret@news.example:8443?x', 'https://news.example:8443'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['about:blank', null],
    ['file:///a/b', null],
    ['chrome-extension://abc/x', null],
    ['', null],
  ])('the site of %s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});
