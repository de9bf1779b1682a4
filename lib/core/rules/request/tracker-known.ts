import type { Rule } from './rule';

/** The id is a number and belongs to one of the trackers loaded from Monetize. */
export const trackerKnown: Rule = ({ request, tracker, trackersLoaded }) => {
  const id = request.url.id ?? '';
  if (!/^\d+$/.test(id)) return { code: 'tracker-id-bad', severity: 'error', values: { id } };
  if (tracker) return null;
  return trackersLoaded
    ? { code: 'tracker-unknown', severity: 'warning', values: { id } }
    : { code: 'trackers-not-loaded', severity: 'info', values: { id } };
};
