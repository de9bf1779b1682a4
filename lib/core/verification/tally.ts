import type { Severity } from '../base/finding';
import { mayHaveReachedServer } from '../recording/pixel-request';
import type { CheckedRequest } from './checked-request';

/** What the requests of one tracker add up to, on one page view or on all. */
export interface Tally {
  /** In the order of time. */
  readonly rows: readonly CheckedRequest[];
  /** How often it fired, as far as the server may know; the hops of a redirect are one. */
  readonly fired: number;
  /** How often we answered in the service’s place. */
  readonly rehearsed: number;
  /** By severity and code, in the order in which each was first found, the requests that have it. */
  readonly remarks: Readonly<Record<Severity, Remarks>> | null;
}
type Remarks = ReadonlyMap<string, readonly CheckedRequest[]>;

// There are as many as trackers times page views, and most have no remark.
interface Counted extends Tally {
  readonly rows: CheckedRequest[];
  fired: number;
  rehearsed: number;
  remarks: Record<Severity, Map<string, CheckedRequest[]>> | null;
}

/** Tallies of every tracker. Requests are taken in the order of time, and may be taken back, the last one first. */
export function createTallies() {
  const all = new Map<number, Counted>();
  const onViews = new Map<string, Map<number, Counted>>();
  let remarked = 0;
  const mapOf = (viewId: string) => getOrAdd(onViews, viewId, () => new Map<number, Counted>());
  const talliesOf = ({ pageView }: CheckedRequest) =>
    pageView === null ? [all] : [all, mapOf(pageView.id)];
  return {
    push(row: CheckedRequest): void {
      if (isRemarked(row)) remarked += 1;
      const { trackerId } = row;
      if (trackerId === null) return;
      for (const map of talliesOf(row)) pushTo(getOrAdd(map, trackerId, createTally), row);
    },
    /** Takes the last request back. */
    pop(row: CheckedRequest): void {
      if (isRemarked(row)) remarked -= 1;
      const { trackerId } = row;
      if (trackerId === null) return;
      for (const map of talliesOf(row)) {
        const tally = map.get(trackerId);
        if (tally) popFrom(tally, row);
        if (tally?.rows.length === 0) map.delete(trackerId);
      }
    },
    /** Of a tracker, on one page view or on all; `null` where it was not seen there. */
    of: (trackerId: number, viewId: string | null): Tally | null =>
      (viewId === null ? all : onViews.get(viewId))?.get(trackerId) ?? null,
    /** The trackers that were seen, in the order in which they were first. */
    seen: (): Iterable<number> => all.keys(),
    /** How many requests have a remark that is more than a hint. */
    remarked: () => remarked,
  };
}

function createTally(): Counted {
  return { rows: [], fired: 0, rehearsed: 0, remarks: null };
}

function pushTo(tally: Counted, row: CheckedRequest): void {
  tally.rows.push(row);
  tally.fired += Number(hasFired(row));
  tally.rehearsed += Number(isRehearsed(row));
  for (const { code, severity } of row.findings) {
    tally.remarks ??= { error: new Map(), warning: new Map(), info: new Map() };
    getOrAdd(tally.remarks[severity], code, () => []).push(row);
  }
}

function popFrom(tally: Counted, row: CheckedRequest): void {
  tally.rows.pop();
  tally.fired -= Number(hasFired(row));
  tally.rehearsed -= Number(isRehearsed(row));
  for (const { code, severity } of row.findings) {
    const having = tally.remarks?.[severity].get(code);
    having?.pop();
    if (having?.length === 0) tally.remarks?.[severity].delete(code);
  }
}

/** Whether a request counts as fired, as far as the server may know; the hops of a redirect do not. */
export function hasFired({ isRedirectHop, isNeverShown, request }: CheckedRequest): boolean {
  return !isRedirectHop && isNeverShown !== true && mayHaveReachedServer(request);
}

/** Whether a request would have counted as fired, had it not been rehearsed. */
export function isRehearsedFiring({
  isRedirectHop,
  isNeverShown,
  request,
}: CheckedRequest): boolean {
  return !isRedirectHop && isNeverShown !== true && request.outcome === 'rehearsed';
}

function isRehearsed({ request }: CheckedRequest): boolean {
  return request.outcome === 'rehearsed';
}

/** Whether a request has a finding that is more than a note. */
export function isRemarked({ findings }: CheckedRequest): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

/** What a map has under a name, made there where there was nothing. */
export function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
