import { AppError } from '../core/base/errors';
import { z } from '../core/base/schema';
import type { ApiClient, ApiRequest } from './client';
import { IdSchema } from './imptracker-wire';

/** One row of a list: its id, and what it says; each `null` where it cannot be read. */
export interface Row<T> {
  readonly id: number | null;
  readonly item: T | null;
}

export interface Page<T> {
  readonly rows: readonly Row<T>[];
  /** What the rows say that can be read. */
  readonly items: readonly T[];
  /** How many the service says match in all, not how many are on this page. */
  readonly total: number;
  /** How many it gives at a time. */
  readonly size: number;
  /** When it was given, by the service's clock, in milliseconds since 1970. */
  readonly servedAt: number | null;
}

/** The most the service gives at a time; it cuts larger wishes silently. */
export const PAGE_SIZE = 100;

const CountSchema = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^\d{1,15}$/))]),
  z.transform(Number),
);
const EnvelopeSchema = z.object({
  count: z.optional(z.nullable(CountSchema)),
  num_elements: z.optional(z.unknown()),
});
const RowSchema = z.object({ id: IdSchema });

/** One page of a list. */
export async function readPage<T>(
  client: ApiClient,
  request: Omit<ApiRequest, 'method'> & { readonly start?: number; readonly size?: number },
  payloadKey: string,
  readItem: (row: unknown) => T | null,
): Promise<Page<T>> {
  const { start = 0, size = PAGE_SIZE, ...rest } = request;
  const answer = await client({
    ...rest,
    method: 'GET',
    query: { ...rest.query, start_element: start, num_elements: size },
  });
  const envelope = EnvelopeSchema.safeParse(answer);
  const given = envelope.success ? rowsOf(answer[payloadKey], envelope.data.count) : null;
  if (!envelope.success || given === null) {
    throw new AppError('bad-answer', { detail: `${rest.path} has no list "${payloadKey}"` });
  }
  const rows = given.map((row) => {
    const parsed = RowSchema.safeParse(row);
    return { id: parsed.success ? parsed.data.id : null, item: readItem(row) };
  });
  const said = Number(envelope.data.num_elements);
  return {
    rows,
    items: rows.flatMap(({ item }) => (item === null ? [] : [item])),
    total: envelope.data.count ?? start + rows.length,
    size: said >= 1 ? Math.min(said, size) : size,
    servedAt: answer.servedAt ?? null,
  };
}

// An empty list is recorded as `[]`; null says the same.
function rowsOf(payload: unknown, count: number | null | undefined): readonly unknown[] | null {
  if (Array.isArray(payload)) return payload;
  return payload === null && !count ? [] : null;
}
