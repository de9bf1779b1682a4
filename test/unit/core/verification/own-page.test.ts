import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PageView } from '@/lib/core/recording/page-views';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { checkRequests, createChecking } from '@/lib/core/verification/checking';
import { judge } from '@/lib/core/verification/verdict';

import { known, request, START, tracker } from './build';

const NEWS = 'https://news.example';
const SHOP = 'https://shop.example';
const view = (id: string, at: number, url = `${NEWS}/${id}`, isMove = false): PageView => ({
  id,
  verificationId: 'v1',
  url,
  startedAt: START + at,
  ...(isMove && { isMove }),
});
/** A request at a moment after the start, of a document or of a page of a site. */
const sent = (at: number, changes: Partial<PixelRequest> = {}) =>
  request(`https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=7${at}13`, {
    startedAt: START + at,
    ...changes,
  });
const of = (pageDocument: string, pageSite = NEWS) => ({ pageDocument, pageSite });

describe('of which page a request is', () => {
  const two = [view('a', 0), view('b', 1000)];
  const three = [...two, view('c', 2000)];
  it.each<[string, readonly PageView[], readonly PixelRequest[], readonly (string | null)[]]>([
    ['by time, where no source knows its document', two, [sent(10), sent(1010)], ['a', 'b']],
    [
      'sent as its page was left, when the next had begun',
      two,
      [sent(10, of('D1')), sent(1010, of('D1')), sent(1020, of('D2'))],
      ['a', 'a', 'b'],
    ],
    [
      'of a page that went on within its document: of what was seen last',
      [view('a', 0), view('a2', 500, `${NEWS}/a2`, true), view('b', 1000)],
      [sent(10, of('D1')), sent(510, of('D1')), sent(1010, of('D1'))],
      ['a', 'a2', 'a2'],
    ],
    [
      'of a page that came back: of its later view',
      three,
      [sent(10, of('D1')), sent(1020, of('D2')), sent(2020, of('D1'))],
      ['a', 'b', 'c'],
    ],
    [
      'and is left again',
      [...three, view('d', 3000)],
      [sent(10, of('D1')), sent(2020, of('D1')), sent(3010, of('D1'))],
      ['a', 'c', 'c'],
    ],
    [
      'the first of its page, sent as that is left for another site',
      [view('a', 0), view('b', 1000, `${SHOP}/`)],
      [sent(1010, of('D1')), sent(1020, of('D2', SHOP))],
      ['a', 'b'],
    ],
    [
      'the same in Firefox, which names no document',
      [view('a', 0), view('b', 1000, 'about:blank')],
      [sent(1010, { pageSite: NEWS })],
      ['a'],
    ],
    [
      'of a site that was neither: by time, as nothing else is known',
      [view('a', 0), view('b', 1000, `${SHOP}/`)],
      [sent(1010, { pageSite: 'https://ads.example' })],
      ['b'],
    ],
    [
      'before any page is known',
      [view('a', 1000)],
      [sent(10, of('D1')), sent(1010, of('D1'))],
      [null, 'a'],
    ],
    ['a page view of its own', two, [sent(10, { ...of('D1'), pageViewId: 'b' })], ['b']],
  ])('%s', (_, views, requests, wanted) => {
    const { rows } = checkRequests(requests, views, known(tracker(531)));
    expect(rows.map(({ pageView }) => pageView?.id ?? null)).toEqual(wanted);
  });
});

