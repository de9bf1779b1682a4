import type { Observation } from '@/lib/core/recording/observation';
import type { PixelRequest, Source } from '@/lib/core/recording/pixel-request';
import { readPixelUrl } from '@/lib/core/pixel/pixel-url';

import { START } from '../verification/build';

/** The address of a pixel with a cachebuster. */
export const pixel = (cachebuster: number | string, rest = '') =>
  `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${cachebuster}${rest}`;

/** What a source told of an answered image at a moment after the start, with what a test changes. */
export function seen(
  source: Source,
  at: number,
  { raw = pixel(1), ...changes }: Partial<Observation> & { raw?: string } = {},
): Observation {
  const url = readPixelUrl(raw);
  if (!url) throw new Error(`not a pixel URL: ${raw}`);
  return {
    source,
    requestId: '1',
    tabId: null,
    precision: 0,
    url,
    urlIsCut: false,
    method: 'GET',
    startedAt: START + at,
    duration: 20,
    status: 200,
    outcome: 'answered',
    error: null,
    fromCache: null,
    loader: 'image',
    frameUrl: 'https://news.example/article',
    redirectUrl: null,
    viaServiceWorker: false,
    ...changes,
  };
}

/** Each request as who told of it, and when after the start: `har-log 0 + webRequest 3`. */
export function toldBy(requests: readonly PixelRequest[]): readonly string[] {
  return requests.map(({ sightings = [], startedAt }) =>
    sightings.map(({ source, startedAt: at = startedAt }) => `${source} ${at - START}`).join(' + '),
  );
}
