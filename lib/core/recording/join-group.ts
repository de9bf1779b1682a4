import { appendAll } from '../base/long-lists';
import {
  compareTelling,
  frameRank,
  identityOf,
  type Observation,
  toSighting,
  urlOf,
} from './observation';
import { groupBy, type Pairable, pairUp } from './pair-up';
import { type PixelRequest, SOURCES, type Source } from './pixel-request';

/**
 * How far two clocks that should agree may differ on when a request began, in milliseconds: each
 * source looks at another moment of it. The event and the log of DevTools give the same number.
 */
const CLOCKS_AGREE_MS = 500;

/** The two halves of a request that passed through a service worker begin this close together. */
const TWIN_WINDOW_MS = 1000;

/** What is taken for one request: at first one observation, in the end all of it. */
interface Cluster extends Pairable {
  readonly lead: Observation;
  readonly members: Observation[];
}

/**
 * The requests among observations of (the beginning of) one URL. Two of one source are
 * never one request, save the halves at both sides of a service worker; two of different sources are
 * where they are alike and no other fits better. `ahead` is how far an observation's clock is ahead.
 */
export function joinGroup(
  observations: readonly Observation[],
  ahead: (observation: Observation) => number,
): readonly PixelRequest[] {
  let clusters: readonly Cluster[] = [];
  const bySource = groupBy(observations, ({ source }) => source);
  for (const source of SOURCES) {
    const told = (bySource.get(source) ?? []).map((one) => clusterOf(one, ahead)).toSorted(byTime);
    clusters = told.length === 0 ? clusters : joinSource(clusters, told);
  }
  return withKeys(joinHalves(clusters).map(({ members }) => members));
}

function clusterOf(observation: Observation, ahead: (observation: Observation) => number): Cluster {
  const { loader, frameUrl, tabId, method } = observation;
  const same = `${tabId} ${method} ${loader} ${urlOf(observation)}`;
  return {
    lead: observation,
    members: [observation],
    at: observation.startedAt - ahead(observation),
    // Of the frame one source may know the document, and another its site.
    marks: [`${frameUrl} ${same}`, `${siteOf(frameUrl)} ${same}`, same],
  };
}

function joinSource(clusters: readonly Cluster[], told: readonly Cluster[]): readonly Cluster[] {
  const pairs = pairUp(clusters, told, reachOf, mayBeOne);
  for (const [one, cluster] of pairs) cluster.members.push(one.lead);
  return [...clusters, ...told.filter((one) => !pairs.has(one))].toSorted(byTime);
}

