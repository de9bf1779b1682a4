import type { PixelRequest } from '../../recording/pixel-request';
import type { About, RequestRule } from '../rule';

/** Whether a service worker answered, and the browser does not say from where it had the answer. */
export function isByWorker({ outcome, status, viaServiceWorker }: PixelRequest): boolean {
  return outcome === 'unknown' && viaServiceWorker && status > 0;
}

/** What answered is known to be the server, and not a worker of the page's. */
export const workerAnswered: RequestRule = {
  kind: 'request',
  code: 'worker-answered',
  severity: 'warning',
  outcomes: ['unknown'],
  look: ({ request }) => (isByWorker(request) ? { status: String(request.status) } : null),
  seen: ({ status }) =>
    `A service worker of the page answered it (${status ?? ''}); whether the server was asked is not known.`,
  next: 'Repeat the check in Chrome or Edge, which say from where such an answer came.',
};

export const about: About = {
  why: 'A service worker may answer from its own store, and then nothing is counted.',
  bad: 'Status 200 by a service worker, in Firefox.',
  good: 'Status 200, from the server.',
};
