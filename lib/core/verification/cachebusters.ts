import type { PixelRequest } from '../recording/pixel-request';
import type { RequestContext } from '../rules/rule';
import { getOrAdd } from './tally';

/** What the cachebusters before one tell of it. */
export type CachebusterPast = Pick<
  RequestContext,
  'cachebusterSeenBefore' | 'cachebusterElsewhere' | 'cachebusterSteps' | 'cachebusterAlike'
>;

/** One cachebuster of a tracker, and how many in a row up to it were like a counter, or alike. */
interface Used {
  readonly value: string;
  readonly at: number;
  readonly steps: number;
  readonly alike: number;
}
interface OfTracker {
  readonly counts: Map<string, number>;
  readonly row: Used[];
}

const NOTHING: CachebusterPast = {
  cachebusterSeenBefore: false,
  cachebusterElsewhere: false,
  cachebusterSteps: 0,
  cachebusterAlike: 0,
};

/**
 * Remembers which cachebusters were used: of each tracker, and where each was first. Each request costs the
 * same however many came before, and the last one may be taken back.
 */
export function createCachebusters() {
  const trackers = new Map<string | null, OfTracker>();
  const firsts = new Map<string, { readonly viewId: string | null; count: number }>();
  return {
    push(request: PixelRequest, viewId: string | null, isHop: boolean): CachebusterPast {
      const { id } = request.url;
      const value = cachebusterOf(request);
      if (value === null) return NOTHING;
      const { counts, row } = getOrAdd(trackers, id, createOfTracker);
      const before = counts.get(value) ?? 0;
      counts.set(value, before + 1);
      const first = firsts.get(value);
      if (first) first.count += 1;
      else firsts.set(value, { viewId, count: 1 });
      // A hop has the cachebuster of what led to it.
      if (isHop) return NOTHING;
      const last = row.at(-1);
      const steps = last && isNext(last, value, request.startedAt) ? last.steps + 1 : 0;
      const alike = last && isAlike(last, value, request.startedAt) ? last.alike + 1 : 0;
      row.push({ value, at: request.startedAt, steps, alike });
      // Which page view one without is of, nobody knows.
      const isElsewhere =
        first !== undefined &&
        before === 0 &&
        viewId !== null &&
        first.viewId !== null &&
        first.viewId !== viewId;
      if (before === 0 && !isElsewhere && steps === 0 && alike === 0) return NOTHING;
      return {
        cachebusterSeenBefore: before > 0,
        cachebusterElsewhere: isElsewhere,
        cachebusterSteps: steps,
        cachebusterAlike: alike,
      };
    },
    /** Takes the last request back. */
    pop(request: PixelRequest, isHop: boolean): void {
      const value = cachebusterOf(request);
      const tracker = trackers.get(request.url.id);
      if (value === null || !tracker) return;
      const count = (tracker.counts.get(value) ?? 0) - 1;
      if (count > 0) tracker.counts.set(value, count);
      else tracker.counts.delete(value);
      if (!isHop) tracker.row.pop();
      if (tracker.counts.size === 0) trackers.delete(request.url.id);
      const first = firsts.get(value);
      if (!first) return;
      first.count -= 1;
      if (first.count === 0) firsts.delete(value);
    },
  };
}

/** Whether two say the same. */
export function isSamePast(one: CachebusterPast, other: CachebusterPast): boolean {
  return (
    one === other ||
    (one.cachebusterSeenBefore === other.cachebusterSeenBefore &&
      one.cachebusterElsewhere === other.cachebusterElsewhere &&
      one.cachebusterSteps === other.cachebusterSteps &&
      one.cachebusterAlike === other.cachebusterAlike)
  );
}

function createOfTracker(): OfTracker {
  return { counts: new Map(), row: [] };
}

// What the browser itself led on to https is called again with the very same.
function cachebusterOf({ url, upgradedBy }: PixelRequest): string | null {
  return url.cachebuster && upgradedBy === undefined ? url.cachebuster : null;
}

// A clock of milliseconds goes on by one, too, between two that are fired together.
const TOGETHER_MS = 10;

function isNext(last: Used, value: string, at: number): boolean {
  if (value.length > 15 || Math.abs(value.length - last.value.length) > 1) return false;
  if (Number(value) - Number(last.value) !== 1 || at - last.at <= TOGETHER_MS) return false;
  return /^\d+$/.test(value) && /^\d+$/.test(last.value) && !isTime(value, at);
}

const SHORTEST = 6;
const CHANGING = 2;
// A clock of milliseconds, from wherever it counts, has gone on by more than its last two digits.
const APART_MS = 200;

function isAlike(last: Used, value: string, at: number): boolean {
  if (value.length < SHORTEST || value.length !== last.value.length || value === last.value)
    return false;
  const end = value.length - CHANGING;
  if (value.charCodeAt(end - 1) !== last.value.charCodeAt(end - 1)) return false;
  if (at - last.at < APART_MS || !/^[\w.-]+$/.test(value)) return false;
  return value.slice(0, end) === last.value.slice(0, end) && !isTime(value, at);
}

const DAY_S = 86_400;

// Seconds since 1970, or what is finer: milliseconds, microseconds.
function isTime(value: string, at: number): boolean {
  if (!/^\d{10,16}$/.test(value)) return false;
  return Math.abs(Number(value) / 10 ** (value.length - 10) - at / 1000) < DAY_S;
}
