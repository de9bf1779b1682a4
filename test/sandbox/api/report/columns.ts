/** One column of the reports: what it holds, and how it is had from the facts (`query.ts`). */
export interface Column {
  readonly type: 'date' | 'int' | 'string' | 'money';
  readonly sql: string;
  /** Metrics are summed; by dimensions the rows are grouped. */
  readonly isMetric: boolean;
}

const dimension = (type: Column['type'], sql: string): Column => ({ type, sql, isMetric: false });
const metric = (type: 'int' | 'money', sql: string): Column => ({ type, sql, isMetric: true });
const named = (table: string, column = 'name'): Column =>
  dimension('string', `coalesce(${table}.${column}, '--')`);
/** What the reports say instead of detail that is no longer kept (documented). */
const unlessOld = (flag: string, sql: string, instead: string): string =>
  `CASE WHEN f.${flag} THEN ${instead} ELSE ${sql} END`;

const EXTERNAL = "'External Imps'";
const OLD_CREATIVE = "'All creative data older than 100 days'";
const NOTHING = '0';

/** Every column the sandbox knows, by name. An impression tracker's row is the only kind there is. */
export const COLUMNS: ReadonlyMap<string, Column> = new Map(
  Object.entries({
    hour: dimension('date', 'f.hour_text'),
    day: dimension('date', 'f.day'),
    month: dimension('date', 'f.month'),
    buyer_member_id: dimension('int', 'f.member_id'),
    buyer_member_name: named('m'),
    seller_member_id: dimension('int', 'f.member_id'),
    seller_member_name: named('m'),
    advertiser_id: dimension('int', 'f.advertiser_id'),
    advertiser_name: named('a'),
    advertiser_code: named('a', 'code'),
    advertiser_currency: named('a', 'default_currency'),
    line_item_id: dimension('int', 'f.line_item_id'),
    line_item_name: named('l'),
    line_item_code: named('l', 'code'),
    publisher_id: dimension('int', 'f.publisher_id'),
    publisher_name: named('p'),
    publisher_code: named('p', 'code'),
    publisher_currency: named('p', 'currency'),
    placement_id: dimension('int', unlessOld('is_placement_gone', 'f.placement_id', '-1')),
    placement_name: dimension(
      'string',
      unlessOld('is_placement_gone', "coalesce(g.name, '--')", ':placement_gone_text'),
    ),
    placement_code: named('g', 'code'),
    pub_rule_id: dimension('int', 'f.pub_rule_id'),
    pub_rule_name: named('r'),
    pub_rule_code: named('r', 'code'),
    payment_type: named('r', 'pricing_type'),
    site_id: dimension('int', unlessOld('is_placement_gone', 'coalesce(g.site_id, 0)', '0')),
    site_name: named('g', 'site_name'),
    imp_type_id: dimension('int', '9'),
    imp_type: dimension('string', "'External Impression'"),
    creative_id: dimension('int', unlessOld('is_old', EXTERNAL, '0')),
    creative_name: dimension('string', unlessOld('is_old', EXTERNAL, OLD_CREATIVE)),
    creative_code: dimension('string', unlessOld('is_old', EXTERNAL, OLD_CREATIVE)),
    revenue_type_id: dimension('int', '-1'),
    revenue_type: dimension('string', "'No Payment'"),
    buying_currency: named('a', 'default_currency'),
    external_impression: metric('int', 'f.imps'),
    external_click: metric('int', NOTHING),
    clicks: metric('int', NOTHING),
    imps: metric('int', 'f.imps * :imps_with_external'),
    imps_total: metric('int', 'f.imps * :imps_with_external'),
    // Documented to have external impressions in it.
    imps_filled: metric('int', 'f.imps'),
    ...Object.fromEntries(
      [
        'cost',
        'cost_buying_currency',
        'total_cost',
        'media_cost_pub_curr',
        'revenue',
        'booked_revenue',
        'profit',
        'network_revenue',
        'publisher_revenue',
      ].map((name) => [name, metric('money', 'f.imps * f.ancost')]),
    ),
  }),
);
