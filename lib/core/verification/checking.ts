import { leastOf } from '../base/long-lists';
import { firstIndex } from '../base/first-index';
import { readTrackerId } from '../pixel/tracker-id';
import { byStart, patchOrdered } from '../recording/in-order';
import {
  createPageViewFinder,
  leftAt,
  type PageView,
  sortPageViews,
} from '../recording/page-views';
import { mayHaveReachedServer, type PixelRequest } from '../recording/pixel-request';
import { isWithoutReason } from '../recording/outcome';
import { viewOfPrerendered } from '../recording/prerendered';
import { createRedirects } from '../recording/redirects';
import { judgeRequest } from '../rules/judge-request';
import type { CheckedRequest, Known, KnownTrackers } from './checked-request';
import { mostTimes, ONCE, type TimesById } from './expectation';
import { type CachebusterPast, createCachebusters, isSamePast } from './cachebusters';
import { createFirings, type Firing, isSameFiring } from './firings';
import { createOwnPages } from './own-page';
import { createTallies, type Tally } from './tally';
import { isSameUnheard, type Unheard, unheardEndOf } from './unheard';

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
  readonly mostFired: number;
  /** Its page has not been left yet: it may still be answered, or turn out to have been given up with it. */
  readonly isOpen: boolean;
  /** Nobody heard how it ended. */
  readonly isEndUnheard: boolean;
}

