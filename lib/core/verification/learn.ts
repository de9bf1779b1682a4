import type { AdServer } from '../ad-server/ad-server';
import type { Tracker } from '../tracker/tracker';
import type { Known } from './checked-request';

/** Where what is known beside a recording is read. */
export interface Knowledge {
  findTrackers(ids: readonly number[]): Promise<readonly Tracker[]>;
  /** Whether any tracker was ever loaded here. */
  hasTrackers(): Promise<boolean>;
  /** The catalogue with the person's own ad servers. */
  adServers(): Promise<readonly AdServer[]>;
  /** Hosts at which the person's own names, and the administrator's, lead to the service. */
  ownHosts(): Promise<readonly string[]>;
}

/** While nothing is known. */
export const NOTHING_KNOWN: Known = { trackers: { byId: new Map(), loaded: false }, servers: [] };

/**
 * Looks up what is known of these trackers and of ad servers, and gives what to make of what was known until
 * then: what has not changed is the very same, and what was known of other trackers is kept.
 */
export async function learn(
  actions: Knowledge,
  ids: Iterable<number>,
): Promise<(before: Known) => Known> {
  const asked = new Set(ids);
  const [found, loaded, servers, ownHosts] = await Promise.all([
    actions.findTrackers([...asked]),
    actions.hasTrackers(),
    actions.adServers(),
    actions.ownHosts(),
  ]);
  return (before) => {
    const { byId } = before.trackers;
    const others = [...byId].filter(([id]) => !asked.has(id));
    const now = found.map((one) => [one.id, sameOr(byId.get(one.id), one)] as const);
    const isSame =
      others.length + now.length === byId.size && now.every(([id, one]) => byId.get(id) === one);
    return {
      trackers: { ...before.trackers, byId: isSame ? byId : new Map([...others, ...now]), loaded },
      servers: sameOr(before.servers, servers),
      ownHosts: sameOr(before.ownHosts, ownHosts),
    };
  };
}

function sameOr<T>(before: T | undefined, now: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** The same, without what Monetize showed to somebody else. */
export function withoutAbsent({ trackers: { byId, loaded }, ...rest }: Known): Known {
  return { ...rest, trackers: { byId, loaded } };
}

/** The same, with ids of which Monetize shows no tracker. */
export function withAbsent({ trackers, ...rest }: Known, ids: readonly number[]): Known {
  const absent = new Set([...(trackers.absent ?? []), ...ids]);
  return { ...rest, trackers: { ...trackers, absent } };
}
