import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { cachebusterFilled } from '@/lib/core/rules/request/cachebuster-filled';
import { cachebusterNew } from '@/lib/core/rules/request/cachebuster-new';
import { costNumber } from '@/lib/core/rules/request/cost-number';
import { firedOnce } from '@/lib/core/rules/request/fired-once';
import { hostExpected } from '@/lib/core/rules/request/host-expected';
import { parametersFilled } from '@/lib/core/rules/request/parameters-filled';
import { pathRight } from '@/lib/core/rules/request/path-right';
import { reachedServer } from '@/lib/core/rules/request/reached-server';
import type { Rule, RuleContext } from '@/lib/core/rules/request/rule';
import { secure } from '@/lib/core/rules/request/secure';
import { trackerActive } from '@/lib/core/rules/request/tracker-active';
import { trackerKnown } from '@/lib/core/rules/request/tracker-known';
import { typeFits } from '@/lib/core/rules/request/type-fits';

import { request, tracker } from './build';

type Around = Partial<Omit<RuleContext, 'request'>>;
const at = (
  url: string,
  changes: Partial<PixelRequest> = {},
  around: Around = {},
): RuleContext => ({
  request: request(`https://ib.adnxs.com/imptr?${url}`, changes),
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
  rule: Rule;
  good: RuleContext[];
  /** The code and severity, and the values that matter. */
  bad: [RuleContext, string, Record<string, string>?][];
}

const TABLES: Record<string, Table> = {
  trackerKnown: {
    rule: trackerKnown,
    good: [at('id=531')],
    bad: [
      [at('id=999', {}, { tracker: null }), 'warning tracker-unknown', { id: '999' }],
      [
        at('id=999', {}, { tracker: null, trackersLoaded: false }),
        'info trackers-not-loaded',
        { id: '999' },
      ],
      [at('t=2', {}, { tracker: null }), 'error tracker-id-bad', { id: '' }],
      [at('id=[ID]', {}, { tracker: null }), 'error tracker-id-bad', { id: '[ID]' }],
      [at('id=0', {}, { tracker: null }), 'error tracker-id-bad', { id: '0' }],
    ],
  },
  trackerActive: {
    rule: trackerActive,
    good: [at('id=531'), at('id=1', {}, { tracker: null })],
    bad: [
      [
        at('id=531', {}, { tracker: tracker(531, { state: 'inactive', name: 'Old' }) }),
        'error tracker-inactive',
        { id: '531', name: 'Old' },
      ],
    ],
  },
  typeFits: {
    rule: typeFits,
    good: [
      at('id=1&t=2'),
      at('id=1&t=1', { loader: 'script' }),
      at('id=1&t=1', { loader: 'fetch' }),
      at('id=1&t=2', { loader: 'ping' }),
      at('id=1&t=1', { loader: null }),
    ],
    bad: [
      [at('id=1'), 'warning type-missing', { wanted: '2' }],
      [at('id=1&t=', { loader: null }), 'warning type-missing', {}],
      [at('id=1&t=3'), 'error type-bad', { t: '3' }],
      [at('id=1&t=1'), 'error type-mismatch', { t: '1', wanted: '2' }],
      [at('id=1&t=2', { loader: 'script' }), 'error type-mismatch', { t: '2', wanted: '1' }],
    ],
  },
  cachebusterFilled: {
    rule: cachebusterFilled,
    good: [at('cachebuster=123'), at('cachebuster=a-b_c.d'), at('cachebuster=7f3e%2D1')],
    bad: [
      [at('id=1'), 'warning cachebuster-missing', { value: '' }],
      [at('cachebuster='), 'warning cachebuster-missing', { value: '' }],
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
        { macro: '[CACHEBUSTER]', servers: 'StackAdapt, Quantcast' },
      ],
      [at('cachebuster=__ADFRND__'), 'error cachebuster-macro', { servers: 'Adform' }],
      [at('cachebuster=%7BRANDOM%7D'), 'error cachebuster-macro', { macro: '{RANDOM}' }],
    ],
  },
  cachebusterNew: {
    rule: cachebusterNew,
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
  costNumber: {
    rule: costNumber,
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
  parametersFilled: {
    rule: parametersFilled,
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
  reachedServer: {
    rule: reachedServer,
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
  firedOnce: {
    rule: firedOnce,
    good: [at('id=531'), at('id=531', {}, { occurrence: null })],
    bad: [
      [at('id=531', {}, { occurrence: 3 }), 'error fired-again', { id: '531', occurrence: '3' }],
    ],
  },
  secure: {
    rule: secure,
    good: [at('id=1')],
    bad: [
      [
        { ...at('id=1'), request: request('http://ib.adnxs.com/imptr?id=1') },
        'error not-https',
        { scheme: 'http' },
      ],
    ],
  },
  pathRight: {
    rule: pathRight,
    good: [
      at('id=1'),
      // Whose path this is, nobody here knows.
      { ...at('id=1'), request: request('https://px.example/a/imptr?id=1') },
    ],
    bad: [
      [
        { ...at('id=1'), request: request('https://ib.adnxs.com/imptr/?id=1') },
        'error address-other',
        { text: 'ib.adnxs.com/imptr/', expected: 'https://ib.adnxs.com/imptr' },
      ],
    ],
  },
  hostExpected: {
    rule: hostExpected,
    good: [at('id=1'), { ...at('id=1'), request: request('https://IB.ADNXS.COM:443/imptr?id=1') }],
    bad: [
      [
        { ...at('id=1'), request: request('https://ib.adnxs.net/imptr?id=1') },
        'warning host-unexpected',
        { host: 'ib.adnxs.net', expected: 'ib.adnxs.com' },
      ],
    ],
  },
};

describe.each(Object.entries(TABLES))('%s', (_name, { rule, good, bad }) => {
  it.each(good.map((context) => [context.request.url.raw, context] as const))(
    'says nothing of %s',
    (_url, context) => expect(rule(context)).toBeNull(),
  );

  it.each(bad.map(([context, ...rest]) => [context.request.url.raw, context, ...rest] as const))(
    'remarks on %s',
    (_url, context, wanted, values = {}) => {
      const finding = rule(context);
      expect(`${finding?.severity} ${finding?.code}`).toBe(wanted);
      expect(finding?.values).toMatchObject(values);
    },
  );
});
