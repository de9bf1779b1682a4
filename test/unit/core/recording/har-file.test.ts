import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  MAX_HAR_ENTRIES,
  MAX_HAR_PAGES,
  MAX_HAR_REQUESTS,
  MAX_URL_CHARS,
} from '@/lib/core/base/limits';
import { readHarFile } from '@/lib/core/recording/har-file';
import { leftOutText } from '@/lib/text/verification/har-file';

import { runs } from '../../runs';
import { at, charles, chrome, entryOf, firefox, GOOD, safari, webPageTest } from './har-samples';

const PAGE = 'https://news.example/article';
const SITE = 'https://news.example/';
const NOTHING = { entries: 0, unreadable: 0, requests: 0, pages: 0, cut: 0 };

/** What was read of a file that is one. */
function read(value: unknown) {
  const file = readHarFile(value);
  if (!file) throw new Error('no HAR');
  return file;
}

const told = (value: unknown) =>
  read(value).requests.map(({ url, outcome, loader, frameUrl, fromCache }) => [
    Number(url.id),
    outcome,
    loader,
    frameUrl,
    fromCache,
  ]);

describe('a HAR file is read as its program writes it', () => {
  it.each<[string, () => unknown, readonly (readonly unknown[])[]]>([
    [
      'Chrome',
      chrome,
      [
        [531, 'answered', 'image', PAGE, null],
        [532, 'bounce-failed', 'image', PAGE, null],
      ],
    ],
    [
      'Firefox, which does not say why nothing was answered',
      firefox,
      [
        [531, 'answered', 'image', SITE, null],
        [532, 'unknown', 'image', SITE, null],
      ],
    ],
    [
      'Charles, which knows no loader, and a frame by its referrer alone',
      charles,
      [
        [531, 'answered', null, PAGE, null],
        [532, 'bounce-failed', null, null, null],
      ],
    ],
    [
      'Safari',
      safari,
      [
        [531, 'answered', null, null, null],
        [532, 'from-cache', null, null, 'disk'],
      ],
    ],
    [
      'WebPageTest',
      webPageTest,
      [
        [531, 'answered', null, null, null],
        [532, 'unknown', null, null, null],
      ],
    ],
  ])('%s', (_, make, requests) => {
    expect(told(make())).toEqual(requests);
    expect(read(make()).leftOut).toEqual(NOTHING);
  });

  it.each<[string, () => unknown, readonly object[]]>([
    ['Chrome', chrome, [{ url: PAGE }]],
    ['Firefox: the address of what it loaded as a document', firefox, [{ url: PAGE }]],
    ['Charles', charles, []],
    ['Safari', safari, [{ url: PAGE }]],
    ['WebPageTest', webPageTest, [{ url: PAGE }]],
  ])('its pages: %s', (_, make, pages) => {
    const startedAt = Date.parse(at(0));
    expect(read(make()).pages).toEqual(pages.map((page) => ({ startedAt, ...page })));
  });

  it('knows of each who told it, and when it all began', () => {
    const { requests, recordedAt, entries } = read(chrome());
    expect(requests.flatMap(({ sightings = [] }) => sightings.map(({ source }) => source))).toEqual(
      ['har-file', 'har-file'],
    );
    expect(recordedAt).toBe(Date.parse(at(0)));
    expect(entries).toBe(4);
  });

  it.each([chrome, firefox, charles, safari, webPageTest])('keeps no secret (%o)', (make) => {
    expect(JSON.stringify(read(make()))).not.toContain('SECRET');
  });

  it('takes the log alone as well as inside an object', () => {
    expect(readHarFile(chrome().log)).toEqual(readHarFile(chrome()));
  });
});

