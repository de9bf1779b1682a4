import { firstIndex } from '../base/first-index';
import { readTrackerId } from '../pixel/tracker-id';
import { createPageViewFinder, leftAt, type PageView } from '../recording/page-views';
import { mayHaveReachedServer, type PixelRequest } from '../recording/pixel-request';
import { createRedirects } from '../recording/redirects';
import { judgeRequest } from '../rules/judge-request';
import type { CheckedRequest, Known } from './checked-request';
import { createTallies, type Tally } from './tally';

/** A recording's requests, checked, and what they add up to. */
export interface Checked {
  /** In the order of time. */
  readonly rows: readonly CheckedRequest[];
  /** Of a tracker, on one page view or (`null`) on all; `null` where it was not seen there. */
  tally(trackerId: number, viewId: string | null): Tally | null;
  /** The trackers that were seen, in the order in which they were first. */
  readonly seenIds: readonly number[];
  /** How many requests have a remark that is more than a hint. */
  readonly remarked: number;
}

/** What the rules are told of a request beside itself; the same again gives the same findings. */
interface Step {
  readonly told: PixelRequest;
  readonly row: CheckedRequest;
  readonly occurrence: number | null;
  readonly cachebusterSeenBefore: boolean;
  /** Its page has not been left, so that it may still be answered. */
  readonly isOpen: boolean;
}

/**
 * Applies every rule to every request. `requests` come joined: without doubles and in the order of time.
 */
export function checkRequests(
  requests: readonly PixelRequest[],
  pageViews: readonly PageView[],
  known: Known,
): Checked {
  return createChecking()(requests, pageViews, known);
}

/**
 * The same for a recording that grows: what was said before is said again where nothing has changed that it
 * depends on, and only what is new is judged, with what comes after it. A recording may hold a hundred thousand.
 */
