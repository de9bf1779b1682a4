import { withoutSignIn } from '@/lib/core/recording/without-sign-in';
import { hasArrived, isTold } from '@/lib/core/recording/sink';
import { mayHaveReachedServer } from '@/lib/core/recording/pixel-request';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { isoTime } from '@/lib/core/verification/recording';
import { VERDICTS } from '@/lib/core/verification/verdict';
import { say } from '@/lib/text/findings';
import { notVisitedText } from '@/lib/text/visits/visits';

import type { JudgedPage, JudgedRun } from '../judge-visits';
import type { Outcome } from '../pool';

/** What a run is called in its own files. */
export const RUN_FORMAT = 'piggyback-pages';

interface About {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** By name. */
  readonly browsers: readonly string[];
  readonly notReached: readonly string[];
  /** Requests that arrived between two visits; `null` where nothing stood in for the service. */
  readonly strays: number | null;
}

/** What is printed of a run: each page of the list, and the verdict on each tracker that is expected there. */
export function summaryOf(run: JudgedRun, about: About) {
  const { judged, pages } = run;
  const verdicts = pages.flatMap((page) => page.verdicts.map(({ verdict }) => verdict));
  const rowsOn = Map.groupBy(judged.requests, ({ pageView }) => pageView?.id ?? null);
  const visited = pages.filter(({ outcome }) => outcome.state === 'visited').length;
  return {
    format: RUN_FORMAT,
    version: 1,
    startedAt: isoTime(about.startedAt),
    endedAt: isoTime(about.endedAt),
    answeredBy: judged.verification.driven?.answeredBy ?? null,
    browsers: about.browsers,
    notReached: about.notReached,
    counts: {
      pages: pages.length,
      visited,
      notVisited: pages.length - visited,
      requests: judged.requests.length,
      ...Object.fromEntries(
        VERDICTS.map((kind) => [kind, verdicts.filter((one) => one === kind).length]),
      ),
    },
    sink: about.strays === null ? null : sinkOf(run, about.strays),
    pages: pages.map((page) => pageOf(page, rowsOn, judged.names)),
  };
}

/** How what arrived at the stand-in agrees with what the browsers told. */
function sinkOf({ judged }: JudgedRun, strays: number) {
  const requests = judged.requests.map(({ request }) => request);
  const arrived = requests.filter(hasArrived);
  return {
    arrived: arrived.length,
    /** Fired, and told by no browser: by a service worker, or as a page was left. */
    notTold: arrived.filter((one) => !isTold(one)).length,
    /** As far as a browser told it was sent, and it did not arrive. */
    notArrived: requests.filter((one) => mayHaveReachedServer(one) && !hasArrived(one)).length,
    strays,
  };
}

function pageOf(
  { page, outcome, expectedIds, verdicts }: JudgedPage,
  rowsOn: ReadonlyMap<string | null, readonly CheckedRequest[]>,
  names: JudgedRun['judged']['names'],
) {
  const expected = new Set(expectedIds);
  const isVisited = outcome.state === 'visited';
  const viewId = isVisited ? outcome.visit.pageView.id : null;
  const here = (viewId === null ? null : rowsOn.get(viewId)) ?? [];
  const others = here.flatMap(({ trackerId }) => trackerId ?? []).filter((id) => !expected.has(id));
  return {
    url: withoutSignIn(page.url),
    state: outcome.state,
    problem: problemOf(outcome),
    by: isVisited ? outcome.by : null,
    tries: outcome.tries,
    pageViewId: viewId,
    // Where it led to.
    visitedUrl: isVisited ? withoutSignIn(outcome.visit.pageView.url) : null,
    status: isVisited ? outcome.visit.status : null,
    stillLoading: isVisited ? outcome.visit.isSlow : null,
    // It fired more than is kept.
    cut: isVisited ? outcome.visit.isCut : null,
    requests: here.length,
    expected: verdicts.map(({ trackerId, verdict, fired, findings }) => ({
      trackerId,
      name: names.get(trackerId) ?? null,
      verdict,
      fired,
      findings: findings.map((finding) => {
        const { sentence, next } = say(finding);
        return { code: finding.code, severity: finding.severity, text: sentence, next };
      }),
    })),
    // Not known where it was not visited.
    notJudged: isVisited ? [] : expectedIds,
    unexpected: [...new Set(others)],
  };
}

/** Why a page was not visited: code, sentence, next step. */
export function problemOf(outcome: Outcome<unknown>) {
  if (outcome.state === 'visited') return null;
  const { sentence, next } = notVisitedText[outcome.why];
  return { code: outcome.why, sentence: sentence(outcome.detail ?? ''), next };
}
