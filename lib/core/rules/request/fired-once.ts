import type { Rule } from './rule';

/** A tracker fires once on a page view; every further request is another impression counted. */
export const firedOnce: Rule = ({ request, occurrence }) => {
  if (occurrence === null || occurrence < 2) return null;
  const values = { id: request.url.id ?? '', occurrence: String(occurrence) };
  return { code: 'fired-again', severity: 'error', values };
};
