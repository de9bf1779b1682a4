import type { Severity } from '../base/finding';
import { mayHaveReachedServer } from '../recording/pixel-request';
import type { CheckedRequest } from './checked-request';

/** What the requests of one tracker add up to, on one page view or on all. */
export interface Tally {
  /** In the order of time. */
  readonly rows: readonly CheckedRequest[];
  /** How often it fired, as far as the server may know; the hops of a redirect are one. */
  readonly fired: number;
  /** By code, in the order in which each was first found, the requests that have it. */
  remarks(severity: Severity): ReadonlyMap<string, readonly CheckedRequest[]>;
}

type Counted = ReturnType<typeof createTally>;

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
      for (const map of talliesOf(row)) getOrAdd(map, trackerId, createTally).push(row);
    },
    /** Takes the last request back. */
    pop(row: CheckedRequest): void {
      if (isRemarked(row)) remarked -= 1;
      const { trackerId } = row;
      if (trackerId === null) return;
      for (const map of talliesOf(row)) {
        const tally = map.get(trackerId);
        tally?.pop(row);
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

function createTally() {
  const rows: CheckedRequest[] = [];
  const bySeverity = {
    error: new Map<string, CheckedRequest[]>(),
    warning: new Map<string, CheckedRequest[]>(),
    info: new Map<string, CheckedRequest[]>(),
  };
  let fired = 0;
  return {
    rows,
    get fired() {
      return fired;
    },
    remarks: (severity: Severity) => bySeverity[severity],
    push(row: CheckedRequest): void {
      rows.push(row);
      fired += Number(hasFired(row));
      for (const { code, severity } of row.findings) {
        getOrAdd(bySeverity[severity], code, () => []).push(row);
      }
    },
    pop(row: CheckedRequest): void {
      rows.pop();
      fired -= Number(hasFired(row));
      for (const { code, severity } of row.findings) {
        const having = bySeverity[severity].get(code);
        having?.pop();
        if (having?.length === 0) bySeverity[severity].delete(code);
      }
    },
  };
}

function hasFired({ isRedirectHop, request }: CheckedRequest): boolean {
  return !isRedirectHop && mayHaveReachedServer(request);
}

function isRemarked({ findings }: CheckedRequest): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
