import type { About, RequestRule } from '../rule';

/** The tracker is active; of an inactive one no impression is recorded. */
export const trackerInactive: RequestRule = {
  kind: 'request',
  code: 'tracker-inactive',
  severity: 'error',
  look: ({ tracker }) =>
    tracker?.state === 'inactive' ? { id: String(tracker.id), name: tracker.name } : null,
  seen: ({ id, name }) => `Tracker ${id ?? ''} (${name ?? ''}) is inactive.`,
  next: 'Set it to active in Piggyback, or use another tracker in the creative.',
};

export const about: About = {
  why: 'Impressions of an inactive tracker are not recorded.',
  bad: 'A request of a tracker that was set to inactive.',
  good: 'A request of an active tracker.',
};
