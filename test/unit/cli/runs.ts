import type { Visit } from '@/cli/verify/browsers/visitor';
import { judgeVisits } from '@/cli/verify/judge-visits';
import type { Outcome } from '@/cli/verify/pool';

import { request, START } from '../core/verification/build';

/** The address of a tracker's pixel. */
export const pixelOf = (id: number, cachebuster: number | string) =>
  `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${cachebuster}`;

/** A page that was visited, and what fired there. */
export function visited(id: string, ...pixels: readonly string[]): Outcome<Visit> {
  const visit: Visit = {
    pageView: { id, verificationId: '', url: `https://news.example/${id}`, startedAt: START },
    requests: pixels.map((url, index) =>
      request(url, { key: `${id} ${index}`, startedAt: START + 1000 + index, pageViewId: id }),
    ),
    status: 200,
    isSlow: false,
    isCut: false,
    picture: 'left-out',
  };
  return { state: 'visited', visit, by: 'local 1', tries: 1 };
}

export const FAILED: Outcome<Visit> = {
  state: 'not-visited',
  why: 'page-failed',
  detail: 'net::ERR_NAME_NOT_RESOLVED',
  tries: 1,
};

/** A run over pages `a`, `b` …, each with the ids that its list names and what became of it. */
export function runOf(
  pages: readonly (readonly [Outcome<Visit>, ...number[]])[],
  ids: readonly number[] = [],
) {
  return judgeVisits({
    pages: pages.map(([, ...ownIds], index) => ({
      url: `https://news.example/${'abcdef'[index]}`,
      ownIds,
    })),
    outcomes: pages.map(([outcome]) => outcome),
    expected: { ids, names: new Map([[531, 'Leaderboard']]) },
    isLive: false,
    ownHosts: [],
    startedAt: START,
  });
}
