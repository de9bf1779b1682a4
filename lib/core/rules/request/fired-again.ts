import type { About, RequestRule } from '../rule';

/** A tracker fires once on a page view; every further request is another impression counted. */
export const firedAgain: RequestRule = {
  kind: 'request',
  code: 'fired-again',
  severity: 'error',
  look: ({ request, occurrence }) =>
    occurrence !== null && occurrence > 1
      ? { id: request.url.id ?? '', occurrence: String(occurrence) }
      : null,
  seen: ({ id, occurrence }) =>
    `Tracker ${id ?? ''} fired again on this page view: request number ${occurrence ?? ''}.`,
  next: 'Check whether the tag stands twice, as in the banner and as an event tag. A page that shows the creative twice fires twice rightly.',
};

export const about: About = {
  why: 'Each request counts as an impression, and its cost is counted each time.',
  bad: 'Two requests of tracker 531 on one page view.',
  good: 'One request of tracker 531 on each page view.',
};
