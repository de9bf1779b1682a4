import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { readTrackerId } from '@/lib/core/pixel/tracker-id';
import { judgeRequest } from '@/lib/core/rules/judge-request';
import type { RequestContext } from '@/lib/core/rules/rule';

import { request, tracker } from '../verification/build';

type Around = Partial<Omit<RequestContext, 'request' | 'trackerId'>>;
const of = (url: string, changes: Partial<PixelRequest> = {}) => {
  const made = request(url, changes);
  return { request: made, trackerId: readTrackerId(made.url.id) };
};
const at = (
  url: string,
  changes: Partial<PixelRequest> = {},
  around: Around = {},
): RequestContext => ({
  ...of(`https://ib.adnxs.com/imptr?${url}`, changes),
  tracker: tracker(531),
  trackersLoaded: true,
  trackerAbsent: false,
  servers: AD_SERVERS,
  cachebusterSeenBefore: false,
  occurrence: 1,
  firedBefore: null,
  cachebusterElsewhere: false,
  cachebusterSteps: 0,
  cachebusterAlike: 0,
  hop: 0,
  ...around,
});
const ABSENT = { tracker: null, trackerAbsent: true } as const;
const to = (redirectUrl: string) => ({ status: 302, redirectUrl });
const ended = (outcome: PixelRequest['outcome'], changes: Partial<PixelRequest> = {}) =>
  at('id=531&t=2', { outcome, status: 0, ...changes });

interface Table {
  /** What could be said. */
  codes: string[];
  good: RequestContext[];
  /** The code and severity, and the values that matter. */
  bad: [RequestContext, string, Record<string, string>?][];
}

