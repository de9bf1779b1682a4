/** The fields of a tracker that a person sets. */
export const TRACKER_FIELDS = [
  'name',
  'code',
  'state',
  'lineItem',
  'publisher',
  'placement',
  'paymentRule',
] as const;
export type TrackerField = (typeof TRACKER_FIELDS)[number];
