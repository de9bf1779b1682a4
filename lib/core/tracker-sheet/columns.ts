import type { z } from '../base/schema';
import { chosenColumnsSchema } from '../table/chosen-columns';
import { memorySchema, type MemoryOf } from '../table/column-memory';
import { plainTitle } from '../table/plain-title';

/**
 * The columns of a sheet of trackers. Each object that a tracker names has three: by whatever says which it
 * is (`publisher`), by its id alone, and by its code alone.
 */
export const TRACKER_COLUMNS = [
  'id',
  'code',
  'name',
  'state',
  'advertiser',
  'lineItem',
  'lineItemId',
  'lineItemCode',
  'publisher',
  'publisherId',
  'publisherCode',
  'placement',
  'placementId',
  'placementCode',
  'paymentRule',
  'paymentRuleId',
  'paymentRuleCode',
] as const;
export type TrackerColumn = (typeof TRACKER_COLUMNS)[number];

/** The kinds of objects that a tracker names, each with its three columns. */
export const OBJECT_COLUMNS = {
  lineItem: ['lineItem', 'lineItemId', 'lineItemCode'],
  publisher: ['publisher', 'publisherId', 'publisherCode'],
  placement: ['placement', 'placementId', 'placementCode'],
  paymentRule: ['paymentRule', 'paymentRuleId', 'paymentRuleCode'],
} as const satisfies Record<string, readonly [TrackerColumn, TrackerColumn, TrackerColumn]>;
export type ObjectField = keyof typeof OBJECT_COLUMNS;

/** Where a tracker's column stands; counted from 0. */
export type ColumnPlace = readonly [TrackerColumn, number];

const tracker = (...of: string[]) =>
  ['Impression tracker', 'Imp tracker', 'Imptracker', 'Tracker', 'Pixel', 'Xandr tracker'].flatMap(
    (one) => of.map((what) => `${one} ${what}`),
  );
const of = (names: readonly string[], what: string) => names.map((name) => `${name} ${what}`);
const PLACEMENT = ['Placement', 'Ad unit', 'Xandr placement', 'Monetize placement', 'Tag'];
const RULE = ['Payment rule', 'Pub rule', 'Pricing rule', 'Rule'];
const LINE = ['Line item', 'LI', 'Line', 'Insertion', 'Advertiser line item'];
const PUBLISHER = ['Publisher', 'Pub', 'Media owner', 'Supplier', 'Vendor'];

// Titles as they were met in plans, exports of Monetize and tag sheets (ad-servers.md section 5), beside our own.
// What stands first is what a sheet of ours is given.
const TITLES: Readonly<Record<TrackerColumn, readonly string[]>> = {
  id: ['Tracker ID', 'ID', 'IDs', 'IMPTR ID', ...tracker('ID', 'IDs', 'number')],
  code: ['Code', 'Custom code', 'External ID', 'External code', ...tracker('code')],
  name: ['Tracker name', 'Name', 'Names', ...tracker('name', 'names')],
  state: ['State', 'Status', ...tracker('state', 'status')],
  advertiser: ['Advertiser', ...of(['Advertiser'], 'name'), 'Advertiser ID', 'Client', 'Brand'],
  lineItem: [...LINE.slice(0, 2), 'Insertion order line', ...of(LINE, 'name')],
  lineItemId: of(LINE, 'ID'),
  lineItemCode: of(LINE, 'code'),
  publisher: [...PUBLISHER, ...of(PUBLISHER, 'name')],
  publisherId: of(PUBLISHER, 'ID'),
  publisherCode: of(PUBLISHER, 'code'),
  placement: [...PLACEMENT.slice(0, 4), ...of(PLACEMENT, 'name'), 'Placement ID/name'],
  placementId: of(PLACEMENT, 'ID'),
  placementCode: of(PLACEMENT, 'code'),
  paymentRule: [...RULE.slice(0, 3), ...of(RULE, 'name')],
  paymentRuleId: of(RULE, 'ID'),
  paymentRuleCode: of(RULE, 'code'),
};

const KNOWN = new Map<string, TrackerColumn>(
  TRACKER_COLUMNS.flatMap((column) =>
    TITLES[column].map((title) => [plainTitle(title), column] as const),
  ),
);

/** The column with this title, in any case and with any punctuation; `null` where none is called so. */
export function trackerColumnCalled(title: string): TrackerColumn | null {
  return KNOWN.get(plainTitle(title)) ?? null;
}

// It says nothing of the tracker: by it the tags are written that are filled in.
const AD_SERVER = ['Ad server', 'Adserver', 'Ad server (target)', 'Ad server name'];
const AD_SERVER_TITLES = new Set(
  [...AD_SERVER, 'Ad serving platform', 'Third-party ad server', '3rd party ad server'].map(
    plainTitle,
  ),
);

/** Whether a column says for which ad server a row's tag is. */
export function isAdServerTitle(title: string): boolean {
  return AD_SERVER_TITLES.has(plainTitle(title));
}

/** The title of a column in a sheet of ours. */
export function titleOfColumn(column: TrackerColumn): string {
  return TITLES[column][0] ?? column;
}

/** Which columns of a sheet are which, by a person’s word; `null`: it has no such column. */
export const TrackerColumnChoiceSchema = chosenColumnsSchema(TRACKER_COLUMNS);
export type TrackerColumnChoice = z.infer<typeof TrackerColumnChoiceSchema>;

/** What was chosen for sheets of trackers, by their titles. */
export const TrackerColumnMemorySchema = memorySchema(TrackerColumnChoiceSchema);
export type TrackerColumnMemory = MemoryOf<TrackerColumnChoice>;
