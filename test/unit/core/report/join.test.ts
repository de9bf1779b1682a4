import { describe, expect, it } from 'vitest';

import { joinRows } from '@/lib/core/report/reconcile/join';
import { mergeReports } from '@/lib/core/report/reconcile/merge-reports';
import type { CountedTuple, Report } from '@/lib/core/report/report';
import type { Tuple } from '@/lib/core/report/tuple';

import { tracker } from '../tag-sheet/build';
import { daily } from './build';

const NAMES = { lineItem: null, publisher: null, placement: null, paymentRule: null };
const tuple = (
  lineItemId: number | null,
  publisherId: number | null,
  placementId: number | null,
  paymentRuleId: number | null = 0,
): Tuple => ({ lineItemId, publisherId, placementId, paymentRuleId });
const row = (
  of: Tuple,
  counts: readonly (number | null)[],
  first = '2026-11-01',
): CountedTuple => ({
  tuple: of,
  names: NAMES,
  impressions: daily(first, counts),
  cost: 1,
});
const TRACKERS = [
  tracker(1),
  tracker(2, { placement: null }),
  tracker(3, { publisher: { id: 4, name: 'City' } }),
  tracker(4, { publisher: { id: 4, name: 'City' } }),
  tracker(5, { lineItem: null }),
  tracker(6, { paymentRule: { id: 8, name: 'Base' } }),
];
const join = (...rows: readonly CountedTuple[]) => {
  const { counted, others } = joinRows(rows, 'day', TRACKERS);
  return {
    counted: counted.map(({ trackerIds, impressions }) => [trackerIds, impressions.counts]),
    others: others.map((one) => one.tuple),
  };
};

describe('rows of a report by tracker', () => {
  it.each([
    ['one', row(tuple(11, 3, 44), [5, null]), [[[1], [5, null]]]],
    ['one without a placement', row(tuple(11, 3, 0), [5]), [[[2], [5]]]],
    ['one with a payment rule', row(tuple(11, 3, 44, 8), [5]), [[[6], [5]]]],
    ['one of these', row(tuple(11, 4, 44), [5]), [[[3, 4], [5]]]],
    [
      'one of more, where the type tells no rule',
      row(tuple(11, 3, 44, null), [5]),
      [[[1, 6], [5]]],
    ],
    ['one of more, where it tells no line item', row(tuple(null, 3, 44), [5]), [[[1, 5], [5]]]],
  ])('are of %s', (_, one, counted) => expect(join(one)).toEqual({ counted, others: [] }));

  it.each([
    ['another line item', tuple(12, 3, 44)],
    ['another rule', tuple(11, 3, 44, 9)],
    ['nothing told', tuple(null, null, null, null)],
  ])('are kept as they are: %s', (_, of) => {
    expect(join(row(of, [5]))).toEqual({ counted: [], others: [of] });
  });

  it('are one group where one row tells less than another, so that none is of two', () => {
    const { counted } = join(row(tuple(11, 3, 44), [5]), row(tuple(11, 3, 44, null), [6]));
    expect(counted).toEqual([[[1, 6], [11]]]);
  });

  it('of one tracker are summed by day; what one does not know in between is not known', () => {
    const first = row(tuple(11, 3, 44, null), [5, null, 7]);
    expect(join(first, row(tuple(11, 3, 44, null), [1, 2], '2026-11-03')).counted).toEqual([
      [
        [1, 6],
        [5, null, 8, 2],
      ],
    ]);
  });
});

describe('several reports', () => {
  const report = (
    id: string,
    askedAt: number,
    counted: CountedTuple[],
    changes: Partial<Report> = {},
  ): Report => ({
    id,
    question: {
      advertiserId: 7,
      about: { kind: 'advertiser' },
      when: { kind: 'last-7-days' },
      by: 'day',
      timeZone: 'UTC',
    },
    type: 'network_analytics',
    span: { first: '2026-11-01', last: '2026-11-07' },
    publisherId: null,
    askedAt,
    madeAt: null,
    closedUntil: null,
    rows: 1,
    unread: 0,
    counted,
    ...changes,
  });
  const countsOf = (...reports: readonly Report[]) =>
    mergeReports(reports)?.rows.map(({ impressions }) => impressions.counts);

  it('count nothing twice: the newest says', () => {
    const old = report('a', 1, [row(tuple(11, 3, 44), [1, 2, 3])]);
    const newer = report('b', 2, [row(tuple(11, 3, 44), [20, null, 40], '2026-11-02')]);
    expect(countsOf(old, newer)).toEqual([[1, 20, null, 40]]);
    expect(countsOf(newer, old)).toEqual([[1, 20, null, 40]]);
    expect(countsOf(old, old)).toEqual([[1, 2, 3]]);
  });
  it('lose no row that is the same once the publisher of their address is known', () => {
    const rows = [row(tuple(11, null, 44), [1, 2]), row(tuple(11, 3, 44), [10, 20])];
    const asked = report('a', 1, rows, { type: 'publisher_analytics', publisherId: 3 });
    expect(countsOf(asked)).toEqual([[11, 22]]);
    expect(countsOf(asked, { ...asked, id: 'b', askedAt: 2 })).toEqual([[11, 22]]);
  });
  it('that lie apart leave open what is between', () => {
    const old = report('a', 1, [row(tuple(11, 3, 44), [1])]);
    const newer = report('b', 2, [row(tuple(11, 3, 44), [2], '2026-11-04')]);
    expect(countsOf(old, newer)).toEqual([[1, null, null, 2]]);
  });
  it('of publishers are told apart by the publisher that was asked', () => {
    const type = 'publisher_analytics';
    const of = (publisherId: number) =>
      report(`p${publisherId}`, publisherId, [row(tuple(null, null, 44), [publisherId])], {
        publisherId,
        type,
      });
    const merged = mergeReports([of(3), of(4)]);
    const { counted } = joinRows(merged?.rows ?? [], 'day', TRACKERS);
    expect(counted.map(({ trackerIds }) => trackerIds)).toEqual([
      [1, 5],
      [3, 4],
    ]);
  });
  it.each([
    ['another type', { type: 'publisher_analytics' as const }],
    ['another zone', { question: { ...report('q', 0, []).question, timeZone: 'Europe/Berlin' } }],
    ['hours', { question: { ...report('q', 0, []).question, by: 'hour' as const } }],
  ])('that cannot be laid together are left out and named: %s', (_, changes) => {
    const old = report('a', 1, [row(tuple(11, 3, 44), [1])], changes);
    const merged = mergeReports([old, report('b', 2, [row(tuple(11, 3, 44), [2])])]);
    expect(merged?.leftOut).toEqual([old]);
    expect(merged).toMatchObject({ type: 'network_analytics', timeZone: 'UTC', by: 'day' });
  });
  it('that are none say nothing', () => expect(mergeReports([])).toBeNull());
});
