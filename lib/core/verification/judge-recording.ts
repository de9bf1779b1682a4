import {
  type CheckedRequest,
  checkRequests,
  type Known,
  type KnownTrackers,
} from './check-requests';
import type { JudgedRecording, Recording } from './recording';
import { judge, type Scope } from './verdict';

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
  const checked = checkRequests(recording.requests, recording.pageViews, known);
  return conclude(recording, checked, known.trackers, choice);
}

/** The same of requests that are checked already: another choice of page views changes no finding. */
export function conclude(
  { verification, pageViews }: Omit<Recording, 'requests'>,
  checked: readonly CheckedRequest[],
  trackers: KnownTrackers,
  choice: ScopeChoice,
): JudgedRecording {
  const { expectedIds } = verification;
  const scope = scopeOf(choice, pageViews);
  const expected = new Set(expectedIds);
  const seen = new Set(checked.flatMap(({ trackerId }) => trackerId ?? []));
  return {
    verification,
    pageViews,
    requests: checked,
    scope,
    verdicts: judge(expectedIds, checked, scope),
    unexpectedIds: [...seen].filter((id) => !expected.has(id)),
    remarked: checked.filter(({ findings }) => findings.some(({ severity }) => severity !== 'info'))
      .length,
    names: new Map([...trackers.byId].map(([id, { name }]) => [id, name])),
  };
}

function scopeOf(choice: ScopeChoice, pageViews: Recording['pageViews']): Scope {
  if (choice === 'all') return 'all';
  if (choice !== 'latest') return { pageViewId: choice };
  const latest = pageViews.at(-1);
  return latest ? { pageViewId: latest.id } : 'all';
}
