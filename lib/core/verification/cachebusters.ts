import type { PixelRequest } from '../recording/pixel-request';
import type { RequestContext } from '../rules/rule';
import { getOrAdd } from './tally';

/** What the cachebusters before one tell of it. */
export type CachebusterPast = Pick<
  RequestContext,
  'cachebusterSeenBefore' | 'cachebusterElsewhere' | 'cachebusterSteps' | 'cachebusterAlike'
>;

/** The requests of one tracker that had a cachebuster of their own, in the order of time, and what was said of each. */
interface OfTracker {
  readonly requests: PixelRequest[];
  readonly pasts: CachebusterPast[];
}

const NOTHING: CachebusterPast = {
  cachebusterSeenBefore: false,
  cachebusterElsewhere: false,
  cachebusterSteps: 0,
  cachebusterAlike: 0,
};

// One table of a hundred thousand texts costs twice what many small ones do.
const ROOMS = 256;

/** The same number for the same text, below `ROOMS`. Most of what tells cachebusters apart stands at their end. */
function roomOf(value: string): number {
  const end = value.length;
  const [one, two] = [value.charCodeAt(end - 1), end > 1 ? value.charCodeAt(end - 2) : 0];
  return (one * 26 + two) % ROOMS;
}

/**
 * Remembers which cachebusters were used: by which trackers, and on which page view first. Each request costs the
 * same however many came before, and the last one may be taken back. `viewAt` names the page view of a moment.
 */
export function createCachebusters(viewAt: (at: number) => string | null) {
  const firsts = Array.from({ length: ROOMS }, () => new Map<string, PixelRequest>());
  // Only of those that were used again: how often after the first, by each tracker.
  const again = new Map<string, Map<string | null, number>>();
  const trackers = new Map<string | null, OfTracker>();

  function use(value: string, request: PixelRequest): PixelRequest | null {
    const room = firsts[roomOf(value)];
    const first = room?.get(value);
    if (!first) room?.set(value, request);
    return first ?? null;
  }

  function countAgain(value: string, id: string | null): number {
    const counts = getOrAdd(again, value, () => new Map<string | null, number>());
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count;
  }

  return {
    push(request: PixelRequest, viewId: string | null, isHop: boolean): CachebusterPast {
      const { id } = request.url;
      const value = cachebusterOf(request);
      if (value === null) return NOTHING;
      const first = use(value, request);
      const isRepeated = first !== null && countAgain(value, id) + Number(first.url.id === id) > 1;
      // A hop has the cachebuster of what led to it.
      if (isHop) return NOTHING;
      const isElsewhere =
        first !== null && !isRepeated && isOnOther(viewAt(first.startedAt), viewId);
      const { requests, pasts } = getOrAdd(trackers, id, createOfTracker);
      const past = pastOf(isRepeated, isElsewhere, requests.at(-1), pasts.at(-1), request);
      requests.push(request);
      pasts.push(past);
      return past;
    },
    /** Takes the last request back. */
    pop(request: PixelRequest, isHop: boolean): void {
      const { id } = request.url;
      const value = cachebusterOf(request);
      if (value === null) return;
      const counts = again.get(value);
      // Whatever was used again, the first stays.
      if (counts) {
        const count = (counts.get(id) ?? 0) - 1;
        if (count > 0) counts.set(id, count);
        else counts.delete(id);
        if (counts.size === 0) again.delete(value);
      } else firsts[roomOf(value)]?.delete(value);
      const tracker = isHop ? undefined : trackers.get(id);
      tracker?.requests.pop();
      tracker?.pasts.pop();
    },
  };
}

function createOfTracker(): OfTracker {
  return { requests: [], pasts: [] };
}

// Which page view one without is of, nobody knows.
function isOnOther(first: string | null, viewId: string | null): boolean {
  return first !== null && viewId !== null && first !== viewId;
}

function pastOf(
  isRepeated: boolean,
  isElsewhere: boolean,
  last: PixelRequest | undefined,
  lastPast: CachebusterPast | undefined,
  request: PixelRequest,
): CachebusterPast {
  const isStep = last !== undefined && isNext(last, request);
  const isLike = last !== undefined && isAlike(last, request);
  if (!isRepeated && !isElsewhere && !isStep && !isLike) return NOTHING;
  return {
    cachebusterSeenBefore: isRepeated,
    cachebusterElsewhere: isElsewhere,
    cachebusterSteps: isStep ? (lastPast?.cachebusterSteps ?? 0) + 1 : 0,
    cachebusterAlike: isLike ? (lastPast?.cachebusterAlike ?? 0) + 1 : 0,
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

// What the browser itself led on to https is called again with the very same.
function cachebusterOf({ url, upgradedBy }: PixelRequest): string | null {
  return url.cachebuster && upgradedBy === undefined ? url.cachebuster : null;
}

// A clock of milliseconds goes on by one, too, between two that are fired together.
const TOGETHER_MS = 10;

function isNext(last: PixelRequest, request: PixelRequest): boolean {
  const [before, value] = [last.url.cachebuster ?? '', request.url.cachebuster ?? ''];
  if (value.length > 15 || Math.abs(value.length - before.length) > 1) return false;
  // By the last digit most are told apart, for less than a number of each costs.
  const digit = value.charCodeAt(value.length - 1) - before.charCodeAt(before.length - 1);
  if ((digit !== 1 && digit !== -9) || Number(value) - Number(before) !== 1) return false;
  if (request.startedAt - last.startedAt <= TOGETHER_MS) return false;
  return /^\d+$/.test(value) && /^\d+$/.test(before) && !isTime(value, request.startedAt);
}

const SHORTEST = 6;
const CHANGING = 2;
// A clock of milliseconds, from wherever it counts, has gone on by more than its last two digits.
const APART_MS = 200;

function isAlike(last: PixelRequest, request: PixelRequest): boolean {
  const [before, value] = [last.url.cachebuster ?? '', request.url.cachebuster ?? ''];
  if (value.length < SHORTEST || value.length !== before.length || value === before) return false;
  const end = value.length - CHANGING;
  if (value.charCodeAt(end - 1) !== before.charCodeAt(end - 1)) return false;
  if (request.startedAt - last.startedAt < APART_MS || !/^[\w.-]+$/.test(value)) return false;
  return value.slice(0, end) === before.slice(0, end) && !isTime(value, request.startedAt);
}

const DAY_S = 86_400;

// Seconds since 1970, or what is finer: milliseconds, microseconds.
function isTime(value: string, at: number): boolean {
  if (!/^\d{10,16}$/.test(value)) return false;
  return Math.abs(Number(value) / 10 ** (value.length - 10) - at / 1000) < DAY_S;
}