describe('how a request ends whose page was left', () => {
  const two = [view('a', 0), view('b', 1000)];
  const open = { outcome: 'pending', status: 0, duration: null } as const;
  const failed = (error: string, duration = 5) =>
    ({ outcome: 'network-error', status: 0, error, duration }) as const;
  it.each<[string, PixelRequest, string]>([
    ['not at all: sent, and not known', sent(10, open), 'aborted'],
    ['not at all, and its page is there', sent(1010, open), 'pending'],
    ['not at all, sent as its page was left', sent(1010, { ...of('D1'), ...open }), 'aborted'],
    [
      'without a reason, sent as its page was left: never failed',
      sent(1010, { ...of('D1'), ...failed('net::ERR_FAILED') }),
      'aborted',
    ],
    ['the same in Firefox', sent(1010, { ...of('D1'), ...failed('NS_ERROR_FAILURE') }), 'aborted'],
    [
      'without a reason, under way when its page was left',
      sent(900, failed('net::ERR_FAILED', 200)),
      'aborted',
    ],
    [
      'without a reason, while its page was there',
      sent(900, failed('net::ERR_FAILED', 20)),
      'network-error',
    ],
    [
      'without a reason, on the page that is there',
      sent(1010, failed('net::ERR_FAILED')),
      'network-error',
    ],
    [
      'with a reason, sent as its page was left',
      sent(1010, { ...of('D1'), ...failed('net::ERR_NAME_NOT_RESOLVED') }),
      'network-error',
    ],
    [
      'by a blocker, sent as its page was left',
      sent(1010, { ...of('D1'), outcome: 'blocked-by-extension', status: 0 }),
      'blocked-by-extension',
    ],
  ])('%s', (_, last, outcome) => {
    const first = sent(5, of('D1'));
    const { rows } = checkRequests([first, last], two, known(tracker(531)));
    expect(rows.at(-1)?.request.outcome).toBe(outcome);
  });
});

describe('what may be of another tab', () => {
  const unsure = { isTabUnsure: true, frameUrl: NEWS } as const;
  it('is said to be, and makes no second firing of the one that is of this tab', () => {
    const views = [view('a', 0)];
    const checked = checkRequests([sent(10), sent(20, unsure)], views, known(tracker(531)));
    expect(checked.rows.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      [],
      ['tab-unsure'],
    ]);
  });

  it('alone lets a tracker pass with that remark only', () => {
    const checked = checkRequests([sent(20, unsure)], [view('a', 0)], known(tracker(531)));
    expect(judge([531], checked, 'all')).toMatchObject([
      { verdict: 'warning', fired: 1, findings: [{ code: 'tab-unsure' }] },
    ]);
  });
});

describe('a recording that grows', () => {
  it('says the same in whatever order it grows, of pages that are left and come back', () => {
    const one = fc.record({
      at: fc.integer({ min: 0, max: 4200 }),
      page: fc.constantFrom({}, of('D1'), of('D2'), of('D3', SHOP), { pageSite: SHOP }),
      end: fc.constantFrom<Partial<PixelRequest>>(
        {},
        { outcome: 'pending', status: 0, duration: null },
        { outcome: 'network-error', status: 0, error: 'net::ERR_FAILED', duration: 700 },
        { outcome: 'network-error', status: 0, error: 'net::ERR_TIMED_OUT' },
      ),
    });
    const views = [
      view('a', 0),
      view('m', 600, `${NEWS}/m`, true),
      view('b', 1000, `${SHOP}/`),
      view('c', 2000),
      view('d', 3000, 'about:blank'),
    ];
    const step = fc.record({ take: fc.array(fc.nat(11)), views: fc.subarray(views) });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 12 }),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        (generated, plan) => {
          const requests = generated.map(({ at, page, end }, index) =>
            sent(at, { key: String(index), ...page, ...end }),
          );
          const checking = createChecking();
          for (const { take, views: pageViews } of plan) {
            const wanted = requests
              .filter((_, index) => take.includes(index))
              .toSorted((a, b) => a.startedAt - b.startedAt);
            const before = checking.requests();
            checking.change({
              added: wanted.filter((it) => !before.includes(it)),
              gone: before.filter((it) => !wanted.includes(it)),
            });
            checking.view(pageViews);
            checking.know(learnt);
            const atOnce = checkRequests(checking.requests(), pageViews, learnt);
            expect(checking.checked().rows).toEqual(atOnce.rows);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
  const learnt = known(tracker(531));
});
