import type { About, RequestRule } from '../rule';

/**
 * A tracker fires once on a page view, unless more is expected; every further request is another impression counted. From several frames
 * it has a rule of its own; frames of one address cannot be told apart.
 */
export const firedAgain: RequestRule = {
  kind: 'request',
  code: 'fired-again',
  severity: 'error',
  look: ({ request, occurrence, firedBefore, mostFired }) =>
    occurrence !== null && occurrence > 1 && mostFired === 1 && firedBefore !== 'elsewhere'
      ? {
          id: request.url.id ?? '',
          occurrence: String(occurrence),
          frame: firedBefore ?? 'not known',
        }
      : null,
  seen: ({ id, occurrence, frame }) =>
    `Tracker ${id ?? ''} fired again on this page view: request number ${occurrence ?? ''}${frame === 'not known' ? '; from which frame is not known' : ''}.`,
  next: 'Check whether the tag stands twice, as in the banner and as an event tag. A page that shows the creative twice fires twice rightly.',
};

export const about: About = {
  why: 'Each request counts as an impression, and its cost is counted each time.',
  bad: 'Two requests of tracker 531 on one page view.',
  good: 'One request of tracker 531 on each page view.',
};
