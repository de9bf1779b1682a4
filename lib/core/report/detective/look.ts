import type { CaseFacts, Cause, Standing } from '../cause';
import type { Evidence } from '../evidence';
import type { Curves, Pair } from './curves';
import type { DetectiveOptions } from './options';

/** What each cause is looked for in: what those before it have left. */
export interface Case {
  readonly curves: Curves;
  readonly facts: CaseFacts;
  readonly options: DetectiveOptions;
}

/** Of one cause: seen in the figures, with the curves as they would be without it, or not seen. */
export type Look<C extends Cause> = Seen<C> | NotSeen<C>;

interface Seen<C extends Cause> {
  readonly kind: 'seen';
  readonly sure: number;
  readonly evidence: Evidence[C];
  readonly left: Left;
  /** It puts impressions on other days and adds none: how much it explains is told by the shape alone. */
  readonly isOfShape?: true;
}

interface NotSeen<C extends Cause> {
  readonly kind: 'not-seen';
  readonly standing: Unclaimed;
  readonly evidence: Evidence[C];
  readonly residual?: number;
}

type Unclaimed = Exclude<Standing, 'explains' | 'explains-part'>;

/** What is left of the curves; hours only where they could be corrected, too. */
export interface Left {
  readonly days: Pair;
  readonly hours: Pair | null;
}

export function notSeen<C extends Cause>(standing: Unclaimed, evidence: Evidence[C]): NotSeen<C> {
  return { kind: 'not-seen', standing, evidence };
}

/** The levels of how sure it is: figures and a fact that is known, figures alone, figures that other causes give as well. */
export const SURE = { known: 0.95, figures: 0.75, possible: 0.5 } as const;
