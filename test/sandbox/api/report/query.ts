import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

import type { Run } from '../../delivery/runs.ts';
import { counted } from '../../delivery/counted.ts';
import { COLUMNS } from './columns.ts';
import type { ReportHour } from './hours.ts';
import type { ReportOptions } from './options.ts';
import type { ReportOrder } from './order.ts';

/** Values of a statement, by name. */
export type Values = Record<string, SQLInputValue>;

/**
 * How a report is had from the database: a table of facts is filled slice by slice, so that others have their
 * turn in between, and then asked for rows that come one by one.
 */
export interface Query {
  readonly create: string;
  readonly fill: string;
  readonly slices: readonly Values[];
  readonly select: string;
  readonly values: Values;
  readonly drop: string;
}

/** So many trackers times hours make a slice. */
const SLICE = 20_000;

interface Asked {
  readonly order: ReportOrder;
  readonly memberId: number;
  readonly hours: readonly ReportHour[];
  readonly runs: readonly Run[];
  readonly options: ReportOptions;
}

/** Lets queries ask what of the made history is counted: `made_imps(run, tracker, hour)`. */
export function defineMadeImps(
  db: DatabaseSync,
  { runs, nowHour }: { readonly runs: () => readonly Run[]; readonly nowHour: () => number },
): void {
  db.function('made_imps', (nth, tracker, hour) => {
    const run = runs()[Number(nth)];
    return run ? counted(run, Number(tracker), Number(hour), nowHour()) : 0;
  });
}

/**
 * What a report counts: the impressions that were recorded at `/imptr`, and what of the made
 * history arrived, each with what its tracker pointed at. `nth` tells its table from others'.
 */
export function reportQuery(nth: number, asked: Asked): Query {
  const { order, memberId, hours, runs } = asked;
  const table = `temp.report_facts_${nth}`;
  const conditions = conditionsOf(order);
  const trackers = runs.flatMap(trackersOf);
  const size = Math.max(1, Math.floor(SLICE / Math.max(1, trackers.length)));
  const common = { ...conditions.values, member: memberId, runs: JSON.stringify(trackers) };
  const slices = Array.from({ length: Math.ceil(hours.length / size) }, (_, at) => ({
    ...common,
    hours: JSON.stringify(hours.slice(at * size, (at + 1) * size)),
  }));
  const where = ['f.member_id = :member', ...conditions.sql].join(' AND ');
  return {
    create: `CREATE TABLE ${table} (${COLUMNS_OF_FACTS})`,
    fill: `${FACTS} INSERT INTO ${table} SELECT f.* FROM facts f ${NAMES} WHERE ${where}`,
    slices,
    ...selectFrom(table, asked),
    drop: `DROP TABLE ${table}`,
  };
}

function selectFrom(table: string, { order, options }: Asked): Pick<Query, 'select' | 'values'> {
  const { fields } = order;
  const names = fields.columns;
  // By number: a name could be that of a table's column, too.
  const cells = names.map((name, nth) => `${expressionOf(name, options)} AS ${columnKey(nth)}`);
  const groups = names.flatMap((name, nth) => (COLUMNS.get(name)?.isMetric ? [] : [nth + 1]));
  const orders = fields.orders.map(
    ({ order_by, direction }) => `${names.indexOf(order_by) + 1} ${direction}`,
  );
  const bounds = order.bounds.map(
    ({ column, operator, value }) => `${expressionOf(column, options)} ${operator} ${value}`,
  );
  const select = `SELECT ${cells.join(', ')} FROM ${table} f ${NAMES}
    ${groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : ''}
    HAVING ${['sum(f.imps) > 0', ...bounds].join(' AND ')}
    ${orders.length > 0 ? `ORDER BY ${orders.join(', ')}` : ''}
    LIMIT :size OFFSET :offset`;
  const needed = {
    size: fields.num_elements ?? -1,
    offset: fields.offset,
    imps_with_external: options.impsWithExternal ? 1 : 0,
    placement_gone_text: `All placement data older than ${
      order.type.placementDays === 100 ? '100 days' : '14 months'
    }`,
  };
  // A value that a statement has no place for is an error.
  const values = Object.fromEntries(
    Object.entries(needed).filter(([name]) => select.includes(`:${name}`)),
  );
  return { select, values };
}

