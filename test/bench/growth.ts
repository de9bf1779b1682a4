import { tagsTable } from '@/lib/core/sheet/sheet-table';
import { checkRequests } from '@/lib/core/verification/check-requests';
import { mergeRequests } from '@/lib/core/verification/merge-requests';
import { sheetWords } from '@/lib/text/sheet';
import { judge } from '@/lib/core/verification/verdict';

import { order, server, tracker } from '../unit/sheet/build';
import { pageView, request, START, tracker as known } from '../unit/verification/build';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

/** That ten times as much costs about ten times as much: a long recording, a large sheet. */
export function benchGrowth(): readonly Row[] {
  return [
    grow('100,000 recorded requests judged', '10,000', judging(100_000), judging(10_000)),
    grow('tag sheet of 10,000 trackers', '1,000', making(10_000), making(1_000)),
  ];
}

function grow(what: string, baseline: string, large: () => unknown, small: () => unknown): Row {
  const { one, other } = leastOfBoth(large, small, 5);
  return { what, value: one, baseline, base: other, limit: 13 };
}

function judging(count: number): () => unknown {
  const requests = mergeRequests(
    [],
    Array.from({ length: count }, (_, index) => {
      const address = `https://ib.adnxs.com/imptr?id=${500 + (index % 300)}&t=2&cachebuster=${index}`;
      return request(address, { startedAt: START + index });
    }),
  );
  const views = Array.from({ length: 200 }, (_, index) =>
    pageView(`p${index}`, START + (index * count) / 200),
  );
  const trackers = { byId: new Map([[531, known(531)]]), loaded: true };
  return () => judge([531, 532], checkRequests(requests, views, trackers), 'all');
}

function making(count: number): () => unknown {
  const trackers = Array.from({ length: count }, (_, index) => tracker(index + 1));
  const ordered = order({ trackers, servers: [server('gam')] });
  return () => tagsTable(ordered, sheetWords);
}
