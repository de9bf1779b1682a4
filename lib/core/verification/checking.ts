import { leastOf } from '../base/long-lists';
import { firstIndex } from '../base/first-index';
import { readTrackerId } from '../pixel/tracker-id';
import { byStart, patchOrdered } from '../recording/in-order';
import { createPageViewFinder, leftAt, type PageView } from '../recording/page-views';
import { mayHaveReachedServer, type PixelRequest } from '../recording/pixel-request';
import { viewOfPrerendered } from '../recording/prerendered';
import { createRedirects } from '../recording/redirects';
import { judgeRequest } from '../rules/judge-request';
import type { CheckedRequest, Known, KnownTrackers } from './checked-request';
import { type CachebusterPast, createCachebusters, isSamePast } from './cachebusters';
import { createFirings, type Firing, isSameFiring } from './firings';
import { createTallies, type Tally } from './tally';

/** A recording's requests, checked, and what they add up to. */
export interface Checked {
  /** In the order of time. */
  readonly rows: readonly CheckedRequest[];
  /** Of a tracker, on one page view or (`null`) on all; `null` where it was not seen there. */
  tally(trackerId: number, viewId: string | null): Tally | null;
  /** The trackers that were seen, in the order in which they were first. */
  seenIds(): readonly number[];
  /** How many requests have a remark that is more than a hint. */
  readonly remarked: number;
}

/** Requests that are new, and such as are not any more. */
export interface RequestChange {
  readonly added: readonly PixelRequest[];
  readonly gone: readonly PixelRequest[];
}

/** What the rules are told of a request beside itself; the same again gives the same findings. */
interface Step {
  readonly told: PixelRequest;
  readonly knew: Known;
  readonly row: CheckedRequest;
  readonly firing: Firing;
  readonly cachebuster: CachebusterPast;
  readonly hop: number;
  /** Its page has not been left, so that it may still be answered. */
  readonly isOpen: boolean;
}

/** Applies every rule to every request. `requests` come joined: without doubles. */
export function checkRequests(
  requests: readonly PixelRequest[],
  pageViews: readonly PageView[],
  known: Known,
): Checked {
  const checking = createChecking();
  checking.view(pageViews);
  checking.know(known);
  checking.change({ added: requests, gone: [] });
  return checking.checked();
}

/**
 * The same for a recording that grows: what was said before stays where nothing has changed that it depends on,
 * and only what is new is judged, with what comes after it and is touched. A recording may hold a hundred thousand.
 */
