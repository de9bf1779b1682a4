import { type PixelUrl, readPixelUrl } from '../pixel/pixel-url';
import {
  FACTS,
  type Outcome,
  type PixelRequest,
  type Sighting,
  type Source,
} from './pixel-request';

/** What one source told of one request. Every source of requests gives these, and nothing else. */
export interface Observation extends Pick<
  PixelRequest,
  (typeof FACTS)[number] | 'upgradedBy' | 'pageDocument' | 'pageSite' | 'isTabUnsure'
> {
  readonly source: Source;
  /**
   * The source's own name for the request, of a redirect for the hop. A HAR has none: there it is the
   * count among those that are alike in URL, method and start.
   */
  readonly requestId: string;
  readonly tabId: number | null;
  /** How exactly the source tells the time, in milliseconds: 1000 where it knows whole seconds. */
  readonly precision: number;
  readonly url: PixelUrl;
  /** The source told only the beginning of the URL. */
  readonly urlIsCut: boolean;
  readonly method: string;
}

/** Two observations with the same identity are of one request, told twice by one source. */
export function identityOf(observation: Observation): string {
  const { source, startedAt, requestId, method } = observation;
  return `${source} ${startedAt} ${requestId} ${method} ${urlOf(observation)}`;
}

/** A URL as it is compared: no server is ever sent what stands behind `#`. */
export function urlOf({ url }: Pick<Observation, 'url'>): string {
  const hash = url.raw.indexOf('#');
  return hash < 0 ? url.raw : url.raw.slice(0, hash);
}

// From what says least to what says most: who saw an answer knows more than who saw none.
const TELLING: readonly Outcome[] = [
  'pending',
  'unknown',
  'aborted',
  'network-error',
  'blocked-by-browser',
  'blocked-by-page',
  'blocked-by-extension',
  'answered',
  'withheld',
  'from-cache',
  'bounce-failed',
];

/** Above 0 where `a` says more of the end than `b`, below it where less, 0 where as much. */
export function compareTelling(a: Observation, b: Observation): number {
  return tellingOf(a) - tellingOf(b);
}

// By `webRequest` a cache answered, too, where the server was asked whether that may: who saw its answer knows better.
function tellingOf({ source, outcome }: Observation): number {
  const isVague = source === 'webRequest' && outcome === 'from-cache';
  return isVague ? TELLING.indexOf('answered') - 0.5 : TELLING.indexOf(outcome);
}

/** Of what a source told twice of one request, what it told when it knew more, whichever came first. */
export function laterOf(a: Observation, b: Observation): Observation {
  const more =
    compareTelling(a, b) ||
    (a.duration ?? -1) - (b.duration ?? -1) ||
    frameRank(a) - frameRank(b) ||
    (textOf(a) > textOf(b) ? 1 : -1);
  return more > 0 ? a : b;
}

// What is read back has its fields in another order.
function textOf(observation: Observation): string {
  const { tabId, precision, urlIsCut, url, pageDocument, pageSite, isTabUnsure } = observation;
  return JSON.stringify([
    ...FACTS.map((fact) => observation[fact]),
    tabId,
    precision,
    urlIsCut,
    url.raw,
    pageDocument ?? null,
    pageSite ?? null,
    isTabUnsure ?? null,
  ]);
}

/** How much is told of the frame: nothing, its site, the document. */
export function frameRank({ frameUrl }: Pick<Observation, 'frameUrl'>): number {
  if (frameUrl === null) return 0;
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*\/?$/i.test(frameUrl) ? 1 : 2;
}

/** The observations that a request was joined from. */
export function observationsOf(request: PixelRequest): readonly Observation[] {
  const {
    key: _key,
    pageDocument: _document,
    pageSite: _site,
    isTabUnsure: _unsure,
    sightings = [BEFORE_SIGHTINGS],
    ...joined
  } = request;
  return sightings.map(({ rawUrl, urlIsCut = false, tabId = null, precision = 0, ...told }) => ({
    ...joined,
    ...told,
    tabId,
    precision,
    url: (rawUrl === undefined ? null : readPixelUrl(rawUrl)) ?? joined.url,
    urlIsCut,
  }));
}

// The event and the log gave the same request the same key, so either will do.
const BEFORE_SIGHTINGS: Sighting = { source: 'har-log', requestId: '1' };

/** An observation as it is kept with its request. */
export function toSighting(observation: Observation, request: PixelRequest): Sighting {
  const { source, requestId, tabId, precision, url, urlIsCut } = observation;
  const { pageDocument, pageSite, isTabUnsure } = observation;
  return {
    source,
    requestId,
    ...(tabId !== null && { tabId }),
    ...(precision > 0 && { precision }),
    ...(url.raw !== request.url.raw && { rawUrl: url.raw }),
    ...(urlIsCut && { urlIsCut }),
    ...(pageDocument !== undefined && { pageDocument }),
    ...(pageSite !== undefined && { pageSite }),
    ...(isTabUnsure !== undefined && { isTabUnsure }),
    ...differences(observation, request),
  };
}

function differences(observation: Observation, request: PixelRequest): Partial<Sighting> {
  const entries = FACTS.filter((fact) => observation[fact] !== request[fact]).map((fact) => [
    fact,
    observation[fact],
  ]);
  return Object.fromEntries(entries);
}
