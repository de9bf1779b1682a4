import { expect, it } from 'vitest';

import type { CountedTuple, Report } from '@/lib/core/report/report';
import { putReport } from '@/lib/store/reports';
import { putTrackers } from '@/lib/store/trackers';

import { reportPage } from './support/report-page';
import { question } from './support/reports';
import { world } from './support/world';

const PIXEL = 90_011;

it('a report of one tracker is told by its own rows: others of its line item came along', async () => {
  const here = await world();
  const tracker = await here.background.page('trackers.open', { id: PIXEL });
  const owner = await here.browser.plugs.account();
  await putTrackers(here.db, owner, [tracker]);
  const row = (placementId: number, count: number): CountedTuple => ({
    tuple: {
      lineItemId: tracker.lineItem?.id ?? null,
      publisherId: tracker.publisher?.id ?? null,
      placementId,
      paymentRuleId: tracker.paymentRule?.id ?? 0,
    },
    names: { lineItem: null, publisher: null, placement: null, paymentRule: null },
    impressions: { by: 'day', first: '2026-11-20', counts: [count] },
    cost: null,
  });
  const report: Report = {
    id: 'r1',
    question: question({
      advertiserId: tracker.advertiserId,
      about: { kind: 'tracker', id: PIXEL },
    }),
    type: 'network_analytics',
    span: { first: '2026-11-20', last: '2026-11-20' },
    publisherId: null,
    askedAt: here.clock.now(),
    madeAt: null,
    closedUntil: null,
    rows: 2,
    unread: 0,
    counted: [row(tracker.placement?.id ?? 0, 3), row(987_654, 4000)],
  };
  await putReport(here.db, owner, report);
  const { reports } = await reportPage(here).list();
  expect(reports.map(({ total }) => total)).toEqual([{ sum: 3, unknown: 0 }]);
});
