import { byStart } from '@/lib/core/recording/in-order';
import { sortPageViews } from '@/lib/core/recording/page-views';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { JudgedRecording } from '@/lib/core/verification/recording';
import type { TrackerVerdict } from '@/lib/core/verification/verdict';

import type { Visit } from './browsers/visitor';
import type { ExpectedTrackers } from './lists/read-expected';
import type { PageToVisit } from './lists/read-pages';
import { knownWith } from './known';
import type { Outcome } from './pool';

/** A page of the list, what became of it, and the verdicts on what is expected there; none where it was not visited. */
export interface JudgedPage {
  readonly page: PageToVisit;
  readonly outcome: Outcome<Visit>;
  readonly expectedIds: readonly number[];
  readonly verdicts: readonly TrackerVerdict[];
}

/** A run over a list of pages, judged. */
export interface JudgedRun {
  /** All visits as one recording, which is exported and proved like any other. */
  readonly judged: JudgedRecording;
  readonly pages: readonly JudgedPage[];
}

interface Run {
  readonly pages: readonly PageToVisit[];
  /** One of each page, in the same order. */
  readonly outcomes: readonly Outcome<Visit>[];
  readonly expected: ExpectedTrackers;
  readonly isLive: boolean;
  readonly ownHosts: readonly string[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/**
 * Judges all visits together, as a recording of a day is: a cachebuster that comes back on another page is seen. On a
 * page for which the list names trackers these are expected, on any other those that are expected everywhere.
 */
export function judgeVisits(run: Run): JudgedRun {
  const { pages, outcomes, expected, isLive, startedAt } = run;
  const visits = outcomes.flatMap((one) => (one.state === 'visited' ? one.visit : []));
  const all = new Set(expected.ids);
  for (const { ownIds } of pages) for (const id of ownIds) all.add(id);
  const idsOn = ({ ownIds }: PageToVisit) => (ownIds.length > 0 ? ownIds : expected.ids);
  const recording = judgeRecording(
    {
      verification: {
        id: 'run',
        tabId: null,
        startedAt,
        expectedIds: [...all],
        openedAfterLoad: false,
        clearedAt: null,
        driven: {
          answeredBy: isLive ? 'service' : 'sink',
          notVisited: pages.length - visits.length,
        },
      },
      pageViews: sortPageViews(visits.map(({ pageView }) => pageView)),
      requests: visits.flatMap(({ requests }) => requests).toSorted(byStart),
    },
    knownWith(run.ownHosts),
    'all',
  );
  const judgedPages = pages.map((page, index): JudgedPage => {
    const outcome = outcomes[index] ?? NEVER;
    const expectedIds = idsOn(page);
    const verdicts =
      outcome.state === 'visited' ? recording.verdictsOn(outcome.visit.pageView) : [];
    return { page, outcome, expectedIds, verdicts: only(verdicts, expectedIds) };
  });
  const onView = new Map(
    judgedPages.flatMap(({ outcome, verdicts }) =>
      outcome.state === 'visited' ? [[outcome.visit.pageView.id, verdicts] as const] : [],
    ),
  );
  return {
    judged: {
      ...recording,
      names: expected.names,
      verdictsOn: (view) => onView.get(view.id) ?? [],
    },
    pages: judgedPages,
  };
}

const NEVER = { state: 'not-visited', why: 'no-browser-left', detail: null, tries: 0 } as const;

function only(verdicts: readonly TrackerVerdict[], ids: readonly number[]) {
  const wanted = new Set(ids);
  return verdicts.filter(({ trackerId }) => wanted.has(trackerId));
}