describe('pages whose address a file does not tell', () => {
  const page = (title: unknown) => ({ startedDateTime: at(0), id: 'p', title });
  const asked = (url: string, seconds: number, more: object = {}) =>
    entryOf({
      url,
      at: seconds,
      headers: [{ name: 'sec-fetch-dest', value: 'document' }],
      more: { pageref: 'p' },
      ...more,
    });
  it.each<[string, unknown, readonly unknown[], readonly (readonly [string, string?])[]]>([
    ['have their title', page('A fine day'), [], [['', 'A fine day']]],
    ['or nothing', page(7), [], [['']]],
    [
      'each document of the tab is one',
      page('Last'),
      [asked(`${SITE}b`, 4), asked(`${SITE}a`, 1)],
      [[`${SITE}a`], [`${SITE}b`]],
    ],
    [
      'a redirect is none of its own',
      page('Last'),
      [asked(`${SITE}a`, 1, { status: 302, to: '/b' }), asked(`${SITE}b`, 2)],
      [[`${SITE}b`]],
    ],
    [
      'a frame is none',
      page('Last'),
      [entryOf({ url: SITE, at: 1, headers: [{ name: 'sec-fetch-dest', value: 'iframe' }] })],
      [['', 'Last']],
    ],
  ])('%s', (_, one, entries, pages) => {
    const found = read({ pages: [one], entries }).pages;
    expect(found.map(({ url, title }) => (title === undefined ? [url] : [url, title]))).toEqual(
      pages,
    );
  });

  it('lose a user’s name and password', () => {
    const title = 'https://me:SECRET@news.example/?a=1@2';
    expect(read({ pages: [page(title)], entries: [] }).pages[0]?.url).toBe(
      'https://news.example/?a=1@2',
    );
  });
});

describe('what is not in the recording is counted', () => {
  const entries = (count: number, url: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => ({
      startedDateTime: at(1),
      request: { url: url(index), method: 'GET' },
      response: { status: 200 },
    }));

  it('entries and requests beyond what is read and kept', () => {
    const ours = entries(MAX_HAR_REQUESTS + 2, (index) => `${GOOD}${index}`);
    const others = entries(MAX_HAR_ENTRIES - ours.length + 3, () => SITE);
    const { requests, leftOut } = read({ entries: [...ours, ...others] });
    expect(requests).toHaveLength(MAX_HAR_REQUESTS);
    expect(leftOut).toEqual({ ...NOTHING, entries: 3, requests: 2 });
  });

  it('pages beyond what is kept, and such as have no time', () => {
    const pages = Array.from({ length: MAX_HAR_PAGES + 1 }, () => ({
      startedDateTime: at(1),
      title: SITE,
    }));
    const file = read({ pages: [...pages, { title: SITE }, 7], entries: [] });
    expect(file.pages).toHaveLength(MAX_HAR_PAGES);
    expect(file.leftOut).toEqual({ ...NOTHING, pages: 3 });
  });

  it.each<[string, unknown, object]>([
    ['no object', 7, { unreadable: 1 }],
    ['an entry without a request', {}, { unreadable: 1 }],
    [
      'an odd date',
      { ...entryOf({ url: GOOD, at: 1 }), startedDateTime: 'soon' },
      { unreadable: 1 },
    ],
    [
      'a date that is a number',
      { ...entryOf({ url: GOOD, at: 1 }), startedDateTime: 5 },
      { unreadable: 1 },
    ],
    [
      'a status that is a text',
      entryOf({ url: GOOD, at: 1, response: { status: '200' } }),
      { unreadable: 1 },
    ],
    ['a time without end', { ...entryOf({ url: GOOD, at: 1 }), time: Infinity }, { unreadable: 1 }],
    [
      'an error without end',
      entryOf({ url: GOOD, at: 1, response: { _error: 'x'.repeat(MAX_URL_CHARS + 1) } }),
      { unreadable: 1 },
    ],
    ['a URL without end', entryOf({ url: GOOD + 'x'.repeat(MAX_URL_CHARS), at: 1 }), { cut: 1 }],
    [
      'a question for leave',
      { ...entryOf({ url: GOOD, at: 1 }), request: { url: GOOD, method: 'OPTIONS', headers: [] } },
      {},
    ],
    [
      'a reason of HSTS without end',
      entryOf({
        url: GOOD.replace('https:', 'http:'),
        at: 1,
        status: 307,
        response: {
          redirectURL: GOOD,
          headers: [{ name: 'Non-Authoritative-Reason', value: 'x'.repeat(MAX_URL_CHARS + 1) }],
        },
      }),
      { unreadable: 1 },
    ],
    [
      'a time that its program did not know',
      { ...entryOf({ url: GOOD, at: 1 }), startedDateTime: '0001-01-01T00:00:00Z' },
      { unreadable: 1 },
    ],
    ['what is not ours', entryOf({ url: SITE, at: 1 }), {}],
    ['an odd entry of others', { request: { url: SITE } }, {}],
  ])('%s', (_, entry, leftOut) => {
    const file = read({ entries: [entry] });
    expect(file.leftOut).toEqual({ ...NOTHING, ...leftOut });
    expect(file.requests).toHaveLength('cut' in leftOut ? 1 : 0);
  });
});

