import type { PixelRequest } from '../recording/pixel-request';
import { parametersOf } from '../pixel/pixel-url';
import { isoTime, type JudgedRecording } from './recording';

/** The version of the format (HAR 1.2). */
const VERSION = '1.2';

/**
 * The requests as a HAR file that other tools read. Of headers and cookies there are none, since none is ever
 * kept; sizes and timings that are not known are -1 or 0, as the format wants it.
 */
export function exportHar({ pageViews, requests }: JudgedRecording): string {
  const log = {
    version: VERSION,
    creator: { name: 'Piggyback', version: '1' },
    pages: pageViews.map(({ id, url, startedAt }) => ({
      id,
      title: url,
      startedDateTime: isoTime(startedAt),
      pageTimings: {},
    })),
    entries: requests.map(({ request, pageView }) => ({
      ...(pageView && { pageref: pageView.id }),
      ...entryOf(request),
    })),
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

function entryOf(request: PixelRequest) {
  const time = request.duration ?? 0;
  return {
    startedDateTime: isoTime(request.startedAt),
    time,
    request: {
      method: request.method,
      url: request.url.raw,
      httpVersion: '',
      cookies: [],
      headers: [],
      queryString: parametersOf(request.url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: request.status,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: '' },
      redirectURL: request.redirectUrl ?? '',
      headersSize: -1,
      bodySize: -1,
      ...(request.error !== null && { _error: request.error }),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(request.loader !== null && { _resourceType: request.loader }),
  };
}
