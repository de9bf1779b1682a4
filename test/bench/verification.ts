import { checkRequests } from '@/lib/core/verification/checking';
import { joinRequests } from '@/lib/core/recording/join-observations';
import { judge } from '@/lib/core/verification/verdict';

import { known, pageView, request, START, tracker } from '../unit/core/verification/build';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

/**
 * The panel's own work on a long recording: put in order, checked, judged. Each request goes into a map
 * by its URL, which takes up to sixteen times as long for ten times as many, once they outgrow the
 * processor's caches. So that map is the baseline, and growth may be twice its own: a nested scan would
 * take a hundred times as long.
 */
export function benchVerification(): readonly Row[] {
  const pageViews = Array.from({ length: 200 }, (_, index) =>
    pageView(`p${index}`, START + index * 500),
  );
  const ids = Array.from({ length: 300 }, (_, index) => 500 + index);
  const all = known(...ids.map((id) => tracker(id)));
  const recorded = Array.from({ length: 100_000 }, (_, index) =>
    request(`https://ib.adnxs.com/imptr?id=${500 + (index % 300)}&t=2&cachebuster=${index}`, {
      startedAt: START + index,
    }),
  );
  const few = recorded.slice(0, 10_000);
  const work = (requests: typeof recorded) =>
    judge(ids, checkRequests(joinRequests(requests), pageViews, all), 'all');
  const growth = leastOfBoth(
    () => work(recorded),
    () => work(few),
  );
  const weight = leastOfBoth(
    () => work(recorded),
    () => new Map(recorded.map((it) => [it.key, it])),
  );
  return [
    {
      what: '100,000 recorded requests joined, checked and judged',
      value: weight.one,
      baseline: 'put into a map by their keys',
      base: weight.other,
      limit: 8,
    },
    {
      what: '… the same, as the recording grows',
      value: growth.one,
      baseline: '10,000',
      base: growth.other,
      limit: 30,
    },
  ];
}
