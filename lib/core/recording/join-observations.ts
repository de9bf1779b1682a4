import { appendAll } from '../base/long-lists';
import { type Anchor, createClockDifference } from './clock-difference';
import { byStart } from './in-order';
import { joinGroup } from './join-group';
import { identityOf, laterOf, type Observation, observationsOf, urlOf } from './observation';
import { groupBy } from './pair-up';
import { type PixelRequest, type Source, SOURCES } from './pixel-request';

/** What became of a recording when something was added: its other requests are as they were. */
export interface JoinChange {
  readonly changed: readonly PixelRequest[];
  /** The keys of those that turned out to be part of another. */
  readonly gone: readonly string[];
}

/** What became of a list of requests when others were joined with it. */
export interface TakeChange {
  readonly added: readonly PixelRequest[];
  /** Those that are another by now, or part of one. */
  readonly gone: readonly PixelRequest[];
}

export type Joining = ReturnType<typeof createJoining>;

/** The pixel requests that observations tell of, in the order in which they started. */
export function joinObservations(observations: readonly Observation[]): readonly PixelRequest[] {
  const joining = createJoining();
  joining.observe(observations);
  return joining.requests();
}

/** The same of requests that were joined before, together or apart; what they were joined from is kept in them. */
export function joinRequests(requests: readonly PixelRequest[]): readonly PixelRequest[] {
  const joining = createJoining();
  joining.take(requests);
  return joining.requests();
}

/** How much of a URL has to be alike before it is looked at more closely: a source may cut the rest. */
const HEAD = 512;

/**
 * Joins observations into pixel requests step by step. In which order and in how many steps they come
 * makes no difference, and every one of them is in exactly one request.
 */
export function createJoining() {
  const groups = new Map<string, readonly PixelRequest[]>();
  let foreign = false;
  let ordered: readonly PixelRequest[] | null = [];

  function observe(observations: readonly Observation[]): JoinChange {
    foreign ||= observations.some(({ source }) => isForeign(source));
    const { added, goneKeys } = join(groupBy(observations, groupOf));
    return { changed: added, gone: goneKeys };
  }

  function take(requests: readonly PixelRequest[]): TakeChange {
    const fresh = new Map<string, Observation[]>();
    const alone: PixelRequest[] = [];
    for (const request of requests) {
      const name = groupOf(request);
      foreign ||= request.sightings?.some(({ source }) => isForeign(source)) ?? false;
      const known = fresh.get(name);
      if (known) appendAll(known, observationsOf(request));
      else if (groups.has(name)) fresh.set(name, [...observationsOf(request)]);
      else {
        // Most stand alone and are as they were joined.
        groups.set(name, [request]);
        alone.push(request);
      }
    }
    ordered = null;
    if (fresh.size === 0 && !foreign) return { added: alone, gone: [] };
    const { added, gone } = join(fresh);
    // What stood alone for a moment has not been told of.
    const isNew = new Set(alone);
    const isGone = new Set(gone);
    return {
      added: [...alone.filter((one) => !isGone.has(one)), ...added],
      gone: gone.filter((one) => !isNew.has(one)),
    };
  }

  function join(fresh: ReadonlyMap<string, readonly Observation[]>) {
    const added: PixelRequest[] = [];
    const gone: PixelRequest[] = [];
    const goneKeys: string[] = [];
    // How far another clock is ahead is learnt from all requests, and may change any.
    const touched = foreign ? new Set([...groups.keys(), ...fresh.keys()]) : fresh.keys();
    const told = new Map<string, readonly Observation[]>();
    for (const name of touched) {
      const before = (groups.get(name) ?? []).flatMap(observationsOf);
      told.set(name, unique([...before, ...(fresh.get(name) ?? [])]));
    }
    const ahead = foreign ? createAhead(told.values()) : () => 0;
    for (const [name, observations] of told) {
      const before = new Map((groups.get(name) ?? []).map((one) => [one.key, one]));
      const after = joinGroup(observations, ahead).map((request) => {
        const known = before.get(request.key);
        before.delete(request.key);
        if (known && JSON.stringify(known) === JSON.stringify(request)) return known;
        if (known) gone.push(known);
        added.push(request);
        return request;
      });
      appendAll(goneKeys, before.keys());
      appendAll(gone, before.values());
      groups.set(name, after);
    }
    if (added.length + gone.length > 0) ordered = null;
    return { added, gone, goneKeys };
  }

  return {
    /** Adds what a source told. */
    observe,
    /** Adds requests that were joined elsewhere or before. */
    take,
    /** Forgets the requests that began before a moment, in milliseconds since 1970. */
    forget(before: number): void {
      for (const [name, group] of groups) {
        const left = group.filter((request) => request.startedAt >= before);
        if (left.length === 0) groups.delete(name);
        else groups.set(name, left);
      }
      ordered = null;
    },
    /** All requests, in the order in which they started. */
    requests(): readonly PixelRequest[] {
      ordered ??= [...groups.values()].flat().toSorted(byStart);
      return ordered;
    },
  };
}

function groupOf(told: Pick<Observation, 'url'>): string {
  return urlOf(told).slice(0, HEAD);
}

function unique(observations: readonly Observation[]): readonly Observation[] {
  if (observations.length < 2) return observations;
  const known = new Map<string, Observation>();
  for (const observation of observations) {
    const name = identityOf(observation);
    const before = known.get(name);
    known.set(name, before ? laterOf(before, observation) : observation);
  }
  return [...known.values()];
}

/** Whether a source may have been on another machine, with a clock of its own. */
function isForeign(source: Source): boolean {
  return source === 'har-file' || source === 'remote';
}

const AGREE_MS = 1000;

/** How far the clock of an observation is ahead of the browser's, learnt from what both tell of once. */
function createAhead(groups: Iterable<readonly Observation[]>): (one: Observation) => number {
  const anchors: (Anchor & { readonly source: Source })[] = [];
  for (const group of groups) {
    const bySource = groupBy(group, ({ source }) => source);
    const [home] = SOURCES.filter((source) => !isForeign(source) && bySource.has(source));
    if (home === undefined) continue;
    const [here, ...others] = bySource.get(home) ?? [];
    if (!here || others.length > 0) continue;
    for (const [source, [there, ...more]] of bySource) {
      if (!there || more.length > 0 || !isForeign(source)) continue;
      anchors.push({
        source,
        at: there.startedAt,
        ahead: there.startedAt - here.startedAt,
      });
    }
  }
  const differences = new Map(
    [...groupBy(anchors, ({ source }) => source)].map(([source, list]) => [
      source,
      createClockDifference(list, AGREE_MS),
    ]),
  );
  return ({ source, startedAt }) => differences.get(source)?.(startedAt) ?? 0;
}
