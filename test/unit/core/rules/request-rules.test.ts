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
  servers: AD_SERVERS,
  cachebusterSeenBefore: false,
  occurrence: 1,
  ...around,
});
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
    codes: ['tracker-id-bad', 'tracker-unknown'],
    // That none are loaded is said once, above all requests.
    good: [at('id=531'), at('id=999', {}, { tracker: null, trackersLoaded: false })],
    bad: [
      [at('id=999', {}, { tracker: null }), 'warning tracker-unknown', { id: '999' }],
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
      'aborted',
      'no-answer',
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
        'error network-error',
        { cause: 'network-error', error: 'net::ERR_CONNECTION_REFUSED' },
      ],
      [ended('aborted'), 'warning aborted'],
      [ended('unknown'), 'error no-answer'],
      [ended('pending'), 'warning pending'],
    ],
  },
  'a tracker that fired once': {
    codes: ['fired-again'],
    good: [at('id=531'), at('id=531', {}, { occurrence: null })],
    bad: [
      [at('id=531', {}, { occurrence: 3 }), 'error fired-again', { id: '531', occurrence: '3' }],
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
    codes: ['host-unexpected'],
    good: [at('id=1'), { ...at('id=1'), ...of('https://IB.ADNXS.COM:443/imptr?id=1') }],
    bad: [
      [
        { ...at('id=1'), ...of('https://ib.adnxs.net/imptr?id=1') },
        'warning host-unexpected',
        { host: 'ib.adnxs.net', expected: 'ib.adnxs.com' },
      ],
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
