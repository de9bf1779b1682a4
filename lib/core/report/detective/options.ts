/** What a person can set. */
export interface DetectiveOptions {
  /** From this share of the ad server's count on a difference is one to explain, between 0 and 1. */
  readonly threshold: number;
}

/** Microsoft looks into a case from a tenth on (peers.md 8). */
export const USUAL_OPTIONS: DetectiveOptions = { threshold: 0.1 };

/** Fewer impressions than these are not judged (peers.md 8). */
export const ENOUGH_IMPRESSIONS = 1000;

/**
 * How much of an audience blocks the tracker is told nowhere. A share up to which a difference is called normal is: a fifth, by
 * Campaign Manager 360 (peers.md 8). What is more is not put down to it.
 */
export const MOST_PROTECTED = 0.2;
