/** One type of report: what one may ask of it. From the pages of each type. */
export interface ReportType {
  readonly name: string;
  /** What the address must name; `null` for the types of a whole member. */
  readonly parent: 'publisher' | null;
  readonly dimensions: readonly string[];
  readonly filters: readonly string[];
  readonly metrics: readonly string[];
  readonly intervals: readonly string[];
  /** After so many days a placement is one row of all placements. */
  readonly placementDays: number;
  readonly retentionDays: number | null;
  /** Nothing before this day. */
  readonly since: string | null;
}

const TIME = ['hour', 'day', 'month'];
const MEMBERS = ['buyer_member_id', 'buyer_member_name', 'seller_member_id'];
const ADVERTISER = ['advertiser_id', 'advertiser_name', 'advertiser_code', 'advertiser_currency'];
const LINE_ITEM = ['line_item_id', 'line_item_name', 'line_item_code'];
const PUBLISHER = ['publisher_id', 'publisher_code', 'publisher_currency'];
const PLACEMENT = ['placement_id', 'placement_name', 'placement_code', 'site_id', 'site_name'];
const RULE = ['pub_rule_id', 'pub_rule_name', 'pub_rule_code'];
const IMP_TYPE = ['imp_type_id', 'imp_type'];
const CREATIVE = ['creative_id', 'creative_name', 'creative_code'];
const PAYMENT = ['payment_type', 'revenue_type', 'revenue_type_id'];

const INTERVALS = [
  'current_hour',
  'last_hour',
  'today',
  'yesterday',
  'last_48_hours',
  'last_2_days',
  'last_7_days',
  'last_30_days',
  'month_to_date',
  'month_to_yesterday',
  'quarter_to_date',
  'last_month',
  'lifetime',
];
// The list of its metadata has these, too (a client's enums, made from it).
const ALSO_IN_METADATA = ['mtd', 'last_14_days'];
const SUCCESSOR_INTERVALS = [
  'custom',
  ...INTERVALS.filter((one) => !['quarter_to_date', 'last_month', 'lifetime'].includes(one)),
  'last_14_days',
];
const EXTERNAL = ['external_impression', 'external_click', 'clicks'];
const FILTERS = [
  'buyer_member_id',
  'seller_member_id',
  'advertiser_id',
  'line_item_id',
  'publisher_id',
  'placement_id',
  'site_id',
  'imp_type',
  'imp_type_id',
  'payment_type',
];
const SUCCESSOR = {
  parent: null,
  dimensions: [
    ...TIME,
    ...MEMBERS,
    ...ADVERTISER,
    ...LINE_ITEM,
    ...PUBLISHER,
    'publisher_name',
    ...PLACEMENT,
    ...IMP_TYPE,
  ],
  filters: FILTERS,
  metrics: ['imps', ...EXTERNAL, 'cost', 'booked_revenue'],
  intervals: SUCCESSOR_INTERVALS,
  placementDays: 426,
  retentionDays: 912,
  since: '2024-10-10',
} as const;

export const REPORT_TYPES: readonly ReportType[] = [
  {
    name: 'network_analytics',
    parent: null,
    dimensions: [
      ...TIME,
      ...MEMBERS,
      'seller_member_name',
      ...ADVERTISER,
      ...LINE_ITEM,
      ...PUBLISHER,
      'publisher_name',
      ...PLACEMENT,
      ...RULE,
      ...IMP_TYPE,
      ...CREATIVE,
      ...PAYMENT,
      'buying_currency',
    ],
    filters: [...FILTERS, 'pub_rule_id', 'revenue_type', 'revenue_type_id', 'advertiser_currency'],
    metrics: [
      'imps',
      ...EXTERNAL,
      'cost',
      'cost_buying_currency',
      'total_cost',
      'media_cost_pub_curr',
      'revenue',
      'booked_revenue',
      'profit',
    ],
    intervals: [...INTERVALS, ...ALSO_IN_METADATA],
    placementDays: 426,
    retentionDays: null,
    since: null,
  },
  {
    name: 'network_publisher_analytics',
    parent: 'publisher',
    // Without `publisher_name`, which its page does not have.
    dimensions: [
      ...TIME,
      ...MEMBERS,
      ...ADVERTISER.slice(0, 3),
      ...LINE_ITEM,
      ...PUBLISHER,
      ...PLACEMENT,
      ...RULE,
      ...IMP_TYPE,
      'creative_id',
      ...PAYMENT,
    ],
    // `pub_rule_id`: not on its page, in its metadata.
    filters: [...FILTERS, 'pub_rule_id', 'revenue_type', 'revenue_type_id'],
    metrics: [
      'imps_total',
      ...EXTERNAL,
      'network_revenue',
      'publisher_revenue',
      'media_cost_pub_curr',
    ],
    intervals: INTERVALS,
    placementDays: 100,
    retentionDays: 428,
    since: null,
  },
  {
    name: 'publisher_analytics',
    parent: 'publisher',
    // A publisher does not see who advertises.
    dimensions: [...TIME, 'seller_member_id', ...PUBLISHER, ...PLACEMENT, ...RULE, ...IMP_TYPE],
    filters: [
      'seller_member_id',
      'publisher_id',
      'placement_id',
      'pub_rule_id',
      'site_id',
      'site_name',
      'imp_type',
      'imp_type_id',
    ],
    metrics: ['imps_total', 'imps_filled', ...EXTERNAL, 'publisher_revenue'],
    intervals: INTERVALS.filter((one) => one !== 'last_2_days'),
    placementDays: 100,
    retentionDays: null,
    since: null,
  },
  { name: 'monetize_creative_brand_analytics', ...SUCCESSOR },
  { name: 'monetize_supply_analytics', ...SUCCESSOR },
];

/** The type of this name; null where there is none. */
export function findReportType(name: string): ReportType | null {
  return REPORT_TYPES.find((type) => type.name === name) ?? null;
}
