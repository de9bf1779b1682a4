import { endedAs } from './outcome';
import { isByWorker } from './worker-answered';
import type { About, RequestRule } from '../rule';

/** The request was answered, in a browser that does not say more. */
export const noAnswer: RequestRule = {
  kind: 'request',
  code: 'no-answer',
  severity: 'error',
  outcomes: ['unknown'],
  look: ({ request }) => (isByWorker(request) ? null : endedAs(request, 'unknown')),
  seen: 'It was blocked or failed; this browser does not say why.',
  next: 'Load the page with blockers off, or repeat the check in Chrome or Edge, which say why.',
};

export const about: About = {
  why: 'Without an answer there is no proof that the impression was counted.',
  bad: 'Status 0 in Firefox.',
  good: 'Status 200, from the server.',
};