function siteOf(frameUrl: string | null): string | null {
  return frameUrl === null ? null : (/^[^/]*\/\/[^/?#]*/.exec(frameUrl)?.[0] ?? frameUrl);
}

function reachOf({ lead: a }: Cluster, { lead: b }: Cluster): number {
  if (isWithin(b, a)) return b.startedAt - a.startedAt;
  const apart = isDevtools(a.source) && isDevtools(b.source) ? 0 : CLOCKS_AGREE_MS;
  return apart + a.precision + b.precision;
}

/**
 * DevTools counts from when the page asks, `webRequest` from when the browser takes it up, which on a busy machine
 * may be much later: what began meanwhile and ended with it, in a frame of the same site, may be the same.
 */
function isWithin(inner: Observation, outer: Observation): boolean {
  if (inner.source !== 'webRequest' || !isDevtools(outer.source)) return false;
  if (inner.duration === null || outer.duration === null) return false;
  if (inner.startedAt - outer.startedAt <= CLOCKS_AGREE_MS) return false;
  const isSameSite =
    inner.frameUrl === null ||
    outer.frameUrl === null ||
    siteOf(inner.frameUrl) === siteOf(outer.frameUrl);
  const between = inner.startedAt + inner.duration - (outer.startedAt + outer.duration);
  return isSameSite && Math.abs(between) <= CLOCKS_AGREE_MS;
}

function isDevtools(source: Source): boolean {
  return source === 'har-log' || source === 'devtools-event';
}

function mayBeOne({ lead: a }: Cluster, { lead: b }: Cluster): boolean {
  const sameTab = a.tabId === b.tabId || a.tabId === null || b.tabId === null;
  const sameLoader = a.loader === b.loader || isVague(a) || isVague(b) || isSent(a, b);
  return sameTab && sameLoader && a.method === b.method && sameUrl(a, b);
}

// Of beacons Firefox's log says no more than of `fetch`.
function isSent({ loader: a }: Observation, { loader: b }: Observation): boolean {
  return (a === 'fetch' && b === 'ping') || (a === 'ping' && b === 'fetch');
}

function isVague({ loader }: Observation): boolean {
  return loader === null || loader === 'other';
}

function sameUrl(a: Observation, b: Observation): boolean {
  const [one, other] = [urlOf(a), urlOf(b)];
  return (
    one === other || (a.urlIsCut && other.startsWith(one)) || (b.urlIsCut && one.startsWith(other))
  );
}

/**
 * A request that passed through a service worker is told twice, once by the page and once by the
 * worker, which fetches; the server saw one. The page's half leads, since it knows the frame (peers'
 * study, 6a). What a cache of the worker answered has no other half.
 */
function joinHalves(clusters: readonly Cluster[]): readonly Cluster[] {
  const isHalf = ({ members }: Cluster) => members.some((one) => one.viaServiceWorker);
  const halves = clusters.filter(
    (one) => isHalf(one) && one.members.every(({ outcome }) => outcome !== 'from-cache'),
  );
  if (halves.length === 0) return clusters;
  const byWorker = clusters.filter(
    (one) => !isHalf(one) && (one.lead.loader === 'fetch' || isVague(one.lead)),
  );
  const asTwin = (cluster: Cluster) => ({
    cluster,
    at: cluster.at,
    marks: [`${cluster.lead.method} ${urlOf(cluster.lead)}`],
  });
  const pairs = pairUp(
    halves.map(asTwin),
    byWorker.map(asTwin),
    () => TWIN_WINDOW_MS,
    () => false,
  );
  const gone = new Set<Cluster>();
  for (const [worker, half] of pairs) {
    appendAll(half.cluster.members, worker.cluster.members);
    gone.add(worker.cluster);
  }
  return clusters.filter((cluster) => !gone.has(cluster));
}

function byTime(a: Cluster, b: Cluster): number {
  return (
    a.at - b.at ||
    SOURCES.indexOf(a.lead.source) - SOURCES.indexOf(b.lead.source) ||
    a.lead.requestId.length - b.lead.requestId.length ||
    (identityOf(a.lead) < identityOf(b.lead) ? -1 : 1)
  );
}

function withKeys(groups: readonly (readonly Observation[])[]): readonly PixelRequest[] {
  const used = new Set<string>();
  return groups.flatMap((members) => {
    const [lead] = members;
    if (!lead) return [];
    const named = keyOf(lead);
    const key = used.has(named) ? `${named} ${lead.source}` : named;
    used.add(key);
    return requestOf(key, lead, members);
  });
}

// DevTools names no request; what stands here is the key that recordings had from the first.
function keyOf({ source, requestId, url, method, startedAt }: Observation): string {
  const alike = `${url.raw} ${startedAt} ${method}`;
  if (source === 'webRequest' || source === 'remote' || source === 'sink')
    return `${alike} ${source} ${requestId}`;
  return requestId === '1' ? alike : `${alike} #${requestId}`;
}

function requestOf(key: string, lead: Observation, members: readonly Observation[]): PixelRequest {
  const best = (compare: (a: Observation, b: Observation) => number) =>
    members.reduce((one, other) => (compare(other, one) > 0 ? other : one), lead);
  const { outcome, status, error, fromCache, duration, redirectUrl } = best(compareTelling);
  // The page is told how a redirect ended that its service worker followed, and only the worker that there was one.
  const ledTo = members.find((one) => one.redirectUrl !== null)?.redirectUrl ?? null;
  const upgradedBy = members.find((one) => one.upgradedBy !== undefined)?.upgradedBy;
  const pageDocument = members.find((one) => one.pageDocument !== undefined)?.pageDocument;
  const pageSite = members.find((one) => one.pageSite !== undefined)?.pageSite;
  const isTabUnsure = members.every((one) => one.isTabUnsure === true);
  const request: PixelRequest = {
    key,
    url: best((a, b) => urlOf(a).length - urlOf(b).length).url,
    method: lead.method,
    startedAt: lead.startedAt,
    duration,
    status,
    outcome,
    error,
    fromCache,
    loader: best((a, b) => Number(isVague(b)) - Number(isVague(a))).loader,
    frameUrl: best((a, b) => frameRank(a) - frameRank(b)).frameUrl,
    redirectUrl: redirectUrl ?? ledTo,
    viaServiceWorker: members.some((one) => one.viaServiceWorker),
    ...(upgradedBy !== undefined && { upgradedBy }),
    ...(pageDocument !== undefined && { pageDocument }),
    ...(pageSite !== undefined && { pageSite }),
    ...(isTabUnsure && { isTabUnsure }),
  };
  return { ...request, sightings: members.map((member) => toSighting(member, request)) };
}
