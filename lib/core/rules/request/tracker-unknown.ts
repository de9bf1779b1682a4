import type { About, RequestRule } from '../rule';

/** The id is one of the trackers loaded from Monetize. */
export const trackerUnknown: RequestRule = {
  kind: 'request',
  code: 'tracker-unknown',
  severity: 'warning',
  look: ({ trackerId, tracker, trackersLoaded }) =>
    trackerId !== null && tracker === null && trackersLoaded ? { id: String(trackerId) } : null,
  seen: ({ id }) => `Tracker ${id ?? ''} is not among the trackers loaded here.`,
  next: 'Open its advertiser in Piggyback and refresh the list, or correct the id in the creative.',
};

export const about: About = {
  why: 'The id may be mistyped, deleted, or belong to another advertiser.',
  bad: 'The id of another advertiser’s tracker.',
  good: 'The id of a tracker in the list.',
};