const COLUMNS_OF_FACTS =
  'member_id, advertiser_id, line_item_id, publisher_id, placement_id, pub_rule_id, imps, ancost, ' +
  'hour_text, day, month, is_old, is_placement_gone';

// The hours come last, so that filters cut first.
const FACTS = `
  WITH hours AS MATERIALIZED (
    SELECT value ->> 0 AS utc, value ->> 1 AS hour_text, value ->> 2 AS day, value ->> 3 AS month,
      value ->> 4 AS is_old, value ->> 5 AS is_placement_gone FROM json_each(:hours)),
  runs AS MATERIALIZED (
    SELECT value ->> 0 AS run, value ->> 1 AS tracker_id, value ->> 2 AS first, value ->> 3 AS last,
      value ->> 4 AS ancost FROM json_each(:runs)),
  facts AS (
    SELECT i.member_id, i.advertiser_id, i.line_item_id, i.publisher_id, i.placement_id,
      i.pub_rule_id, 1 AS imps, i.cost AS ancost,
      h.hour_text, h.day, h.month, h.is_old, h.is_placement_gone
    FROM impressions i JOIN hours h ON h.utc = i.hour
    UNION ALL
    SELECT t.member_id, t.advertiser_id, t.line_item_id, t.publisher_id, coalesce(t.tag_id, 0),
      coalesce(t.payment_rule_id, 0), made_imps(r.run, t.id, h.utc), r.ancost,
      h.hour_text, h.day, h.month, h.is_old, h.is_placement_gone
    FROM runs r CROSS JOIN trackers t ON t.id = r.tracker_id
      CROSS JOIN hours h ON h.utc >= r.first AND h.utc < r.last)`;

const NAMES = `
  LEFT JOIN members m ON m.id = f.member_id
  LEFT JOIN advertisers a ON a.id = f.advertiser_id
  LEFT JOIN line_items l ON l.id = f.line_item_id
  LEFT JOIN publishers p ON p.id = f.publisher_id
  LEFT JOIN placements g ON g.id = f.placement_id
  LEFT JOIN payment_rules r ON r.id = f.pub_rule_id`;

/** What the nth column of an order is called in the rows. */
export function columnKey(nth: number): string {
  return `c${nth}`;
}

function expressionOf(name: string, options: ReportOptions): string {
  const column = COLUMNS.get(name);
  if (!column) throw new Error(`No column ${name}`);
  if (!column.isMetric) return column.sql;
  if (column.type !== 'money') return `sum(${column.sql})`;
  // What was booked is nothing, so all that was paid is lost.
  if (name === 'profit') return options.moneyIn.includes('cost') ? `-sum(${column.sql})` : '0.0';
  return options.moneyIn.includes(name) ? `sum(${column.sql})` : '0.0';
}

function conditionsOf({ filters, publisherId, advertiserId }: ReportOrder): {
  readonly sql: readonly string[];
  readonly values: Values;
} {
  const values: Values = {};
  const sql = filters.map((filter, nth) => {
    values[`filter${nth}`] = JSON.stringify(filter.values);
    return `${COLUMNS.get(filter.column)?.sql} IN (SELECT value FROM json_each(:filter${nth}))`;
  });
  if (publisherId !== null) {
    values['publisher'] = publisherId;
    sql.push('f.publisher_id = :publisher');
  }
  if (advertiserId !== null) {
    values['advertiser'] = advertiserId;
    sql.push('f.advertiser_id = :advertiser');
  }
  return { sql, values };
}

function trackersOf(run: Run, nth: number): (readonly number[])[] {
  return run.trackers.map((id) => [nth, id, run.fromHour, run.toHour, run.ancost]);
}
