import type { About, RequestRule } from '../rule';

/** A person expects a tracker several times on a page view, and it fired more often. Of one that is expected once there is `fired-again`. */
export const firedMore: RequestRule = {
  kind: 'request',
  code: 'fired-more',
  severity: 'error',
  look: ({ request, occurrence, mostFired }) =>
    occurrence !== null && mostFired > 1 && occurrence > mostFired
      ? {
          id: request.url.id ?? '',
          occurrence: String(occurrence),
          expected: String(mostFired),
        }
      : null,
  seen: ({ id, occurrence, expected }) =>
    `Tracker ${id ?? ''} fired more often on this page view than expected: request number ${occurrence ?? ''} of ${expected ?? ''}.`,
  next: 'Check whether the tag stands once too often, or the page shows the creative more often than was thought; then change how often it is expected.',
};

export const about: About = {
  why: 'Each request counts as an impression, and its cost is counted each time.',
  bad: 'Three requests of tracker 531 on a page view, where two are expected.',
  good: 'Two requests of tracker 531 on a page view, where two are expected.',
};
