import { type Baseline, isBaselineSize } from './accepted';
import { type Change, type ComparedPage, type ComparedRun, compareRuns } from './baseline';
import { hasPage } from '../recording/visit';
import type { CheckedRequest } from './checked-request';
import type { JudgedRecording } from './recording';
import { createTallies, getOrAdd } from './tally';
import { judge, type TrackerVerdict } from './verdict';

/**
 * What has happened to a tracker on a page since the baseline: it fires no more; its verdict or findings are worse; it
 * fires and was not known there; it fires and was missed; it is better; it was missed and is not expected now.
 */
export const CHANGE_KINDS = ['gone', 'worse', 'new', 'appeared', 'better', 'dropped'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change, and what kind of one it is. */
export interface ListedChange extends Change {
  readonly kind: ChangeKind;
}

/** What is said in a run. Of pages on which not all is kept, nothing is said of trackers that are not named. */
interface JudgedRun extends ComparedRun {
  readonly inPart?: ReadonlySet<string>;
}

/** What is other in a run than in its baseline. */
export interface Difference {
  readonly changes: readonly ListedChange[];
  /** Pages of the baseline that this run has not visited: nothing is said of them. */
  readonly notVisited: readonly string[];
  /** The trackers that something is said of. */
  readonly trackerIds: ReadonlySet<number>;
}

/**
 * What is said in a run of each tracker on each page, expected or not: what a baseline keeps. A page is known by its
 * address; of one that was loaded several times the last view counts. Where no page is known, all is on one without.
 */
export function runOf(recording: JudgedRecording): JudgedRun {
  const { pageViews, requests, verdicts, isWhole } = recording;
  if (pageViews.length === 0) {
    const others = verdictsOf(othersThan(verdicts, requests), null, isWhole(null));
    const inPart = new Set(isWhole(null) ? [] : ['']);
    return { pages: [pageOf('', [...verdicts, ...others])], inPart };
  }
  const rowsOn = new Map<string | null, CheckedRequest[]>();
  for (const row of requests) getOrAdd(rowsOn, row.pageView?.id ?? null, () => []).push(row);
  // Of a page that did not come nothing can be said.
  const views = pageViews.filter(({ visit }) => visit === undefined || hasPage(visit));
  const last = new Map(views.map((view) => [view.url || (view.title ?? ''), view]));
  return {
    pages: [...last].map(([url, view]) => {
      const said = recording.verdictsOn(view);
      const others = othersThan(said, rowsOn.get(view.id) ?? []);
      return pageOf(url, [...said, ...verdictsOf(others, view.id, isWhole(view))]);
    }),
    inPart: new Set([...last].flatMap(([url, view]) => (isWhole(view) ? [] : url))),
  };
}

/** The requests of trackers that nothing is said of yet: a list of pages may expect one on another page alone. */
function othersThan(
  said: readonly TrackerVerdict[],
  rows: readonly CheckedRequest[],
): readonly CheckedRequest[] {
  const ids = new Set<number | null>(said.map(({ trackerId }) => trackerId));
  return rows.filter(({ trackerId }) => trackerId !== null && !ids.has(trackerId));
}

/** A run as a baseline, accepted at this moment (ms since 1970); `null` where it is larger than later runs can carry. */
export function acceptedOf(recording: JudgedRecording, at: number): Baseline | null {
  const { id, startedAt } = recording.verification;
  const { pages } = runOf(recording);
  if (!isBaselineSize(pages)) return null;
  const kept = pages.map(({ url, expected }) => ({
    url,
    expected: expected.map((one) => ({ ...one, findings: [...one.findings] })),
    notJudged: [],
  }));
  return { verificationId: id, startedAt, acceptedAt: at, pages: kept };
}

/** What has changed in a run since its baseline, on the pages that it visited. */
export function differenceOf({ pages }: ComparedRun, run: JudgedRun): Difference {
  const visited = new Map(run.pages.map((page) => [page.url, page]));
  const [here, notHere] = [
    pages.flatMap((page) => comparable(page, visited.get(page.url), run.inPart)),
    pages.filter(({ url }) => !visited.has(url)),
  ];
  const changes = compareRuns({ pages: here }, run).map((change) => ({
    ...change,
    kind: kindOf(change),
  }));
  return {
    changes,
    notVisited: notHere.map(({ url }) => url),
    trackerIds: new Set(changes.map(({ trackerId }) => trackerId)),
  };
}

/** What of a page of the baseline a run has something to say of. */
function comparable(
  page: ComparedPage,
  now: ComparedPage | undefined,
  inPart: ReadonlySet<string> = new Set(),
): readonly ComparedPage[] {
  if (!now) return [];
  if (!inPart.has(page.url)) return [page];
  const said = new Set(now.expected.map(({ trackerId }) => trackerId));
  return [{ ...page, expected: page.expected.filter(({ trackerId }) => said.has(trackerId)) }];
}

/** What kind of change it is: whether something fires comes before how well. */
function kindOf({ before, after, isWorse }: Change): ChangeKind {
  const [fired, fires] = [isSeen(before), isSeen(after)];
  if (fired && !fires) return 'gone';
  if (before === 'not-seen' && fires) return 'appeared';
  if (before === null) return fires ? 'new' : 'worse';
  if (after === null) return 'dropped';
  return isWorse ? 'worse' : 'better';
}

function isSeen(state: Change['before']): boolean {
  return state !== null && state !== 'not-seen' && state !== 'not-judged';
}

function pageOf(url: string, verdicts: readonly TrackerVerdict[]): ComparedPage {
  return {
    url,
    expected: verdicts.flatMap(({ trackerId, verdict, findings }) =>
      verdict === 'not-known'
        ? []
        : { trackerId, verdict, findings: findings.map(({ code }) => ({ code })) },
    ),
    notJudged: [],
  };
}

function verdictsOf(
  rows: readonly CheckedRequest[],
  pageViewId: string | null,
  isWhole: boolean,
): readonly TrackerVerdict[] {
  const tallies = createTallies();
  for (const row of rows) tallies.push(row);
  const scope = pageViewId === null ? 'all' : { pageViewId };
  return judge([...tallies.seen()], { tally: tallies.of }, scope, undefined, undefined, isWhole);
}
