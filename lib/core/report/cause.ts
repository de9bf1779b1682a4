import type { Evidence } from './evidence';
import type { Series } from './series';

/** Why two counts differ. */
export const CAUSES = [
  'late-data',
  'time-zone',
  'different-days',
  'inactive-meanwhile',
  'fired-twice',
  'cachebuster',
  'bad-day',
  'tracking-protection',
] as const;
export type Cause = (typeof CAUSES)[number];

/** `explains`: enough of the difference is gone with it. */
export type Standing = 'explains' | 'explains-part' | 'not-ruled-out' | 'ruled-out' | 'cannot-tell';

/** What the detective says of one cause; each figure is its evidence. */
export type CauseReading = { readonly [C in Cause]: ReadingOf<C> }[Cause];

interface ReadingOf<C extends Cause> {
  readonly cause: C;
  readonly standing: Standing;
  /** How sure, between 0 and 1: a level, no probability (docs/decisions/0038). 0 where it is not claimed. */
  readonly sure: number;
  /** The share of the difference that is left once it is taken into account; `null` where it cannot be said. */
  readonly residual: number | null;
  /** Figures by name, for the sentence that says them. */
  readonly evidence: Evidence[C];
}

/** What is known besides the two curves. All of it may be missing: then what hangs on it cannot be told. */
export interface CaseFacts {
  readonly counted: Series;
  readonly thirdParty: Series;
  /** Time zone of each side, as named beside its figures. */
  readonly countedZone: string;
  readonly thirdPartyZone: string | null;
  /** Monetize had counted everything before this moment, in milliseconds since 1970. */
  readonly closedUntil: number | null;
  /** The tracker as it is now, when it was last changed, and when it was switched as far as is noted here. */
  readonly state: 'active' | 'inactive' | null;
  readonly lastModified: number | null;
  readonly switched: readonly { readonly at: number; readonly to: 'active' | 'inactive' }[];
  /** What verifications saw of it: on which day, in how many firings per page view, and what its cachebuster was. */
  readonly seen: readonly {
    readonly day: string;
    readonly firings: number;
    readonly views: number;
    readonly cachebuster: 'changes' | 'constant' | 'missing' | 'unexpanded' | null;
  }[];
  /** How the tag in the sheet writes its cachebuster; `null` where no sheet is known. */
  readonly tagCachebuster: 'macro' | 'constant' | 'missing' | null;
  /** How often in recordings of these days a browser's own tracking protection stopped it: that it happens, and not how often. */
  readonly stopped: number;
  /** The share of the audience whose browser blocks the pixel, at most, between 0 and 1. */
  readonly protectedShare: number;
}

/** It stops at the first cause that explains enough; the others are not ruled out by that. */
export interface Explanation {
  /** One of each cause, in the order in which they were looked at; none where nothing is to be explained. */
  readonly readings: readonly CauseReading[];
  /** The cause that explains enough, or most of it; `null`: none does, or nothing is to be explained. */
  readonly found: Cause | null;
  /** Those that explain a part, where it takes more than one: enough only where `outcome` is `found`. */
  readonly parts: readonly Cause[];
  /** `flat`: no difference to explain; `few`: too few impressions; `cannot-tell`: nothing known explains it. */
  readonly outcome: 'found' | 'flat' | 'few' | 'cannot-tell';
}
