import { z } from 'zod';

import { castError, syntaxError, type Where } from '../failure.ts';

const Direction = z.enum(['ASC', 'DESC']);
/** The report service's page has objects, the page of pagination plain strings. */
const Order = z.union([
  z.string().transform((order_by) => ({ order_by, direction: 'ASC' as const })),
  z.object({ order_by: z.string(), direction: Direction.default('ASC') }),
]);
const Operator = z.enum(['>', '>=', '<', '<=', '=', '!=']);
const Bound = z.object({ value: z.coerce.number(), operator: Operator });

const Fields = z.object({
  report_type: z.string(),
  columns: z.array(z.string()).min(1),
  report_interval: z.string().optional(),
  start_date: z.string().optional(),
  end_date: z.string().optional(),
  filters: z.array(z.record(z.string(), z.unknown())).default([]),
  group_filters: z.array(z.record(z.string(), Bound)).default([]),
  orders: z.array(Order).default([]),
  timezone: z.string().max(50).optional(),
  format: z.enum(['csv', 'excel', 'html', 'xlsx']).default('csv'),
  escape_fields: z.boolean().default(false),
  reporting_decimal_type: z.enum(['comma', 'decimal']).default('decimal'),
  /** Nothing is ever sent to them here. */
  emails: z.array(z.string()).default([]),
  offset: z.int().nonnegative().default(0),
  num_elements: z.int().positive().optional(),
  name: z.string().nullable().default(null),
  /** Without effect (documented). */
  row_per: z.unknown().optional(),
  groups: z.unknown().optional(),
});

/** The fields of an order as they were sent, each of its type. */
export type OrderFields = z.output<typeof Fields>;

const TYPES: Readonly<Record<string, string>> = {
  columns: 'array',
  filters: 'array',
  group_filters: 'array',
  orders: 'array',
  emails: 'array',
  escape_fields: 'boolean',
  offset: 'int',
  num_elements: 'int',
  format: 'enum',
  reporting_decimal_type: 'enum',
};

/** Reads `{"report": {…}}`; what it does not know is passed over with a warning, as elsewhere. */
export function readOrderFields(
  body: string,
  at: Where,
): { readonly fields: OrderFields; readonly warnings: readonly string[] } {
  const report = z.object({ report: z.record(z.string(), z.unknown()) }).safeParse(parse(body));
  if (!report.success) throw syntaxError('report is required', at);
  const sent = report.data.report;
  for (const name of ['report_type', 'columns']) {
    if (sent[name] === undefined) throw syntaxError(`${name} is required`, at);
  }
  const columns = sent['columns'];
  if (Array.isArray(columns) && columns.length === 0) {
    throw syntaxError('At least one column must be specified', at);
  }
  const read = Fields.safeParse(sent);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'report');
    throw castError(field, TYPES[field] ?? 'string', at);
  }
  const warnings = Object.keys(sent)
    .filter((name) => !(name in Fields.shape))
    .map((name) => `report.${name} is not known and was ignored`);
  return { fields: read.data, warnings };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
