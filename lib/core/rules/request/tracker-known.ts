import { readTrackerId } from '../../pixel/tracker-id';
import type { Rule } from './rule';

/** The id is a tracker’s and belongs to one of the trackers loaded from Monetize. */
export const trackerKnown: Rule = ({ request, tracker, trackersLoaded }) => {
  const id = request.url.id ?? '';
  if (readTrackerId(id) === null)
    return { code: 'tracker-id-bad', severity: 'error', values: { id } };
  if (tracker) return null;
  return trackersLoaded
    ? { code: 'tracker-unknown', severity: 'warning', values: { id } }
    : { code: 'trackers-not-loaded', severity: 'info', values: { id } };
};
