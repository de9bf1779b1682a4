import type { About, RequestRule } from '../rule';

/** A tracker fires in one frame of a page view, unless it is expected several times. Where a frame is not known, nothing is said here. */
export const firedAcrossFrames: RequestRule = {
  kind: 'request',
  code: 'fired-across-frames',
  severity: 'error',
  look: ({ request, occurrence, firedBefore, mostFired }) =>
    occurrence !== null && occurrence > 1 && mostFired === 1 && firedBefore === 'elsewhere'
      ? { id: request.url.id ?? '', occurrence: String(occurrence), frame: request.frameUrl ?? '' }
      : null,
  seen: ({ id, occurrence, frame }) =>
    `Tracker ${id ?? ''} fired on this page view from another frame before: request number ${occurrence ?? ''}, from ${frame ?? ''}`.trimEnd() +
    '.',
  next: 'Check whether the creative stands in several ad slots, each of which is an impression of its own, or whether the tag stands both in the page and in the creative.',
};

export const about: About = {
  why: 'Each request counts as an impression, and its cost is counted each time.',
  bad: 'Tracker 531 in the frames of two ad slots.',
  good: 'Tracker 531 in one frame of the page.',
};
