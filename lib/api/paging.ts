import { AppError } from '../core/base/errors';
import { z } from '../core/base/schema';
import type { ApiClient, ApiRequest } from './client';

export interface Page<T> {
  readonly items: readonly T[];
  /** How many match in all, not how many are on this page. */
  readonly total: number;
}

/** The most the service gives at a time; it cuts larger wishes silently. */
export const PAGE_SIZE = 100;

const CountSchema = z.object({ count: z.optional(z.nullable(z.number())) });

/** One page of a list. Rows that no schema can read are left out. */
export async function readPage<T>(
  client: ApiClient,
  request: Omit<ApiRequest, 'method'> & { readonly start?: number; readonly size?: number },
  payloadKey: string,
  readItem: (row: unknown) => T | null,
): Promise<Page<T>> {
  const { start = 0, size = PAGE_SIZE, ...rest } = request;
  const envelope = await client({
    ...rest,
    method: 'GET',
    query: { ...rest.query, start_element: start, num_elements: size },
  });
  const rows = envelope[payloadKey];
  const count = CountSchema.safeParse(envelope);
  if (!Array.isArray(rows) || !count.success) {
    throw new AppError('bad-answer', { detail: `${rest.path} has no list "${payloadKey}"` });
  }
  const items = rows.map(readItem).filter((item) => item !== null);
  return { items, total: count.data.count ?? rows.length };
}

/** All pages of a list, several at a time after the first; tells how far it is. */
export async function readAllPages<T>(
  readAt: (start: number) => Promise<Page<T>>,
  onProgress: (loaded: number, total: number) => void,
): Promise<readonly T[]> {
  const first = await readAt(0);
  let loaded = first.items.length;
  onProgress(loaded, first.total);
  const starts: number[] = [];
  for (let start = PAGE_SIZE; start < first.total; start += PAGE_SIZE) starts.push(start);
  const rest = await Promise.all(
    starts.map(async (start) => {
      const page = await readAt(start);
      loaded += page.items.length;
      onProgress(loaded, first.total);
      return page.items;
    }),
  );
  return [...first.items, ...rest.flat()];
}
