import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The answer is there. */
export const pending: RequestRule = {
  kind: 'request',
  code: 'pending',
  severity: 'warning',
  outcomes: ['pending'],
  look: ({ request }) => endedAs(request, 'pending'),
  seen: 'There is no answer yet.',
  next: 'Wait a moment and press Check again.',
};

export const about: About = {
  why: 'Until the server answers there is no proof that the impression was counted.',
  bad: 'A request without a status.',
  good: 'Status 200, from the server.',
};
