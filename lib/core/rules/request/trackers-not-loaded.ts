import type { About, RequestRule } from '../rule';

/** There are trackers to hold the id against. */
export const trackersNotLoaded: RequestRule = {
  kind: 'request',
  code: 'trackers-not-loaded',
  severity: 'info',
  look: ({ trackerId, tracker, trackersLoaded }) =>
    trackerId !== null && tracker === null && !trackersLoaded ? { id: String(trackerId) } : null,
  seen: 'The tracker could not be checked: no trackers are loaded yet.',
  next: 'Open Piggyback from the toolbar, sign in and choose the advertiser.',
};

export const about: About = {
  why: 'Name and state come from the list of an advertiser’s trackers.',
  bad: 'Recorded before anybody signed in.',
  good: 'Recorded with an advertiser’s trackers in the list.',
};
