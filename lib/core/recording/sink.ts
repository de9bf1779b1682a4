import { MAX_URL_CHARS } from '../base/limits';
import { readPixelUrl } from '../pixel/pixel-url';
import { loaderOf } from './har-entry';
import type { Observation } from './observation';
import type { PixelRequest } from './pixel-request';

/** What arrived at the stand-in for the service. */
export interface Arrival {
  readonly requestId: string;
  /** Milliseconds since 1970: when it arrived, and so somewhat after it began. */
  readonly at: number;
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly location: string | null;
  /** `Sec-Fetch-Dest`; `null` where it was not sent. */
  readonly destination: string | null;
  readonly referer: string | null;
}

/** How long a request may take to arrive on a busy machine, in milliseconds. */
const UNDER_WAY_MS = 60_000;

/** What arrived as an observation; `null` where it is no pixel's. */
export function observeArrival(arrival: Arrival): Observation | null {
  const url = readPixelUrl(arrival.url.slice(0, MAX_URL_CHARS));
  if (!url) return null;
  const { destination, status, location } = arrival;
  return {
    source: 'sink',
    requestId: arrival.requestId,
    tabId: null,
    precision: UNDER_WAY_MS,
    url,
    urlIsCut: arrival.url.length > MAX_URL_CHARS,
    method: arrival.method,
    startedAt: arrival.at,
    duration: null,
    status,
    outcome: 'answered',
    error: null,
    fromCache: null,
    // `empty` is said of fetch, beacons and pings alike.
    loader: destination === 'empty' ? null : loaderOf(destination),
    frameUrl: arrival.referer,
    redirectUrl: location,
    viaServiceWorker: false,
  };
}

/** Whether a request arrived at the stand-in. */
export function hasArrived({ sightings = [] }: PixelRequest): boolean {
  return sightings.some(({ source }) => source === 'sink');
}

/** Whether the browser told of it: what a service worker or a closing tab fires it may keep to itself. */
export function isTold({ sightings = [] }: PixelRequest): boolean {
  return sightings.some(({ source }) => source !== 'sink');
}
