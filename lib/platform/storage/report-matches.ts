import { type HandMatches, HandMatchesSchema } from '../../core/report/reconcile/match';
import { createKept } from './kept';

const kept = createKept<HandMatches>(
  'reportMatches',
  (stored) => HandMatchesSchema.safeParse(stored).data ?? [],
);

/** To which tracker a person said that a placement belongs; what cannot be read is as if nothing had been said. */
export const readReportMatches = kept.read;
export const changeReportMatches = kept.change;
