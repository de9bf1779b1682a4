import type { About, RequestRule } from '../rule';

/** The id is one of the trackers loaded from Monetize. */
export const trackerUnknown: RequestRule = {
  kind: 'request',
  code: 'tracker-unknown',
  severity: 'warning',
  look: ({ trackerId, tracker, trackersLoaded, trackerAbsent }) =>
    trackerId !== null && tracker === null && trackersLoaded && !trackerAbsent
      ? { id: String(trackerId) }
      : null,
  seen: ({ id }) => `Tracker ${id ?? ''} is not among the trackers loaded here.`,
  next: 'Look it up in Monetize, from the details of the request; or open its advertiser in Piggyback and refresh the list.',
};

export const about: About = {
  why: 'The id may be mistyped, deleted, or belong to another advertiser.',
  bad: 'The id of another advertiser’s tracker.',
  good: 'The id of a tracker in the list.',
};