const TABLES: Record<string, Table> = {
  'a tracker that is known': {
    codes: ['tracker-id-bad', 'tracker-unknown', 'tracker-absent'],
    // That none are loaded is said once, above all requests.
    good: [at('id=531'), at('id=999', {}, { tracker: null, trackersLoaded: false })],
    bad: [
      [at('id=999', {}, { tracker: null }), 'warning tracker-unknown', { id: '999' }],
      // Whoever asked Monetize knows more, also where no list was ever loaded.
      [at('id=999', {}, ABSENT), 'error tracker-absent', { id: '999' }],
      [at('id=999', {}, { ...ABSENT, trackersLoaded: false }), 'error tracker-absent'],
      [at('t=2', {}, { tracker: null }), 'error tracker-id-bad', { id: '' }],
      [at('id=[ID]', {}, { tracker: null }), 'error tracker-id-bad', { id: '[ID]' }],
      [at('id=0', {}, { tracker: null }), 'error tracker-id-bad', { id: '0' }],
    ],
  },
  'a tracker that is active': {
    codes: ['tracker-inactive'],
    good: [at('id=531'), at('id=1', {}, { tracker: null })],
    bad: [
      [
        at('id=531', {}, { tracker: tracker(531, { state: 'inactive', name: 'Old' }) }),
        'error tracker-inactive',
        { id: '531', name: 'Old' },
      ],
    ],
  },
  'a type that fits': {
    codes: ['type-missing', 'type-bad', 'type-mismatch'],
    good: [
      at('id=1&t=2'),
      at('id=1&t=1', { loader: 'script' }),
      at('id=1&t=1', { loader: 'fetch' }),
      at('id=1&t=2', { loader: 'ping' }),
      at('id=1&t=2', { loader: 'document' }),
      at('id=1&t=1', { loader: null }),
    ],
    bad: [
      [at('id=1'), 'warning type-missing', { wanted: '2' }],
      [at('id=1&t=', { loader: null }), 'warning type-missing', {}],
      [at('id=1&t=1', { loader: 'document' }), 'error type-mismatch', { t: '1', wanted: '2' }],
      [at('id=1&t=1', { loader: 'ping' }), 'error type-mismatch', { t: '1', wanted: '2' }],
      [at('id=1&t=3'), 'error type-bad', { t: '3' }],
      [at('id=1&t=1'), 'error type-mismatch', { t: '1', wanted: '2' }],
      [at('id=1&t=2', { loader: 'script' }), 'error type-mismatch', { t: '2', wanted: '1' }],
    ],
  },
  'a cachebuster that is filled in': {
    codes: ['cachebuster-missing', 'cachebuster-macro', 'placeholder-left'],
    good: [at('cachebuster=123'), at('cachebuster=a-b_c.d'), at('cachebuster=7f3e%2D1')],
    bad: [
      [at('id=1'), 'warning cachebuster-missing', { value: '' }],
      [at('cachebuster='), 'warning cachebuster-missing', { value: '' }],
      [at('cachebuster=0'), 'warning cachebuster-missing', { value: '0' }],
      [at('cachebuster=false'), 'warning cachebuster-missing', { value: 'false' }],
      [at('cachebuster=[object%20Object]'), 'warning cachebuster-missing'],
      [at('cachebuster=%5Bobject%20Object%5D'), 'warning cachebuster-missing'],
      [
        at('cachebuster=INSERT_RANDOM_NUMBER_HERE'),
        'error placeholder-left',
        { value: 'INSERT_RANDOM_NUMBER_HERE' },
      ],
      [at('cachebuster=undefined'), 'warning cachebuster-missing', { value: 'undefined' }],
      [
        at('cachebuster=%%TTD_CACHEBUSTER%%'),
        'error cachebuster-macro',
        { macro: '%%TTD_CACHEBUSTER%%', servers: 'The Trade Desk' },
      ],
      [
        at('cachebuster=%25%25TTD_CACHEBUSTER%25%25'),
        'error cachebuster-macro',
        { macro: '%%TTD_CACHEBUSTER%%', servers: 'The Trade Desk' },
      ],
      [
        at('cachebuster=%n'),
        'error cachebuster-macro',
        { macro: '%n', servers: 'Google Campaign Manager 360' },
      ],
      [
        at('cachebuster=[CACHEBUSTER]'),
        'error cachebuster-macro',
        { macro: '[CACHEBUSTER]', servers: 'StackAdapt, Quantcast, Triton Digital, AdLib' },
      ],
      [at('cachebuster=__ADFRND__'), 'error cachebuster-macro', { servers: 'Adform' }],
      [at('cachebuster=%7BRANDOM%7D'), 'error cachebuster-macro', { macro: '{RANDOM}' }],
    ],
  },
  'a cachebuster that is new': {
    codes: ['cachebuster-repeated'],
    good: [
      at('cachebuster=1'),
      // Another rule speaks of these.
      at('cachebuster=[CACHEBUSTER]', {}, { cachebusterSeenBefore: true }),
      at('id=1', {}, { cachebusterSeenBefore: true }),
    ],
    bad: [
      [
        at('cachebuster=1', {}, { cachebusterSeenBefore: true }),
        'warning cachebuster-repeated',
        { value: '1' },
      ],
    ],
  },
  'a cost that is a number': {
    codes: ['cost-macro', 'cost-not-a-number'],
    good: [at('id=1'), at('ancost=0.0025'), at('ancost=12')],
    bad: [
      [
        at('ancost=[ANCOST]'),
        'error cost-macro',
        { parameter: 'ancost', macro: '[ANCOST]', servers: '' },
      ],
      [at('ancost=${AUCTION_PRICE}'), 'error cost-macro', { macro: '${AUCTION_PRICE}' }],
      [at('ancost='), 'error cost-not-a-number', { value: '' }],
      [at('ancost=$1.50'), 'error cost-not-a-number', { value: '$1.50' }],
      [at('ancost=1,5'), 'error cost-not-a-number', { value: '1,5' }],
      [at('ancost=-1'), 'error cost-not-a-number', { value: '-1' }],
    ],
  },
  'parameters that are filled in': {
    codes: ['parameter-macro'],
    good: [at('id=1&x=2&redir=https://a.example/?b=c%20d'), at('cachebuster=[X]&ancost=[Y]')],
    bad: [
      [
        at('redir=[REDIRECT_URL]'),
        'warning parameter-macro',
        { parameter: 'redir', macro: '[REDIRECT_URL]' },
      ],
      [
        at('gdpr_consent=${GDPR_CONSENT_32}'),
        'warning parameter-macro',
        { parameter: 'gdpr_consent', macro: '${GDPR_CONSENT_32}' },
      ],
    ],
  },
  'a request that reached the server': {
    codes: [
      'http-error',
      'from-cache',
      'blocked-by-page',
      'blocked-by-extension',
      'blocked-by-browser',
      'bounce-failed',
      'network-error',
      'host-not-found',
      'tls-failed',
      'timed-out',
      'connection-refused',
      'mixed-content',
      'tracking-protection',
      'aborted',
      'no-answer',
      'worker-answered',
      'pending',
    ],
    good: [
      at('id=1'),
      at('id=1', { status: 204 }),
      at('id=1', { status: 302 }),
      at('id=1', { status: 304 }),
    ],
    bad: [
      [at('id=1', { status: 404 }), 'error http-error', { status: '404' }],
      [at('id=1', { status: 503 }), 'error http-error', { status: '503' }],
      [
        ended('from-cache', { status: 200, fromCache: 'disk' }),
        'error from-cache',
        { cache: 'disk' },
      ],
      [ended('blocked-by-page'), 'error blocked-by-page', { cause: 'blocked-by-page', error: '' }],
      [
        ended('blocked-by-extension', { error: 'net::ERR_BLOCKED_BY_CLIENT' }),
        'error blocked-by-extension',
        { cause: 'blocked-by-extension', error: 'net::ERR_BLOCKED_BY_CLIENT' },
      ],
      [ended('blocked-by-browser'), 'error blocked-by-browser'],
      [ended('bounce-failed', { status: 302 }), 'error bounce-failed'],
      [
        ended('network-error', { error: 'net::ERR_CONNECTION_REFUSED' }),
        'error connection-refused',
        { cause: 'network-error', error: 'net::ERR_CONNECTION_REFUSED', host: 'ib.adnxs.com' },
      ],
      ...(
        [
          ['net::ERR_CONNECTION_RESET', 'network-error'],
          ['net::ERR_EMPTY_RESPONSE', 'network-error'],
          ['net::ERR_NAME_NOT_RESOLVED', 'host-not-found'],
          ['net::ERR_NAME_RESOLUTION_FAILED', 'host-not-found'],
          ['net::ERR_DNS_TIMED_OUT', 'host-not-found'],
          ['NS_ERROR_UNKNOWN_HOST', 'host-not-found'],
          ['net::ERR_CERT_AUTHORITY_INVALID', 'tls-failed'],
          ['net::ERR_CERT_COMMON_NAME_INVALID', 'tls-failed'],
          ['net::ERR_SSL_PROTOCOL_ERROR', 'tls-failed'],
          ['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', 'tls-failed'],
          ['SEC_ERROR_UNKNOWN_ISSUER', 'tls-failed'],
          ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'tls-failed'],
          ['net::ERR_TIMED_OUT', 'timed-out'],
          ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out'],
          ['NS_ERROR_NET_TIMEOUT', 'timed-out'],
          ['NS_ERROR_CONNECTION_REFUSED', 'connection-refused'],
        ] as const
      ).map(([error, code]): [RequestContext, string, Record<string, string>] => [
        ended('network-error', { error }),
        `error ${code}`,
        { error },
      ]),
      [
        ended('blocked-by-browser', { error: 'mixed content' }),
        'error mixed-content',
        { error: 'mixed content' },
      ],
      [
        ended('blocked-by-browser', { error: 'NS_ERROR_TRACKING_URI' }),
        'error tracking-protection',
        { error: 'NS_ERROR_TRACKING_URI' },
      ],
      [ended('blocked-by-extension'), 'error blocked-by-extension', { error: '' }],
      [ended('aborted'), 'warning aborted'],
      [ended('unknown'), 'error no-answer'],
      [ended('unknown', { viaServiceWorker: true }), 'error no-answer'],
      [ended('unknown', { viaServiceWorker: true, status: 200 }), 'warning worker-answered'],
      [ended('pending'), 'warning pending'],
    ],
  },
  'of the tab that is inspected': {
    codes: ['tab-unsure'],
    good: [at('id=1'), at('id=1', { pageSite: 'https://news.example' })],
    bad: [
      [
        at('id=1', { isTabUnsure: true, frameUrl: 'https://news.example' }),
        'warning tab-unsure',
        { site: 'https://news.example' },
      ],
    ],
  },
  'a tracker that fired once': {
    codes: ['fired-again', 'fired-across-frames'],
    good: [at('id=531'), at('id=531', {}, { occurrence: null })],
    bad: [
      [
        at('id=531', {}, { occurrence: 3 }),
        'error fired-again',
        { id: '531', occurrence: '3', frame: 'not known' },
      ],
      [
        at('id=531', {}, { occurrence: 3, firedBefore: 'same' }),
        'error fired-again',
        { id: '531', occurrence: '3', frame: 'same' },
      ],
      [
        at('id=531', {}, { occurrence: 2, firedBefore: 'elsewhere' }),
        'error fired-across-frames',
        { id: '531', occurrence: '2', frame: 'https://news.example/' },
      ],
    ],
  },
  'a cachebuster that is random': {
    codes: [
      'cachebuster-shared',
      'cachebuster-counter',
      'cachebuster-alike',
      'cachebuster-date',
      'cachebuster-repeated',
    ],
    good: [
      at('cachebuster=104216'),
      // By chance one pair in some thousands of short numbers is like this.
      at('cachebuster=8262', {}, { cachebusterSteps: 1 }),
      at('cachebuster=cb000042', {}, { cachebusterAlike: 1 }),
      at('cachebuster=[CACHEBUSTER]', {}, { cachebusterElsewhere: true }),
      at('id=1', {}, { cachebusterElsewhere: true, cachebusterSteps: 9, cachebusterAlike: 9 }),
      // A day and two digits that are no hour.
      at('cachebuster=2026112442'),
      // Another year, no day, a second, a time in seconds and in milliseconds.
      ...['20251124', '20261399', '20261124100010', '1795600800', '1795600800123', '2026'].map(
        (value) => at(`cachebuster=${value}`),
      ),
    ],
    bad: [
      [
        at('cachebuster=8261', {}, { cachebusterElsewhere: true }),
        'warning cachebuster-shared',
        { value: '8261' },
      ],
      [
        at('cachebuster=8261', {}, { cachebusterElsewhere: true, cachebusterSeenBefore: true }),
        'warning cachebuster-repeated',
      ],
      [
        at('cachebuster=104216', {}, { cachebusterSteps: 1 }),
        'warning cachebuster-counter',
        { value: '104216' },
      ],
      [at('cachebuster=3', {}, { cachebusterSteps: 2 }), 'warning cachebuster-counter'],
      [
        at('cachebuster=000018', {}, { cachebusterSteps: 2, cachebusterAlike: 2 }),
        'warning cachebuster-counter',
      ],
      [
        at('cachebuster=cb000042', {}, { cachebusterAlike: 2 }),
        'warning cachebuster-alike',
        { prefix: 'cb0000' },
      ],
      ...(
        [
          ['20261124', 'day'],
          ['2026-11-24', 'day'],
          ['24112026', 'day'],
          ['11%2F24%2F2026', 'day'],
          ['24.11.2026', 'day'],
          // What day it is depends on where one is.
          ['20261123', 'day'],
          ['20261125', 'day'],
          ['2026112410', 'hour'],
          ['202611241000', 'minute'],
          ['2026-11-24T10%3A00', 'minute'],
        ] as const
      ).map(([value, unit]): [RequestContext, string, Record<string, string>] => [
        at(`cachebuster=${value}`),
        'warning cachebuster-date',
        { value, unit },
      ]),
    ],
  },
  'a cost that pays what it should': {
    codes: ['cost-overrides', 'cost-other-unit', 'cost-not-a-number'],
    good: [
      at('ancost=0.0025'),
      at('ancost=10'),
      at('ancost=0'),
      at('ancost=0.00'),
      at('id=531', {}, { tracker: tracker(531, { paymentRule: { id: 7, name: 'Base' } }) }),
      at('ancost=0.0025', {}, { tracker: null }),
      at(
        'ancost=[ANCOST]',
        {},
        { tracker: tracker(531, { paymentRule: { id: 7, name: 'Base' } }) },
      ),
    ],
    bad: [
      [
        at(
          'ancost=0.0025',
          {},
          { tracker: tracker(531, { paymentRule: { id: 7, name: 'Base' } }) },
        ),
        'warning cost-overrides',
        { value: '0.0025', rule: 'Base' },
      ],
      // Of these it is said that they are no number, and nothing more.
      ...['1,5', '0,0025', '1e-3', '0.0000025', '0.0025USD'].map(
        (value): [RequestContext, string] => [
          at(
            `ancost=${value}`,
            {},
            { tracker: tracker(531, { paymentRule: { id: 7, name: 'Base' } }) },
          ),
          'error cost-not-a-number',
        ],
      ),
      [at('ancost=12.5'), 'warning cost-other-unit', { value: '12.5', cpm: '12500' }],
      [at('ancost=2500'), 'warning cost-other-unit', { cpm: '2500000' }],
      // Micros.
      [at('ancost=2500000'), 'error cost-other-unit', { value: '2500000', cpm: '2500000000' }],
    ],
  },
  'a redirect that is followed': {
    codes: [
      'redir-not-followed',
      'redir-cut',
      'redir-elsewhere',
      'redirect-stopped',
      'redirect-loop',
      'redirect-chain',
    ],
    good: [
      at('id=1'),
      at('id=1', { status: 302, redirectUrl: 'https://stored.example/a' }),
      at('redir=https://px.example/a?x=1&y=2', to('https://px.example/a?x=1&y=2')),
      at('redir=https%3A%2F%2Fpx.example%2Fa%3Fx%3D1', to('https://px.example/a?x=1')),
      at('redir=https://PX.example', to('https://px.example/')),
      at('redir=https://px.example/a#part', to('https://px.example/a')),
      at('redir=https://px.example/a%2fb', to('https://px.example/a%2Fb')),
      at(
        'redir=https://px.example/?u=https%3A%2F%2Fa.example',
        to('https://px.example/?u=https://a.example'),
      ),
      at('redir=https://px.example:443/a', to('https://px.example/a')),
      at('redir=https://px.example/a?', to('https://px.example/a')),
      at('redir=https://px.example/a?x=1&', to('https://px.example/a?x=1')),
      at('redir=https://px.example/a?q=b+c', to('https://px.example/a?q=b%20c')),
      at('redir=https://px.example/a', to('//px.example/a')),
      at('redir=https://m%C3%BCnchen.example/a', to('https://xn--mnchen-3ya.example/a')),
      at('redir=https://m%C3%BCnchen.example/a', to('https://münchen.example/a')),
      // By https where the tag says http, and with more parameters than the tag gives.
      at('redir=http://px.example/a', to('https://px.example/a')),
      at('redir=https://px.example/a', to('https://px.example/a?uid=1')),
      at('redir=https://px.example/a?x=1', to('https://px.example/a?x=1&uid=1')),
      // A service worker followed it.
      at('redir=https://px.example/a', { redirectUrl: 'https://px.example/a' }),
      at('redir=https://px.example/a', { loader: 'script' }),
      // First the service gives the browser its cookie, or sends it to another of its houses.
      at('redir=https://px.example/a', to('https://ib.adnxs.com/bounce?%2Fimptr%3Fid%3D1')),
      at('redir=https://px.example/a', to('/bounce?%2Fimptr%3Fid%3D1')),
      at(
        'redir=https://px.example/a',
        to('https://fra1.adnxs.com/imptr?id=1&redir=https://px.example/a'),
      ),
      // Of these other rules speak.
      at('redir=[REDIRECT_URL]'),
      at('redir='),
      at('redir=px.example/a'),
      at('t=1&redir=https://px.example/a', { loader: 'script' }),
      at('redir=https://px.example/a', { status: 404 }),
      ended('aborted', { redirectUrl: null }),
      at('id=1', {}, { hop: 3 }),
      at('id=1', {
        status: 302,
        error: 'net::ERR_ABORTED',
        redirectUrl: 'https://ib.adnxs.com/bounce?a',
      }),
    ],
    bad: [
      [
        at('id=1&redir=https://px.example/a'),
        'warning redir-not-followed',
        { status: '200', target: 'https://px.example/a' },
      ],
      [at('redir=https://px.example/a', { status: 204 }), 'warning redir-not-followed'],
      [at('redir=https://px.example/a', to('http://px.example/a')), 'warning redir-elsewhere'],
      [at('redir=https://px.example/a', to('https://px.example/ab')), 'warning redir-elsewhere'],
      [
        at('redir=https://m%C3%BCnchen.example/a', to('https://xn--kln-sna.example/a')),
        'warning redir-elsewhere',
      ],
      [
        at(
          'redir=https://px.example/a',
          to('https://o.example/?u=https://ib.adnxs.com/imptr?id=1'),
        ),
        'warning redir-elsewhere',
      ],
      [
        at('redir=https://px.example/a?x=1&y=2', to('https://px.example/a?x=1')),
        'error redir-cut',
        { redir: 'https://px.example/a?x=1&y=2', target: 'https://px.example/a?x=1' },
      ],
      [
        at('redir=https%3A%2F%2Fpx.example%2Fa%3Fx%3D1', to('https://px.example/a')),
        'error redir-cut',
      ],
      [
        at('redir=https%253A%252F%252Fpx.example%252Fa', to('https%3A%2F%2Fpx.example%2Fa')),
        'warning redir-elsewhere',
        { target: 'https%3A%2F%2Fpx.example%2Fa' },
      ],
      [
        at('redir=https://px.example/a', to('https://stored.example/a')),
        'warning redir-elsewhere',
        { target: 'https://stored.example/a' },
      ],
      [
        at('id=1', { ...to('https://px.example/a'), error: 'net::ERR_ABORTED' }),
        'warning redirect-stopped',
        { target: 'https://px.example/a', error: 'net::ERR_ABORTED' },
      ],
      [
        at('id=1', { ...to('https://px.example/a'), error: 'net::ERR_TOO_MANY_REDIRECTS' }),
        'error redirect-loop',
        { target: 'https://px.example/a' },
      ],
      [
        at('id=1', to('https://ib.adnxs.com/imptr?id=1')),
        'error redirect-loop',
        { target: 'https://ib.adnxs.com/imptr?id=1' },
      ],
      [at('id=1', to('/imptr?id=1')), 'error redirect-loop'],
      [at('id=1', to('?id=1')), 'error redirect-loop'],
      [at('id=1', to('imptr?id=1')), 'error redirect-loop'],
      [at('id=1', to('https://IB.ADNXS.com:443/imptr?id=1#part')), 'error redirect-loop'],
      [at('id=1', {}, { hop: 4 }), 'warning redirect-chain', { hop: '4' }],
    ],
  },
  'what the browser itself made https': {
    codes: ['http-upgraded'],
    good: [at('id=1'), at('id=1', to('https://px.example/a'))],
    bad: [
      [
        {
          ...at('id=1'),
          ...of('http://ib.adnxs.com/imptr?id=1', {
            status: 307,
            redirectUrl: 'https://ib.adnxs.com/imptr?id=1',
            upgradedBy: 'HSTS',
          }),
        },
        'info http-upgraded',
        { reason: 'HSTS' },
      ],
    ],
  },
  'nothing of the tag around it': {
    codes: [
      'ampersand-left',
      'query-malformed',
      'markup-left',
      'quotes-left',
      'space-left',
      'no-value',
      'entity-left',
      'invisible-escaped',
    ],
    good: [
      at('id=1&t=2&cachebuster=8261'),
      at('id=1&x=a%20b&redir=https://px.example/?q=%22a%22&name=“b”c'),
      at('id=1&x=a+b'),
      // What other parameters may well hold: JSON, a path of headings, a title, base 64, a word.
      at('kv=%7B%22a%22%3A%22b%22%7D'),
      at('kv={%22a%22:1}&cat=Home%20%3E%20News&x=a%3Cb'),
      at('kw=l%E2%80%99%C3%A9t%C3%A9&title=%E2%80%9CSun%E2%80%9D'),
      at('cachebuster=aGVsbG8%2Bd29ybGQ+'),
      at('cachebuster=+GVsbG8/d29ybGQ='),
      at('id=1&src=none'),
      at('id=1&redir=https://px.example/?cat=a%20%3E%20b'),
      at('id=1&x=%26&y=%2526'),
      at('cachebuster=%3C%=X%%3E'),
      at('cachebuster=undefined'),
      at('id=1&gdpr_consent=CO9A&x=&y=nullable'),
    ],
    bad: [
      [at('id=1&amp;t=2&amp;cachebuster=8'), 'error ampersand-left', { parameter: 't' }],
      [at('id=1&amp;amp;t=2'), 'error ampersand-left', { parameter: 't' }],
      [at('id=1;t=2'), 'error query-malformed'],
      [
        at('id=1&cachebuster=8%22/%3E'),
        'error markup-left',
        { parameter: 'cachebuster', piece: '"/>' },
      ],
      [at('id=1&cachebuster=8"%20width="1'), 'error markup-left', { piece: '" width="1' }],
      [at('id=1&t=2%3C/script%3E'), 'error markup-left', { piece: '</script>' }],
      [at('id=1&redir=https://px.example/a%22/%3E'), 'error markup-left', { parameter: 'redir' }],
      [at('id=1&cachebuster=8%E2%80%9D'), 'error quotes-left'],
      [at('id=1&cachebuster=8’'), 'error quotes-left'],
      [at('id=1&redir=https://px.example/a%E2%80%9D'), 'error quotes-left'],
      // As grave as what comes of it: the type is none.
      [at('id=1&t=2%20'), 'error space-left', { parameter: 't' }],
      [at('id=1&cachebuster=8261+'), 'warning space-left', { parameter: 'cachebuster' }],
      [at('id=1&cachebuster=8261%C2%A0'), 'error invisible-escaped'],
      [at('id=1&x=8%22'), 'error markup-left', { parameter: 'x', piece: '"' }],
      [at('id=1&x=8%22%20width=%221%22'), 'error markup-left', { parameter: 'x' }],
      [at('id=1&x=8%3E'), 'error markup-left', { parameter: 'x', piece: '>' }],
      [at('id=1&x=8%3C/a%3E'), 'error markup-left', { parameter: 'x', piece: '</a>' }],
      [at('id=1&x=8%E2%80%9D'), 'error quotes-left'],
      [
        at('id=1&redir=https://px.example/a?x=1&amp;y=2'),
        'error ampersand-left',
        { parameter: 'y' },
      ],
      [at('id=1&redir=https://px.example/a%C2%A0'), 'warning space-left', { parameter: 'redir' }],
      [at('id=1&redir=https://px.example/a%20'), 'warning space-left', { parameter: 'redir' }],
      [at('id=1&title=“a”&t=2”'), 'error quotes-left'],
      [at('id=1&%20t=2'), 'warning space-left', { parameter: '%20t' }],
      [at('id=1&cachebuster=%0A8'), 'warning space-left', { parameter: 'cachebuster' }],
      ...['undefined', 'null', 'NaN', 'None', '[object%20Object]', '%5Bobject+Object%5D'].map(
        (value): [RequestContext, string, Record<string, string>] => [
          at(`id=1&gdpr_consent=${value}`),
          'warning no-value',
          { parameter: 'gdpr_consent' },
        ],
      ),
      ...[
        '%26%2391%3Btimestamp%26%2393%3B',
        '%26%23x5B%3Btimestamp%26%23x5D%3B',
        '%26lbrack%3Btimestamp%26rbrack%3B',
        '%2526%252391%253Btimestamp%2526%252393%253B',
        '%26amp%3B%2391%3Btimestamp%26amp%3B%2393%3B',
      ].map((value): [RequestContext, string, Record<string, string>] => [
        at(`id=1&cachebuster=${value}`),
        'error entity-left',
        { macro: '[timestamp]' },
      ]),
      [
        at('cachebuster=%26%2337%3B%26%2337%3BTTD_CACHEBUSTER%26%2337%3B%26%2337%3B'),
        'error entity-left',
        { macro: '%%TTD_CACHEBUSTER%%', servers: 'The Trade Desk' },
      ],
    ],
  },
  https: {
    codes: ['not-https'],
    good: [at('id=1')],
    bad: [
      [
        { ...at('id=1'), ...of('http://ib.adnxs.com/imptr?id=1') },
        'error not-https',
        { scheme: 'http' },
      ],
    ],
  },
  'the right path': {
    codes: ['address-other'],
    good: [
      at('id=1'),
      // Whose path this is, nobody here knows.
      { ...at('id=1'), ...of('https://px.example/a/imptr?id=1') },
    ],
    bad: [
      [
        { ...at('id=1'), ...of('https://ib.adnxs.com/imptr/?id=1') },
        'error address-other',
        { text: 'https://ib.adnxs.com/imptr/', expected: 'https://ib.adnxs.com/imptr' },
      ],
    ],
  },
  'the right host': {
    codes: ['host-unexpected', 'host-typo'],
    good: [at('id=1'), { ...at('id=1'), ...of('https://IB.ADNXS.COM:443/imptr?id=1') }],
    bad: [
      [
        { ...at('id=1'), ...of('https://ib.adnxs.net/imptr?id=1') },
        'warning host-unexpected',
        { host: 'ib.adnxs.net', expected: 'ib.adnxs.com' },
      ],
      ...(
        [
          ['ib.adnsx.com', 'error host-typo'],
          ['ib.adnx.com', 'error host-typo'],
          ['ib.adnxss.com', 'error host-typo'],
          ['ib.adnxs.con', 'error host-typo'],
          ['ibadnxs.com', 'error host-typo'],
          ['secure.adnxs.co', 'error host-typo'],
          // Its own domain may have more hosts than are known.
          ['lb.adnxs.com', 'warning host-unexpected'],
          ['nym1-ib.adnxs.com', 'warning host-unexpected'],
          ['ib.adnxs.com.', 'warning host-unexpected'],
          ['ads.example', 'warning host-unexpected'],
        ] as const
      ).map(([host, wanted]): [RequestContext, string, Record<string, string>] => [
        { ...at('id=1'), ...of(`https://${host}/imptr?id=1`) },
        wanted,
        { host },
      ]),
    ],
  },
};

describe.each(Object.entries(TABLES))('%s', (_name, { codes, good, bad }) => {
  const said = (context: RequestContext) =>
    judgeRequest(context).filter(({ code }) => codes.includes(code));

  it.each(good.map((context) => [context.request.url.raw, context] as const))(
    'says nothing of %s',
    (_url, context) => expect(said(context)).toEqual([]),
  );

  it.each(bad.map(([context, ...rest]) => [context.request.url.raw, context, ...rest] as const))(
    'remarks on %s',
    (_url, context, wanted, values = {}) => {
      const [finding, ...others] = said(context);
      expect(`${finding?.severity} ${finding?.code}`).toBe(wanted);
      expect(finding?.values).toMatchObject(values);
      expect(others).toEqual([]);
    },
  );
});
