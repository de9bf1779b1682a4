import { trackerInactive } from '../request/tracker-inactive';
import type { About, TextRule } from '../rule';

/** The tracker of a row is active, as far as it is known here. */
export const rowTrackerInactive: TextRule = {
  kind: 'sheet',
  code: 'row-tracker-inactive',
  severity: 'warning',
  seen: trackerInactive.seen,
  next: 'Set it to active in Piggyback before its tags go live, or give them another tracker.',
};

export const about: About = {
  why: 'Impressions of an inactive tracker are not recorded, however good its tags are.',
  bad: 'A row of a tracker that was set to inactive.',
  good: 'A row of an active tracker.',
};