export function createChecking(): (...recording: Parameters<typeof checkRequests>) => Checked {
  const steps: Step[] = [];
  const rows: CheckedRequest[] = [];
  const open: number[] = [];
  const left: number[] = [];
  const redirects = createRedirects();
  const occurrences = createCount();
  const cachebusters = createCount();
  const tallies = createTallies();
  let taken: readonly PixelRequest[] = [];
  let views: readonly PageView[] = [];
  let knew: Known | null = null;

  return (requests, pageViews, known) => {
    const keep = Math.min(
      firstOther(taken, requests),
      firstOnOtherView(pageViews),
      firstUnlearnt(known),
    );
    const before = keep < steps.length ? new Map<PixelRequest, Step>() : null;
    while (steps.length > keep) takeBack(before);
    const pageViewAt = createPageViewFinder(pageViews);
    for (let index = keep; index < requests.length; index += 1) {
      const request = requests[index];
      if (request) take(request, pageViewAt, pageViews, known, before);
    }
    [taken, views, knew] = [requests, pageViews, known];
    const seenIds = [...tallies.seen()];
    return { rows: rows.slice(), tally: tallies.of, seenIds, remarked: tallies.remarked() };
  };

  function take(
    told: PixelRequest,
    pageViewAt: (at: number) => PageView | null,
    pageViews: readonly PageView[],
    { trackers, servers }: Known,
    before: ReadonlyMap<PixelRequest, Step> | null,
  ): void {
    const { id, cachebuster } = told.url;
    const pageView = pageViewAt(told.startedAt);
    const isPending = told.outcome === 'pending';
    const isLeft = isPending && leftAt(pageViews, told.startedAt) < Infinity;
    // What was under way when its page was left was sent, and has no other end.
    const request: PixelRequest = isLeft ? { ...told, outcome: 'aborted' } : told;
    const trackerId = readTrackerId(id);
    const tracker = trackerId === null ? null : (trackers.byId.get(trackerId) ?? null);
    const isRedirectHop = redirects.push(told);
    const wasUsed = cachebuster ? cachebusters.push(`${id} ${cachebuster}`) > 1 : false;
    const cachebusterSeenBefore = wasUsed && !isRedirectHop;
    const counts = id !== null && id !== '' && !isRedirectHop && mayHaveReachedServer(request);
    const occurrence = counts ? occurrences.push(`${pageView?.id ?? ''} ${id}`) : null;
    const isOpen = isPending && !isLeft;

    const known = before?.get(told);
    const isSame =
      known !== undefined &&
      knew?.servers === servers &&
      knew.trackers.loaded === trackers.loaded &&
      known.row.tracker === tracker &&
      known.row.pageView === pageView &&
      known.row.isRedirectHop === isRedirectHop &&
      known.occurrence === occurrence &&
      known.cachebusterSeenBefore === cachebusterSeenBefore &&
      known.isOpen === isOpen;
    const step = isSame
      ? known
      : {
          told,
          occurrence,
          cachebusterSeenBefore,
          isOpen,
          row: {
            request,
            trackerId,
            tracker,
            pageView,
            isRedirectHop,
            findings: judgeRequest({
              request,
              trackerId,
              tracker,
              trackersLoaded: trackers.loaded,
              servers,
              cachebusterSeenBefore,
              occurrence,
            }),
          },
        };
    if (isPending) (isOpen ? open : left).push(steps.length);
    steps.push(step);
    rows.push(step.row);
    tallies.push(step.row);
  }

  function takeBack(into: Map<PixelRequest, Step> | null): void {
    const step = steps.pop();
    rows.pop();
    if (!step) return;
    into?.set(step.told, step);
    const { told, row, occurrence, isOpen } = step;
    const { id, cachebuster } = told.url;
    if (told.outcome === 'pending') (isOpen ? open : left).pop();
    tallies.pop(row);
    if (occurrence !== null) occurrences.pop(`${row.pageView?.id ?? ''} ${id}`);
    if (cachebuster) cachebusters.pop(`${id} ${cachebuster}`);
    redirects.pop(told, row.isRedirectHop);
  }

  /** The first request that other page views concern; what was under way before may have ended by them. */
  function firstOnOtherView(pageViews: readonly PageView[]): number {
    const at = changedSince(views, pageViews);
    if (at === Infinity) return Infinity;
    const since = firstIndex(steps, ({ told }) => told.startedAt >= at);
    const isOneGone = views.some((view) => !pageViews.includes(view));
    return Math.min(since, open[0] ?? Infinity, isOneGone ? (left[0] ?? Infinity) : Infinity);
  }

  /** The first request of a tracker of which more is known now. */
  function firstUnlearnt({ trackers, servers }: Known): number {
    const isOther = knew?.servers !== servers || knew.trackers.loaded !== trackers.loaded;
    if (!knew || isOther) return 0;
    const before = knew.trackers.byId;
    if (before === trackers.byId) return Infinity;
    let first = Infinity;
    for (const id of tallies.seen()) {
      if (before.get(id) === trackers.byId.get(id)) continue;
      const at = tallies.of(id, null)?.rows[0]?.request.startedAt ?? Infinity;
      first = Math.min(first, at);
    }
    return first === Infinity ? first : firstIndex(steps, ({ told }) => told.startedAt >= first);
  }
}

/** How often each name was taken; `push` says how often by now. */
function createCount() {
  const counts = new Map<string, number>();
  const add = (name: string, by: number) => {
    const count = (counts.get(name) ?? 0) + by;
    if (count === 0) counts.delete(name);
    else counts.set(name, count);
    return count;
  };
  return {
    push: (name: string) => add(name, 1),
    pop: (name: string) => void add(name, -1),
  };
}

function firstOther<T>(before: readonly T[], after: readonly T[]): number {
  if (before === after) return after.length;
  const most = Math.min(before.length, after.length);
  let index = 0;
  while (index < most && before[index] === after[index]) index += 1;
  return index;
}

/** From when on page views are others than they were; `Infinity` where they are the same. */
function changedSince(before: readonly PageView[], after: readonly PageView[]): number {
  if (before === after) return Infinity;
  const index = firstOther(before, after);
  const changed = [...before.slice(index), ...after.slice(index)];
  return Math.min(Infinity, ...changed.map(({ startedAt }) => startedAt));
}