/** Applies every rule to every request. `requests` come joined: without doubles. */
export function checkRequests(
  requests: readonly PixelRequest[],
  pageViews: readonly PageView[],
  known: Known,
  times: TimesById = new Map(),
  unheard: readonly Unheard[] = [],
): Checked {
  const checking = createChecking();
  checking.expect(times);
  checking.unheard(unheard);
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
  const openSteps: number[] = [];
  const leftSteps: number[] = [];
  const redirects = createRedirects();
  const firings = createFirings();
  const cachebusters = createCachebusters((told) => documentOf(told)?.id ?? null);
  const ownPages = createOwnPages();
  const ownDocuments = new WeakMap<PixelRequest, PageView>();
  const tallies = createTallies();
  let views: readonly PageView[] = [];
  let pageViewAt = createPageViewFinder(views);
  let documentAt = pageViewAt;
  let documents: readonly PageView[] = [];
  let viewById: ReadonlyMap<string, PageView> = new Map();
  let expected: TimesById = new Map();
  let unheardTimes: readonly Unheard[] = [];
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
      documents = sortPageViews(views.filter(({ isMove }) => isMove !== true));
      documentAt = createPageViewFinder(documents);
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
    /** Says how often trackers are expected. */
    expect(times: TimesById): void {
      if (times === expected) return;
      const from = firstExpectedOtherwise(times);
      expected = times;
      again(from, (told) => told);
    },
    /** Says when nobody heard how requests ended, in the order of time. */
    unheard(times: readonly Unheard[]): void {
      if (isSameUnheard(times, unheardTimes)) return;
      unheardTimes = times;
      again(Math.min(openSteps[0] ?? Infinity, leftSteps[0] ?? Infinity), (told) => told);
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
    if (pageViewId !== undefined) return viewById.get(pageViewId) ?? null;
    const document = documentOf(told);
    if (document === documentAt(startedAt)) return pageViewAt(startedAt);
    // It was sent as its page was left: the last that a person saw of that.
    return views.findLast((view) => isOfDocument(view, document)) ?? document;
  }

  function isOfDocument({ startedAt }: PageView, document: PageView | null): boolean {
    return document !== null && documentAt(startedAt) === document;
  }

  function documentOf(told: PixelRequest): PageView | null {
    const ahead = viewOfPrerendered(told, views);
    if (ahead !== undefined) return ahead;
    const { pageViewId, startedAt } = told;
    if (pageViewId !== undefined) return viewById.get(pageViewId) ?? null;
    return ownDocuments.get(told) ?? documentAt(startedAt);
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
    const { trackers, servers, ownHosts } = knows;
    const { id } = told.url;
    // Most requests are of the page that was there.
    const own = ownPages.push(told, { documents, documentAt });
    if (own) ownDocuments.set(told, own);
    else ownDocuments.delete(told);
    const pageView = viewOf(told);
    const isDoubtful = mayEndByLeaving(told);
    const isAhead = told.prerendered !== undefined;
    const isNeverShown = told.prerendered === 'ahead' && pageView === null;
    const shownAt = isAhead ? pageView?.startedAt : documentOf(told)?.startedAt;
    const left = isDoubtful ? leftAt(views, shownAt ?? told.startedAt) : Infinity;
    // What was under way when its page was left was sent, and has no other end.
    const unheard = isDoubtful ? unheardEndOf(told, unheardTimes) : null;
    const isEndUnheard = unheard !== null && left > unheard.from;
    const isLeft = isEndUnheard || (left < Infinity && endOf(told) >= left);
    const request: PixelRequest = isLeft ? { ...told, outcome: 'aborted' } : told;
    const trackerId = readTrackerId(id);
    const tracker = trackerId === null ? null : (trackers.byId.get(trackerId) ?? null);
    const trackerAbsent = isAbsentIn(trackers, trackerId);
    const hop = redirects.push(told);
    const isRedirectHop = hop > 0;
    const viewId = pageView?.id ?? null;
    const cachebuster = cachebusters.push(told, isRedirectHop);
    // What may be another tab's proves nothing of how often this one fired; what is rehearsed would have fired.
    const isOwn = !isRedirectHop && !isNeverShown && told.isTabUnsure !== true;
    const counts = isOwn && (mayHaveReachedServer(request) || request.outcome === 'rehearsed');
    const firing = firings.push(viewId, counts ? id : null, request.frameUrl);
    const isOpen = isDoubtful && left === Infinity && !isEndUnheard;
    const mostFired = mostTimes((trackerId === null ? null : expected.get(trackerId)) ?? ONCE);

    const known = before.get(told);
    const isSame =
      known !== undefined &&
      known.knew.servers === servers &&
      known.knew.ownHosts === ownHosts &&
      known.knew.trackers.loaded === trackers.loaded &&
      known.row.tracker === tracker &&
      isAbsentIn(known.knew.trackers, trackerId) === trackerAbsent &&
      known.row.pageView === pageView &&
      known.hop === hop &&
      known.mostFired === mostFired &&
      isSameFiring(known.firing, firing) &&
      isSamePast(known.cachebuster, cachebuster) &&
      known.row.request.outcome === request.outcome &&
      known.isOpen === isOpen &&
      known.isEndUnheard === isEndUnheard;
    const step: Step = isSame
      ? known
      : {
          told,
          knew: knows,
          firing,
          cachebuster,
          hop,
          mostFired,
          isOpen,
          isEndUnheard,
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
              ownHosts,
              hop,
              mostFired,
              isNeverShown,
              isEndUnheard,
              ...firing,
              ...cachebuster,
            }),
          },
        };
    if (isDoubtful) (isOpen ? openSteps : leftSteps).push(steps.length);
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
    if (mayEndByLeaving(told)) (isOpen ? openSteps : leftSteps).pop();
    ownPages.pop(told);
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
    const isTouched = (index: number) => {
      const told = steps[index]?.told;
      if (!told || isOneGone) return isOneGone;
      if (told.outcome === 'network-error') return endOf(told) >= at;
      // Its page may have been left before nobody listened.
      return at <= (unheardEndOf(told, unheardTimes)?.from ?? -Infinity);
    };
    return Math.min(since, openSteps[0] ?? Infinity, leftSteps.find(isTouched) ?? Infinity);
  }

  /** The first request of a tracker of which more is known now. */
  function firstUnlearnt({ trackers, servers, ownHosts }: Known): number {
    if (knows.servers !== servers || knows.ownHosts !== ownHosts) return 0;
    if (knows.trackers.loaded !== trackers.loaded) return 0;
    const before = knows.trackers;
    if (before.byId === trackers.byId && before.absent === trackers.absent) return Infinity;
    return firstOf(
      (id) =>
        before.byId.get(id) !== trackers.byId.get(id) ||
        isAbsentIn(before, id) !== isAbsentIn(trackers, id),
    );
  }

  /** The first request of a tracker that is expected more or less often now. */
  function firstExpectedOtherwise(times: TimesById): number {
    return firstOf((id) => times.get(id) !== expected.get(id));
  }

  /** The first request of the trackers seen that are meant. */
  function firstOf(isMeant: (id: number) => boolean): number {
    let first = Infinity;
    for (const id of tallies.seen()) {
      if (!isMeant(id)) continue;
      const at = tallies.of(id, null)?.rows[0]?.request.startedAt ?? Infinity;
      first = Math.min(first, at);
    }
    return first === Infinity ? first : firstIndex(steps, ({ told }) => told.startedAt >= first);
  }
}

/** Whether its end is another one where its page was left meanwhile: a failure without a reason was counted then, too. */
function mayEndByLeaving({ outcome, error }: PixelRequest): boolean {
  return outcome === 'pending' || (outcome === 'network-error' && isWithoutReason(error));
}

function endOf({ outcome, startedAt, duration }: PixelRequest): number {
  return outcome === 'pending' ? Infinity : startedAt + (duration ?? 0);
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
