import { expect, it } from 'vitest';

import { openedReport } from '@/lib/core/report/opened';
import type { CountedTuple, Report } from '@/lib/core/report/report';

import { tracker } from '../verification/build';
import { NOW, question } from './planned';

const HOME = { id: 21, name: 'Home' };
const row = (placementId: number | null, counts: number[]): CountedTuple => ({
  tuple: { lineItemId: 11, publisherId: null, placementId, paymentRuleId: null },
  names: { lineItem: 'Autumn', publisher: null, placement: 'Home', paymentRule: null },
  impressions: { by: 'day', first: '2026-11-13', counts },
  cost: null,
});

function report(...counted: CountedTuple[]): Report {
  return {
    id: 'r1',
    question: question({ about: { kind: 'publisher', id: 22 } }),
    type: 'network_publisher_analytics',
    span: { first: '2026-11-13', last: '2026-11-14' },
    publisherId: 22,
    askedAt: NOW,
    madeAt: null,
    closedUntil: null,
    rows: counted.length,
    unread: 0,
    counted,
  };
}

const at = (id: number, placement: typeof HOME | null) => ({
  ...tracker(id),
  name: `Tracker ${id}`,
  lineItem: { id: 11, name: 'Autumn' },
  publisher: { id: 22, name: 'Tidewater' },
  placement,
  paymentRule: null,
});

it('joins rows to trackers by the publisher of the address, too, and names both sides', () => {
  const { trackers, others } = openedReport(report(row(21, [5, 6])), [at(531, HOME)]);
  expect(trackers).toMatchObject([
    { trackerIds: [531], names: ['Tracker 531'], of: { lineItem: 'Autumn', placement: 'Home' } },
  ]);
  expect(trackers[0]?.impressions.counts).toEqual([5, 6]);
  expect(others).toEqual([]);
});

it('shows those that it does not tell apart as one of these, in the order of their ids', () => {
  const { trackers } = openedReport(report(row(21, [5, 6])), [at(533, HOME), at(531, HOME)]);
  expect(trackers.map(({ trackerIds, names }) => [trackerIds, names])).toEqual([
    [
      [531, 533],
      ['Tracker 531', 'Tracker 533'],
    ],
  ]);
});

it('leaves as they are the rows of no tracker that is known', () => {
  const { trackers, others } = openedReport(report(row(21, [5, 6])), [at(531, null)]);
  expect([trackers, others.length]).toEqual([[], 1]);
});
