import { flag, number, numberOrNull, text, textOrNull } from '../state/row.ts';
import { notFound, resourceGone } from './failure.ts';
import { fields, type Service, shownOnly } from './service.ts';
import { trackerService } from './imptracker/service.ts';

// Fields as in the documentation's tables and recorded answers (reference/api.md, sections 4, 6);
// which of them filter is assumed but for imptracker.
const COMMON = { id: 'int', name: 'string', code: 'string', state: 'string' } as const;

const advertiser: Service = {
  name: 'advertiser',
  singular: 'advertiser',
  plural: 'advertisers',
  from: 'advertisers',
  fields: fields({ ...COMMON, last_modified: 'date', member_id: 'int' }),
  represent: (row) => ({
    id: number(row, 'id'),
    code: textOrNull(row, 'code'),
    name: text(row, 'name'),
    state: text(row, 'state'),
    timezone: text(row, 'timezone'),
    last_modified: text(row, 'last_modified'),
    member_id: number(row, 'member_id'),
    default_currency: text(row, 'default_currency'),
  }),
  gone: (id, at) => notFound('advertiser', id, at),
};

const lineItem: Service = {
  name: 'line-item',
  singular: 'line-item',
  plural: 'line-items',
  from: 'line_item_view',
  fields: [
    ...fields({ ...COMMON, advertiser_id: 'int', line_item_type: 'string', last_modified: 'date' }),
    ...shownOnly({ advertiser: 'multi_object', imptrackers: 'multi_object' }),
  ],
  parents: { keys: ['advertiser_id'], label: 'advertiser' },
  represent: (row) => ({
    id: number(row, 'id'),
    code: textOrNull(row, 'code'),
    name: text(row, 'name'),
    advertiser_id: number(row, 'advertiser_id'),
    state: text(row, 'state'),
    line_item_type: text(row, 'line_item_type'),
    currency: text(row, 'currency'),
    advertiser: { id: number(row, 'advertiser_id'), name: text(row, 'advertiser_name') },
    // Documented as an array, but what its elements look like was never seen.
    imptrackers: null,
    clicktrackers: null,
    last_modified: text(row, 'last_modified'),
  }),
  gone: resourceGone,
};

const publisher: Service = {
  name: 'publisher',
  singular: 'publisher',
  plural: 'publishers',
  from: 'publishers',
  fields: fields({ ...COMMON, is_rtb: 'boolean', last_modified: 'date' }),
  represent: (row) => ({
    id: number(row, 'id'),
    code: textOrNull(row, 'code'),
    name: text(row, 'name'),
    state: text(row, 'state'),
    is_rtb: flag(row, 'is_rtb'),
    base_payment_rule_id: numberOrNull(row, 'base_payment_rule_id'),
    default_site_id: numberOrNull(row, 'default_site_id'),
    currency: text(row, 'currency'),
    timezone: text(row, 'timezone'),
    last_modified: text(row, 'last_modified'),
  }),
  gone: (id, at) => notFound('publisher', id, at),
};

const placement: Service = {
  name: 'placement',
  singular: 'placement',
  plural: 'placements',
  from: 'placement_view',
  fields: fields({
    ...COMMON,
    publisher_id: 'int',
    site_id: 'int',
    width: 'int',
    height: 'int',
    last_modified: 'date',
  }),
  parents: { keys: ['publisher_id', 'site_id'], label: 'publisher' },
  represent: (row) => ({
    id: number(row, 'id'),
    name: text(row, 'name'),
    code: textOrNull(row, 'code'),
    code2: null,
    code3: null,
    state: text(row, 'state'),
    publisher_id: number(row, 'publisher_id'),
    publisher_name: text(row, 'publisher_name'),
    site_id: number(row, 'site_id'),
    site_name: text(row, 'site_name'),
    width: number(row, 'width'),
    height: number(row, 'height'),
    last_modified: text(row, 'last_modified'),
  }),
  gone: resourceGone,
};

const paymentRule: Service = {
  name: 'payment-rule',
  singular: 'payment-rule',
  plural: 'payment-rules',
  from: 'payment_rules',
  fields: fields({
    ...COMMON,
    publisher_id: 'int',
    pricing_type: 'string',
    priority: 'int',
    last_modified: 'date',
  }),
  parents: { keys: ['publisher_id'], label: 'publisher' },
  represent: (row) => ({
    id: number(row, 'id'),
    code: textOrNull(row, 'code'),
    name: text(row, 'name'),
    publisher_id: number(row, 'publisher_id'),
    pricing_type: text(row, 'pricing_type'),
    cost_cpm: numberOrNull(row, 'cost_cpm'),
    revshare: numberOrNull(row, 'revshare'),
    state: text(row, 'state'),
    priority: number(row, 'priority'),
    start_date: textOrNull(row, 'start_date'),
    end_date: textOrNull(row, 'end_date'),
    timezone: text(row, 'timezone'),
    buyer_type: text(row, 'buyer_type'),
    last_modified: text(row, 'last_modified'),
  }),
  gone: resourceGone,
};

export const LIST_SERVICES: readonly Service[] = [
  advertiser,
  lineItem,
  publisher,
  placement,
  paymentRule,
  trackerService,
];
