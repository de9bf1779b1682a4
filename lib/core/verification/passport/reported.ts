/** What a kept report counted of a tracker, or of several that reports do not tell apart. */
export interface Reported {
  readonly reportId: string;
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number;
  /** The trackers that it may be of: this one alone, or others with it. */
  readonly trackerIds: readonly number[];
  /** The days of the report, in its time zone. */
  readonly first: string;
  readonly last: string;
  readonly timeZone: string;
  /** External impressions, as far as they are known; `null` where no day is. */
  readonly impressions: number | null;
  /** How many of its days, or hours, are not known. */
  readonly unknown: number;
  readonly by: 'day' | 'hour';
  /** The first day on which any are known to be counted; `null` where there is none. */
  readonly from: string | null;
}
