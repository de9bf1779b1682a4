import type { PixelRequest } from '../recording/pixel-request';
import { parametersOf } from '../pixel/pixel-url';
import { jsonWithoutSignIns } from '../recording/without-sign-ins';
import type { NotKept } from './not-kept';
import { isoTime, type JudgedRecording } from './recording';

const PRERENDER = { name: 'Sec-Purpose', value: 'prefetch;prerender' };
/** The version of the format (HAR 1.2). */
const VERSION = '1.2';

/** What a reader of the file may know of an answer that an extension gave: that no server did. */
const IN_EXTENSION = 'chrome-extension://invalid/';

/**
 * The requests as a HAR file that other tools read, and this one as what they were: a cache's answer does not become a
 * server's. Of headers and cookies there are none, since none is ever kept, but the browser's own reasons for https and for a page that it loaded ahead;
 * sizes and timings that are not known are -1 or 0, as the format wants it.
 */
export function exportHar({ verification, pageViews, requests }: JudgedRecording): string {
  const log = {
    version: VERSION,
    creator: { name: 'Piggyback', version: '1' },
    ...(verification.notKept && { comment: commentOf(verification.notKept) }),
    pages: pageViews.map(({ id, url, title, startedAt, prerenderedAt }) => ({
      id,
      title: url || (title ?? ''),
      startedDateTime: isoTime(startedAt),
      pageTimings: {},
      ...(prerenderedAt !== undefined && { _prerenderedAt: isoTime(prerenderedAt) }),
    })),
    entries: requests.map(({ request, pageView }) => ({
      ...(pageView && { pageref: pageView.id }),
      ...entryOf(request),
    })),
  };
  return `${JSON.stringify({ log }, jsonWithoutSignIns, 2)}\n`;
}

function commentOf({ since, count }: NotKept): string {
  return `The recording was full: of what began after ${isoTime(since)} nothing is in here, at least ${count} requests.`;
}

function entryOf(request: PixelRequest) {
  const { duration, upgradedBy, fromCache, viaServiceWorker, outcome, loader } = request;
  const time = duration ?? 0;
  const error = request.error ?? (outcome === 'blocked-by-page' ? '' : null);
  const upgrade = { name: 'Non-Authoritative-Reason', value: upgradedBy };
  return {
    startedDateTime: isoTime(request.startedAt),
    time,
    ...(duration === null && { comment: 'How long it took is not known.' }),
    request: {
      method: request.method,
      url: request.url.raw,
      httpVersion: '',
      cookies: [],
      headers: request.prerendered === undefined ? [] : [PRERENDER],
      queryString: parametersOf(request.url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: request.status,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: upgradedBy === undefined ? [] : [upgrade],
      content: { size: 0, mimeType: '' },
      redirectURL: outcome === 'rehearsed' ? IN_EXTENSION : (request.redirectUrl ?? ''),
      headersSize: -1,
      bodySize: -1,
      ...(error !== null && { _error: error }),
      ...(viaServiceWorker && { _fetchedViaServiceWorker: true }),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(fromCache !== null && { _fromCache: fromCache }),
    // Ours.
    ...(request.isTabUnsure === true && { _isTabUnsure: true }),
    // Whoever has a type says why there is no answer, too: of an end that is not known there is none.
    ...(outcome !== 'unknown' && { _resourceType: loader }),
  };
}
