import type { Rule } from './rule';

/** The tracker is active; of an inactive one no impression is recorded. */
export const trackerActive: Rule = ({ tracker }) => {
  if (tracker?.state !== 'inactive') return null;
  const values = { id: String(tracker.id), name: tracker.name };
  return { code: 'tracker-inactive', severity: 'error', values };
};
