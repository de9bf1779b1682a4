import type { Missing } from './missing';

/** Columns of the days, in their order. */
export const DAY_COLUMNS = [
  'day',
  'trackerIds',
  'trackerNames',
  'lineItemId',
  'publisherId',
  'placementId',
  'paymentRuleId',
  'thirdPartyIds',
  'thirdPartyNames',
  'counted',
  'thirdParty',
  'difference',
  'percent',
] as const;
/** Of the sums of each tracker. */
export const SUM_COLUMNS = [
  'trackerIds',
  'trackerNames',
  'counted',
  'thirdParty',
  'difference',
  'percent',
] as const;
/** Of the ids of both sides. */
export const ID_COLUMNS = [
  'trackerIds',
  'trackerNames',
  'lineItemId',
  'publisherId',
  'placementId',
  'paymentRuleId',
  'thirdPartyIds',
  'thirdPartyNames',
] as const;
/** Of what the ad server counted by device and operating system. */
export const DEVICE_COLUMNS = [
  'day',
  'trackerIds',
  'thirdPartyIds',
  'thirdPartyNames',
  'device',
  'system',
  'thirdParty',
] as const;
export type CaseColumn = (typeof DAY_COLUMNS)[number] | 'device' | 'system';

/** The words of a case file. */
export interface CaseWords {
  readonly sheets: Readonly<Record<'summary' | 'days' | 'ids' | 'devices', string>>;
  readonly columns: Readonly<Record<CaseColumn, string>>;
  readonly title: string;
  readonly formula: readonly [string, string];
  readonly threshold: string;
  readonly filed: string;
  readonly countedZone: string;
  readonly thirdPartyZone: string;
  readonly notSaid: string;
  readonly missing: string;
  readonly nothingMissing: string;
  readonly say: (missing: Missing) => string;
  readonly more: (kept: number) => string;
  readonly cutNote: string;
}

/** In characters of the usual font. */
const WIDTHS: Readonly<Partial<Record<CaseColumn, number>>> = {
  day: 12,
  trackerNames: 34,
  thirdPartyNames: 40,
};
const OTHER_WIDTH = 16;

/** How wide a column is. */
export function widthOf(column: CaseColumn): number {
  return WIDTHS[column] ?? OTHER_WIDTH;
}
