/** Which of the two counted none. */
export type Side = 'monetize' | 'ad-server';

/**
 * The figures by which the detective says something of a cause, as far as there are any. Days are `2026-11-12`, in the
 * time zone beside Monetize's figures; shares are between 0 and 1.
 */
// Types and no interfaces: as these they can be walked through as figures by name.
export type Evidence = {
  'late-data': { days?: readonly string[]; missing?: number };
  'time-zone': {
    /** The same impressions stand so many hours later at Monetize; by hours alone can that be told. */
    hours?: number;
    /** The hours from this day on, where clocks were changed meanwhile. */
    hoursThen?: number;
    changedOn?: string;
    /** With daily figures: the share of a day that stands on the next at Monetize; below 0 on the day before. */
    share?: number;
    /** With daily figures: no more than this share of a day can have moved. */
    most?: number;
    /** By the names of both time zones, on the first day and on the last. */
    zoneHours?: number;
    zoneHoursLast?: number;
    /** Differences of the shape, as shares of what the ad server counted, before and after. */
    before?: number;
    after?: number;
  };
  'different-days': {
    /** So many days at the start, or the end, were counted by one side alone; which side counted none. */
    start?: number;
    startMissing?: Side;
    startDay?: string;
    end?: number;
    endMissing?: Side;
    endDay?: string;
  };
  'inactive-meanwhile': {
    /** Days on which Monetize counted none while the ad server did. */
    days?: readonly string[];
    by?: 'switched' | 'last-modified';
  };
  'fired-twice': {
    ratio?: number;
    /** The days on which it is so, where it is not so on all. */
    first?: string;
    last?: string;
    firings?: number;
    views?: number;
  };
  cachebuster: {
    /** By so much the ratio changes where the ad server counts twice as many; −0.2 is a fifth less. */
    change?: number;
    tag?: 'constant' | 'missing';
    seen?: 'constant' | 'missing' | 'unexpanded';
  };
  /** The counts are those of the day less what other causes have been found to add. */
  'bad-day': { day?: string; counted?: number; thirdParty?: number; usual?: number };
  /** `most` was not measured; `stopped` is how often recordings saw it happen. */
  'tracking-protection': { share?: number; most?: number; stopped?: number };
};
