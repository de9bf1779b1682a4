import type { Series } from './series';

/** What both sides counted in one period. */
export interface Compared {
  readonly counted: number | null;
  readonly thirdParty: number | null;
  /** The ad server's count less Monetize's; `null` where one of them is not known. */
  readonly difference: number | null;
  /** (1 − Monetize ÷ third party) × 100 (peers.md 8); `null` where the third party counted none or is not known. */
  readonly percent: number | null;
}

export interface ReconciledDay extends Compared {
  readonly day: string;
}

/** `few`: the ad server counted too few to judge. `unknown`: one side is not known at all. */
export type Agreement = 'agrees' | 'over' | 'few' | 'unknown';

/** A tracker (or one of several) as counted by Monetize and by the ad server. */
export interface Reconciled {
  readonly trackerIds: readonly number[];
  readonly placements: readonly string[];
  readonly counted: Series;
  readonly thirdParty: Series;
  readonly days: readonly ReconciledDay[];
  /** Over the days that both sides know. */
  readonly whole: Compared;
  /** The day with the greatest share of difference among those with enough impressions; `null` where there is none. */
  readonly worst: ReconciledDay | null;
  readonly agreement: Agreement;
}