export function createChecking() {
  const steps: Step[] = [];
  const rows: CheckedRequest[] = [];
  const open: number[] = [];
  const left: number[] = [];
  const redirects = createRedirects();
  const firings = createFirings();
  const cachebusters = createCachebusters((told) => documentOf(told)?.id ?? null);
  const tallies = createTallies();
  let views: readonly PageView[] = [];
  let pageViewAt = createPageViewFinder(views);
  let documentAt = pageViewAt;
  let viewById: ReadonlyMap<string, PageView> = new Map();
  let knows: Known = { trackers: { byId: new Map(), loaded: false }, servers: [] };

  return {
    /** Adds requests, and takes away others that were added before; one of which more is known is both. */
    change({ added, gone }: RequestChange): void {
      if (added.length + gone.length === 0) return;
      let first: PixelRequest | null = null;
      for (const list of [added, gone]) {
        for (const one of list) if (first === null || byStart(one, first) < 0) first = one;
      }
      const from = firstIndex(steps, ({ told }) => first !== null && byStart(told, first) >= 0);
      again(from, (told) => patchOrdered(told, new Set(gone), added));
    },
    /** Says which page views there are. */
    view(pageViews: readonly PageView[]): void {
      if (pageViews === views) return;
      const from = firstOnOtherView(pageViews);
      views = pageViews;
      pageViewAt = createPageViewFinder(views);
      documentAt = createPageViewFinder(views.filter(({ isMove }) => isMove !== true));
      viewById = new Map(views.map((view) => [view.id, view]));
      again(from, (told) => told);
    },
    /** Says what is known beside the recording. */
    know(known: Known): void {
      if (known === knows) return;
      const from = firstUnlearnt(known);
      knows = known;
      again(from, (told) => told);
    },
    /** The requests as they were added, in the order of time. */
    requests: (): readonly PixelRequest[] => steps.map(({ told }) => told),
    /** What there is to say by now; `rows` goes on with the recording. */
    checked: (): Checked => ({
      rows,
      tally: tallies.of,
      seenIds: () => [...tallies.seen()],
      remarked: tallies.remarked(),
    }),
  };

  function viewOf(told: PixelRequest): PageView | null {
    const ahead = viewOfPrerendered(told, views);
    if (ahead !== undefined) return ahead;
    const { pageViewId, startedAt } = told;
    if (pageViewId === undefined) return pageViewAt(startedAt);
    return viewById.get(pageViewId) ?? null;
  }

  function documentOf(told: PixelRequest): PageView | null {
    const ahead = viewOfPrerendered(told, views);
    if (ahead !== undefined) return ahead;
    const { pageViewId, startedAt } = told;
    if (pageViewId === undefined) return documentAt(startedAt);
    return viewById.get(pageViewId) ?? null;
  }

  /** Takes all from there back, and takes what is made of them. */
  function again(
    from: number,
    make: (told: readonly PixelRequest[]) => readonly PixelRequest[],
  ): void {
    const before = new Map<PixelRequest, Step>();
    while (steps.length > from) takeBack(before);
    for (const told of make([...before.keys()].toReversed())) take(told, before);
  }

  function take(told: PixelRequest, before: ReadonlyMap<PixelRequest, Step>): void {
    const { trackers, servers } = knows;
    const { id } = told.url;
    const pageView = viewOf(told);
    const isPending = told.outcome === 'pending';
    const isAhead = told.prerendered !== undefined;
    const isNeverShown = isAhead && pageView === null;
    const since = isAhead && pageView ? pageView.startedAt : told.startedAt;
    const isLeft = isPending && leftAt(views, since) < Infinity;
    // What was under way when its page was left was sent, and has no other end.
    const request: PixelRequest = isLeft ? { ...told, outcome: 'aborted' } : told;
    const trackerId = readTrackerId(id);
    const tracker = trackerId === null ? null : (trackers.byId.get(trackerId) ?? null);
    const trackerAbsent = isAbsentIn(trackers, trackerId);
    const hop = redirects.push(told);
    const isRedirectHop = hop > 0;
    const viewId = pageView?.id ?? null;
    const cachebuster = cachebusters.push(told, isRedirectHop);
    const counts = !isRedirectHop && !isNeverShown && mayHaveReachedServer(request);
    const firing = firings.push(viewId, counts ? id : null, request.frameUrl);
    const isOpen = isPending && !isLeft;

    const known = before.get(told);
    const isSame =
      known !== undefined &&
      known.knew.servers === servers &&
      known.knew.trackers.loaded === trackers.loaded &&
      known.row.tracker === tracker &&
      isAbsentIn(known.knew.trackers, trackerId) === trackerAbsent &&
      known.row.pageView === pageView &&
      known.hop === hop &&
      isSameFiring(known.firing, firing) &&
      isSamePast(known.cachebuster, cachebuster) &&
      known.isOpen === isOpen;
    const step: Step = isSame
      ? known
      : {
          told,
          knew: knows,
          firing,
          cachebuster,
          hop,
          isOpen,
          row: {
            request,
            trackerId,
            tracker,
            pageView,
            isRedirectHop,
            ...(isNeverShown && { isNeverShown }),
            findings: judgeRequest({
              request,
              trackerId,
              tracker,
              trackersLoaded: trackers.loaded,
              trackerAbsent,
              servers,
              hop,
              isNeverShown,
              ...firing,
              ...cachebuster,
            }),
          },
        };
    if (isPending) (isOpen ? open : left).push(steps.length);
    steps.push(step);
    rows.push(step.row);
    tallies.push(step.row);
  }

  function takeBack(into: Map<PixelRequest, Step>): void {
    const step = steps.pop();
    rows.pop();
    if (!step) return;
    into.set(step.told, step);
    const { told, row, firing, hop, isOpen } = step;
    const viewId = row.pageView?.id ?? null;
    if (told.outcome === 'pending') (isOpen ? open : left).pop();
    tallies.pop(row);
    firings.pop(viewId, firing.occurrence === null ? null : told.url.id);
    cachebusters.pop(told, row.isRedirectHop);
    redirects.pop(told, hop);
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
    if (knows.servers !== servers || knows.trackers.loaded !== trackers.loaded) return 0;
    const before = knows.trackers;
    if (before.byId === trackers.byId && before.absent === trackers.absent) return Infinity;
    let first = Infinity;
    for (const id of tallies.seen()) {
      const isSame = before.byId.get(id) === trackers.byId.get(id);
      if (isSame && isAbsentIn(before, id) === isAbsentIn(trackers, id)) continue;
      const at = tallies.of(id, null)?.rows[0]?.request.startedAt ?? Infinity;
      first = Math.min(first, at);
    }
    return first === Infinity ? first : firstIndex(steps, ({ told }) => told.startedAt >= first);
  }
}

function isAbsentIn({ absent }: KnownTrackers, id: number | null): boolean {
  return id !== null && absent?.has(id) === true;
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
  return leastOf(changed.map(({ startedAt, prerenderedAt }) => prerenderedAt ?? startedAt));
}
