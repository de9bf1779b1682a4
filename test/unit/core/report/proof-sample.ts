import type { Report } from '@/lib/core/report/report';

import { START } from '../verification/build';

/** A kept report of line item 10 and publisher 20 of advertiser 2, by day, with what a test changes. */
export function report(changes: Partial<Report> = {}, counts: readonly (number | null)[] = [5, 7]) {
  const span = changes.span ?? { first: '2026-11-24', last: '2026-11-25' };
  const by = changes.question?.by ?? 'day';
  const one: Report = {
    id: 'r1',
    question: {
      advertiserId: 2,
      about: { kind: 'advertiser' },
      when: { kind: 'custom', span },
      by: 'day',
      timeZone: 'UTC',
    },
    type: 'network_analytics',
    span,
    publisherId: null,
    askedAt: START + 86_400_000,
    madeAt: null,
    closedUntil: null,
    rows: 2,
    unread: 0,
    counted: [
      {
        tuple: { lineItemId: 10, publisherId: 20, placementId: 0, paymentRuleId: 0 },
        names: { lineItem: null, publisher: null, placement: null, paymentRule: null },
        impressions: {
          by,
          first: by === 'day' ? span.first : `${span.first} 00`,
          counts: [...counts],
        },
        cost: null,
      },
    ],
  };
  return { ...one, ...changes };
}

/** What a tracker of that line item and publisher points at. */
export const POINTS = {
  lineItem: { id: 10, name: 'Autumn' },
  publisher: { id: 20, name: 'Tidewater' },
};
