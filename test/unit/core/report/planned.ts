import type { ReportMeta } from '@/lib/core/report/meta';
import type { Planned, ReportPlan } from '@/lib/core/report/plan';
import type { Question } from '@/lib/core/report/question';
import type { ReportType } from '@/lib/core/report/report-type';
import type { Tracker } from '@/lib/core/tracker/tracker';

/** A Friday. */
export const NOW = Date.parse('2026-11-20T10:00:00Z');

const TIME = ['hour', 'day', 'month'];
const TOLD = [
  'line_item_id',
  'line_item_name',
  'publisher_id',
  'publisher_name',
  'placement_id',
  'placement_name',
];
const RULE = ['pub_rule_id', 'pub_rule_name'];
const FILTERS = ['advertiser_id', 'line_item_id', 'publisher_id', 'placement_id', 'imp_type_id'];

export function meta(type: ReportType, part: Partial<ReportMeta> = {}): ReportMeta {
  return {
    type,
    granularity: 'hourly',
    columns: new Set([...TIME, ...TOLD, ...RULE, 'external_impression', 'cost']),
    filters: new Set([...FILTERS, 'pub_rule_id']),
    ...part,
  };
}

const without = (names: readonly string[], ...gone: string[]) =>
  new Set(names.filter((name) => !gone.includes(name)));

/** What the documents say of each type. */
export const METAS: readonly ReportMeta[] = [
  meta('network_analytics'),
  meta('network_publisher_analytics', {
    columns: new Set([
      ...without([...TIME, ...TOLD, ...RULE], 'publisher_name'),
      'external_impression',
      'media_cost_pub_curr',
    ]),
  }),
  meta('publisher_analytics', {
    columns: new Set([
      ...without([...TIME, ...TOLD, ...RULE], 'line_item_id', 'line_item_name', 'publisher_name'),
      'external_impression',
    ]),
    filters: new Set(['publisher_id', 'placement_id', 'pub_rule_id', 'imp_type_id']),
  }),
  ...(['monetize_creative_brand_analytics', 'monetize_supply_analytics'] as const).map((type) =>
    meta(type, {
      columns: new Set([...TIME, ...TOLD, 'external_impression', 'cost']),
      filters: new Set(FILTERS),
    }),
  ),
];

export function metasOf(...types: ReportType[]): readonly ReportMeta[] {
  return METAS.filter(({ type }) => types.includes(type));
}

export function question(part: Partial<Question> = {}): Question {
  return {
    advertiserId: 700_101,
    about: { kind: 'advertiser' },
    when: { kind: 'last-7-days' },
    by: 'day',
    timeZone: 'UTC',
    ...part,
  };
}

export function custom(first: string, last: string): Question['when'] {
  return { kind: 'custom', span: { first, last } };
}

export function tracker(part: Partial<Tracker> = {}): Tracker {
  return {
    id: 531,
    memberId: 958,
    advertiserId: 700_101,
    name: 'Home page',
    code: null,
    state: 'active',
    lineItem: { id: 11, name: 'Autumn' },
    publisher: { id: 22, name: 'News' },
    placement: { id: 33, name: 'Top' },
    paymentRule: { id: 44, name: 'Flat' },
    lastModified: NOW,
    ...part,
  };
}

/** The plan; a question that cannot be planned fails the test. */
export function planOf(planned: Planned): ReportPlan {
  if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned.why));
  return planned.plan;
}