it('times without a zone are taken for UTC, counted, and said', () => {
  const entry = { ...entryOf({ url: GOOD, at: 1 }), startedDateTime: '2026-11-24T10:00:01' };
  const other = { ...entryOf({ url: SITE, at: 1 }), startedDateTime: '2026-11-24T10:00:01' };
  const pages = [{ startedDateTime: '2026-11-24T10:00:00', title: SITE }];
  const file = read({ pages, entries: [entry, other] });
  expect(file.leftOut).toEqual({ ...NOTHING, zoneless: 2 });
  expect(file.recordedAt).toBe(Date.UTC(2026, 10, 24, 10));
  expect(leftOutText(file.leftOut)).toEqual([
    '2 times have no time zone and were taken for UTC: whose clock it was is not known.',
  ]);
});

it('what was under way as the file was written was sent, its outcome is not known', () => {
  const open = entryOf({ url: GOOD, at: 1, status: 0, more: { _resourceType: 'image' } });
  expect(told({ entries: [open] })).toEqual([[531, 'aborted', 'image', null, null]]);
});

it.each([null, 7, '{}', [], {}, { log: null }, { log: { entries: {} } }, { log: [] }])(
  'is no HAR: %j',
  (value) => expect(readHarFile(value)).toBeNull(),
);

/** Anything at all in the places in which a HAR has something. */
const odd = fc.oneof(
  {
    arbitrary: fc.constantFrom(GOOD, SITE, at(1), '', 'soon', '__proto__', 'constructor'),
    weight: 6,
  },
  fc.constantFrom<unknown>(null, undefined, 0, -1, 1e21, NaN, '200', [], {}),
  fc.anything({ withNullPrototype: true, maxDepth: 2 }),
);
const oddObject = (...names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, odd])), { requiredKeys: [] });
const oddEntry = fc.oneof(
  odd,
  fc
    .record({
      entry: oddObject(
        'startedDateTime',
        'time',
        'cache',
        'pageref',
        '_fromCache',
        '_initiator',
        '_resourceType',
        '_fetchType',
      ),
      request: oddObject('url', 'method', 'headers'),
      response: oddObject('status', 'redirectURL', 'headers', '_error'),
    })
    .map(({ entry, request, response }) => ({
      ...entry,
      request: { method: 'GET', url: GOOD, ...request },
      response: { status: 200, ...response },
    })),
);

it('any HAR is read without a failure, and nothing is recorded that is not in it', () => {
  let recorded = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof(odd, oddObject('startedDateTime', 'id', 'title', '_URL')), {
        maxLength: 3,
      }),
      fc.array(oddEntry, { maxLength: 6 }),
      (pages, entries) => {
        const { requests, leftOut } = read({ log: { pages, entries } });
        recorded += requests.length;
        expect(requests.length + leftOut.unreadable).toBeLessThanOrEqual(entries.length);
        for (const { startedAt, url } of requests) {
          expect(Number.isFinite(startedAt)).toBe(true);
          expect(url.raw).toContain('/imptr');
        }
      },
    ),
    runs(3000),
  );
  expect(recorded).toBeGreaterThan(0);
});
