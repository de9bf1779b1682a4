import type { About, RequestRule } from '../rule';

/** Monetize has a tracker with this id, as far as this person may see. */
export const trackerAbsent: RequestRule = {
  kind: 'request',
  code: 'tracker-absent',
  severity: 'error',
  look: ({ trackerId, tracker, trackerAbsent: isAbsent }) =>
    trackerId !== null && tracker === null && isAbsent ? { id: String(trackerId) } : null,
  seen: ({ id }) =>
    `Monetize shows this sign-in no tracker ${id ?? ''}: it is deleted, mistyped, or not this member’s.`,
  next: 'Compare the id in the creative with the tracker’s; if it is right, ask whose tracker it is and whether it was deleted.',
};

export const about: About = {
  why: 'Impressions of a tracker that is deleted are not counted, those of another member’s count there.',
  bad: 'The id of a tracker that was deleted.',
  good: 'The id of a tracker that Monetize shows.',
};
