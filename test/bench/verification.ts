import { checkRequests } from '@/lib/core/verification/check-requests';
import { mergeRequests } from '@/lib/core/verification/merge-requests';
import { judge } from '@/lib/core/verification/verdict';

import { pageView, request, START, tracker } from '../unit/verification/build';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

/**
 * The panel's own work on a long recording: put in order, checked, judged. Ten times as many take more
 * than ten times as long where they outgrow the processor's caches; a nested scan would take a hundred.
 */
export function benchVerification(): readonly Row[] {
  const pageViews = Array.from({ length: 200 }, (_, index) =>
    pageView(`p${index}`, START + index * 500),
  );
  const ids = Array.from({ length: 300 }, (_, index) => 500 + index);
  const trackers = { byId: new Map(ids.map((id) => [id, tracker(id)])), loaded: true };
  const recorded = Array.from({ length: 100_000 }, (_, index) =>
    request(`https://ib.adnxs.com/imptr?id=${500 + (index % 300)}&t=2&cachebuster=${index}`, {
      startedAt: START + index,
    }),
  );
  const few = recorded.slice(0, 10_000);
  const work = (requests: typeof recorded) =>
    judge(ids, checkRequests(mergeRequests([], requests), pageViews, trackers), 'all');
  const { one, other } = leastOfBoth(
    () => work(recorded),
    () => work(few),
    5,
  );
  return [
    {
      what: '100,000 recorded requests merged, checked and judged',
      value: one,
      baseline: '10,000',
      base: other,
      limit: 15,
    },
  ];
}
