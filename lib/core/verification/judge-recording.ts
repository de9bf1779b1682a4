import type { PageView } from '../recording/page-views';
import type { Known, KnownTrackers } from './checked-request';
import { type Checked, checkRequests } from './checking';
import type { JudgedRecording, Recording } from './recording';
import { timesOf } from './expectation';
import { getOrAdd } from './tally';
import { createIsWhole } from './not-kept';
import { type IsExpectedOn, judge, type Scope } from './verdict';
import { unheardIn } from './unheard';
import { expectedOnView } from './visited';

/** Which page views count: the latest, all, or one by its id. */
export type ScopeChoice = string;

/**
 * Everything that can be said of a recording, from what was recorded, what was expected and what is
 * known: the panel, an export and a command line say the same.
 */
export function judgeRecording(
  recording: Recording,
  known: Known,
  choice: ScopeChoice = 'latest',
): JudgedRecording {
  const checked = checkRequests(
    recording.requests,
    recording.pageViews,
    known,
    timesOf(recording.verification),
    unheardIn(recording.verification),
  );
  return conclude(recording, checked, known.trackers, choice);
}

/** The same of requests that are checked already: another choice of page views changes no finding. */
export function conclude(
  { verification, pageViews, unreadable = 0 }: Omit<Recording, 'requests'>,
  checked: Checked,
  trackers: KnownTrackers,
  choice: ScopeChoice,
): JudgedRecording {
  const { expectedIds } = verification;
  const times = timesOf(verification);
  const scope = scopeOf(choice, pageViews);
  const expected = new Set(expectedIds);
  const expectedOn = expectedOnView(verification);
  const idsOn = new Map<PageView, ReadonlySet<number>>();
  const isWhole = createIsWhole(verification.notKept, pageViews);
  // How often it fired is not known where not all is kept.
  const isExpectedOn: IsExpectedOn = (trackerId, view) =>
    isWhole(view) &&
    (view === null || getOrAdd(idsOn, view, () => new Set(expectedOn(view))).has(trackerId));
  const viewIn = (of: Scope) =>
    of === 'all' ? null : (pageViews.find(({ id }) => id === of.pageViewId) ?? null);
  const viewed = viewIn(scope);
  const ids = viewed ? expectedOn(viewed) : expectedIds;
  return {
    verification,
    pageViews,
    requests: checked.rows,
    scope,
    verdicts: judge(ids, checked, scope, times, isExpectedOn, isWhole(viewed)),
    verdictsOn: (view: PageView) =>
      judge(
        expectedOn(view),
        checked,
        { pageViewId: view.id },
        times,
        () => isWhole(view),
        isWhole(view),
      ),
    isWhole,
    unexpectedIds: checked.seenIds().filter((id) => !expected.has(id)),
    remarked: checked.remarked,
    names: new Map([...trackers.byId].map(([id, { name }]) => [id, name])),
    trackersLoaded: trackers.loaded,
    unreadable,
  };
}

function scopeOf(choice: ScopeChoice, pageViews: Recording['pageViews']): Scope {
  if (choice === 'all') return 'all';
  if (choice !== 'latest') return { pageViewId: choice };
  const latest = pageViews.at(-1);
  return latest ? { pageViewId: latest.id } : 'all';
}
