import { datesOf, shortDatesOf } from '../base/dates';
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

/** How often a cachebuster was used after the first time: in all, and by each tracker. */
interface Again {
  readonly by: Map<string | null, number>;
  count: number;
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
 * same however many came before, and the last one may be taken back. `documentOf` names the document of a request: a
 * creative may stay as it is while its page goes on to another view.
 */
export function createCachebusters(documentOf: (request: PixelRequest) => string | null) {
  const firsts = Array.from({ length: ROOMS }, () => new Map<string, PixelRequest>());
  let used = 0;
  const again = new Map<string, Again>();
  const trackers = new Map<string | null, OfTracker>();

  function use(value: string, request: PixelRequest): PixelRequest | null {
    const room = firsts[roomOf(value)];
    const first = room?.get(value);
    if (first) return first;
    room?.set(value, request);
    used += 1;
    return null;
  }

  function countAgain(value: string, id: string | null): number {
    const all = getOrAdd(again, value, createAgain);
    const count = (all.by.get(id) ?? 0) + 1;
    all.by.set(id, count);
    all.count += 1;
    return count;
  }

  return {
    push(request: PixelRequest, isHop: boolean): CachebusterPast {
      const { id } = request.url;
      const value = cachebusterOf(request);
      if (value === null) return NOTHING;
      const first = use(value, request);
      const isRepeated = first !== null && countAgain(value, id) + Number(first.url.id === id) > 1;
      // A hop has the cachebuster of what led to it.
      if (isHop) return NOTHING;
      const isElsewhere =
        first !== null &&
        !isRepeated &&
        isOnOther(documentOf(first), documentOf(request)) &&
        !mayBeChance(value, used, again.get(value)?.count ?? 1);
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
      const all = again.get(value);
      // Whatever was used again, the first stays.
      if (all) {
        const count = (all.by.get(id) ?? 0) - 1;
        if (count > 0) all.by.set(id, count);
        else all.by.delete(id);
        all.count -= 1;
        if (all.count === 0) again.delete(value);
      } else if (firsts[roomOf(value)]?.delete(value)) used -= 1;
      const tracker = isHop ? undefined : trackers.get(id);
      tracker?.requests.pop();
      tracker?.pasts.pop();
    },
  };
}

function createAgain(): Again {
  return { by: new Map(), count: 0 };
}

const BY_CHANCE = 0.1;

// How many values would be used again so often if all were random, of as many signs as this one.
function mayBeChance(value: string, used: number, again: number): boolean {
  const signs = /^\d+$/.test(value) ? 10 : 16;
  return used * (used / signs ** value.length) ** again >= BY_CHANCE;
}

function createOfTracker(): OfTracker {
  return { requests: [], pasts: [] };
}

// Which document one without is of, nobody knows.
function isOnOther(first: string | null, documentId: string | null): boolean {
  return first !== null && documentId !== null && first !== documentId;
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

// A clock goes on, and so does not come back to the same soon.
function isTime(value: string, at: number): boolean {
  if (/^\d{10,16}$/.test(value) && isNear(Number(value) / 10 ** (value.length - 10), at))
    return true;
  return isCodedTime(value, at) || isCalendarTime(value, at);
}

// Seconds since 1970, or what is finer: milliseconds, microseconds.
function isNear(seconds: number, at: number): boolean {
  return Math.abs(seconds - at / 1000) < DAY_S;
}

// The same in letters and digits, as programs write numbers short.
function isCodedTime(value: string, at: number): boolean {
  if (!/^[\da-z]{6,11}$/i.test(value)) return false;
  return [16, 36].some((base) => {
    const number = Number.parseInt(value, base);
    return isNear(number, at) || isNear(number / 1000, at);
  });
}

const TO_THE_SECOND = /^(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{0,6}$/;

// A date and a time to the second or finer.
function isCalendarTime(value: string, at: number): boolean {
  const digits = value.replace(/[-_.TZ]/g, '');
  if (!/^\d{12,20}$/.test(digits)) return false;
  const dates = [...datesOf(at), ...shortDatesOf(at)];
  return dates.some(
    (date) => digits.startsWith(date) && TO_THE_SECOND.test(digits.slice(date.length)),
  );
}
