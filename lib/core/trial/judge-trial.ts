import { ownValue } from '../base/own-value';
import { readPlace } from '../judge/page-tags';
import { readPixelUrl } from '../pixel/pixel-url';
import type { Loader, PixelRequest } from '../recording/pixel-request';
import type { CheckedRequest, Known } from '../verification/checked-request';
import { checkRequests } from '../verification/checking';
import { judgePage, type UnfiredTag } from '../verification/unfired';
import { readMarkup } from './markup';
import { lookAtMarkup, TRIAL_PAGE } from './places';
import type { Trial } from './told';

/** What a trial comes to. */
export interface JudgedTrial {
  /** The requests of impression trackers that the tag would make. None was sent. */
  readonly rows: readonly CheckedRequest[];
  /** Tags that would ask for nothing, each with its reason. */
  readonly silent: readonly UnfiredTag[];
  /** The addresses of others that it would ask for. */
  readonly others: readonly string[];
}

const VIEW_ID = 'trial';

/**
 * Judges what a tag asked for by the rules that judge what a page asked for, and says of what stands in it and was
 * not asked for why that is so. `text` is the tag as it was tried; `now` in milliseconds since 1970, UTC.
 */
export function judgeTrial(text: string, trial: Trial, known: Known, now: number): JudgedTrial {
  const requests: PixelRequest[] = [];
  const others: string[] = [];
  for (const { url, loader } of trial.requests) {
    const request = toRequest(url, loader, requests.length, now);
    if (request) requests.push(request);
    else others.push(url);
  }
  const views = [{ id: VIEW_ID, verificationId: VIEW_ID, url: TRIAL_PAGE, startedAt: now }];
  const { rows } = checkRequests(requests, views, known);
  const verification = {
    id: VIEW_ID,
    tabId: 0,
    startedAt: now,
    expectedIds: [],
    openedAfterLoad: false,
    clearedAt: null,
  };
  const page = judgePage(lookAtMarkup(readMarkup(text), now), rows, verification, views);
  return { rows, silent: page.tags, others };
}

/** What a tag would ask for as far as that can be read in it, where it cannot be run: what its code does is not known. */
export function readTrial(text: string): Trial {
  const places = lookAtMarkup(readMarkup(text), 0).places;
  const requests = places
    .flatMap(readPlace)
    .flatMap(({ isLoader, tag, place }) =>
      isLoader
        ? [{ url: absolute(tag.url.text), loader: ownValue(LOADERS, place.name) ?? 'other' }]
        : [],
    );
  return { requests, hints: [], errors: [], end: 'read' };
}

const LOADERS: Readonly<Record<string, Loader>> = {
  img: 'image',
  script: 'script',
  iframe: 'document',
  frame: 'document',
  embed: 'document',
  object: 'document',
};

// As on a page that has TLS.
function absolute(address: string): string {
  const plain = address.trim();
  return plain.startsWith('//') ? `https:${plain}` : plain;
}

function toRequest(url: string, loader: Loader, index: number, now: number): PixelRequest | null {
  const pixel = readPixelUrl(url);
  if (!pixel) return null;
  return {
    key: `${VIEW_ID} ${index}`,
    url: pixel,
    method: 'GET',
    startedAt: now + index,
    duration: null,
    status: 0,
    outcome: 'tried',
    error: null,
    fromCache: null,
    loader,
    frameUrl: TRIAL_PAGE,
    redirectUrl: null,
    viaServiceWorker: false,
    sightings: [{ source: 'trial', requestId: String(index) }],
  };
}
