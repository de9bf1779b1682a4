import { createJoining, joinRequests } from '@/lib/core/recording/join-observations';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { checkRequests, createChecking } from '@/lib/core/verification/checking';
import { judge } from '@/lib/core/verification/verdict';

import { known, pageView, request, START, tracker } from '../unit/core/verification/build';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

const MANY = 100_000;
const LOT = 10_000;

const pageViews = Array.from({ length: 200 }, (_, index) =>
  pageView(`p${index}`, START + index * 500),
);
const ids = Array.from({ length: 300 }, (_, index) => 500 + index);
const all = known(...ids.map((id) => tracker(id)));
const recorded = Array.from({ length: MANY }, (_, index) => numbered(index));

function numbered(index: number): PixelRequest {
  const id = 500 + (index % 300);
  return request(`https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${index}`, {
    startedAt: START + index,
  });
}

/**
 * The panel's own work on a long recording: put in order, checked, judged; held against what a browser alone takes
 * to read each request as it is stored, and its URL. Its growth is told from the very same
 * requests in ten lots: as many of them pass through the processor's caches either way, so that what is left is
 * what the length costs. In proportion it is 1, and a nested scan would make it 10.
 */
export function benchVerification(): readonly Row[] {
  const lots = Array.from({ length: MANY / LOT }, (_, index) =>
    recorded.slice(index * LOT, (index + 1) * LOT),
  );
  const work = (requests: readonly PixelRequest[]) =>
    judge(ids, checkRequests(joinRequests(requests), pageViews, all), 'all');
  const stored = recorded.map((it) => JSON.stringify(it));
  const weight = leastOfBoth(
    () => work(recorded),
    () => recorded.map((it, index) => [JSON.parse(stored[index] ?? ''), new URL(it.url.raw)]),
  );
  const growth = leastOfBoth(
    () => work(recorded),
    () => lots.map(work),
  );
  const [long, short] = [growing(recorded), growing(recorded.slice(0, 10))];
  const more = leastOfBoth(long, short);
  return [
    {
      what: '100,000 recorded requests joined, checked and judged',
      value: weight.one,
      baseline: '`JSON.parse` and `new URL` of each',
      base: weight.other,
      limit: 5,
    },
    {
      what: '… the same',
      value: growth.one,
      baseline: 'in ten lots of 10,000',
      base: growth.other,
      limit: 1.5,
    },
    {
      what: 'one more request, after 100,000',
      value: more.one,
      baseline: 'after 10',
      base: more.other,
      limit: 1.5,
    },
  ];
}

/** Takes one more request each time, as the panel does, and judges what is expected. */
function growing(requests: readonly PixelRequest[]): () => unknown {
  const joining = createJoining();
  const checking = createChecking();
  checking.view(pageViews);
  checking.know(all);
  checking.change(joining.take(requests));
  let next = MANY;
  return () => {
    checking.change(joining.take([numbered((next += 1))]));
    return judge(ids.slice(0, 5), checking.checked(), 'all');
  };
}
