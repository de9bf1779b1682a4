import { z } from '../core/base/schema';
import type { PickerQuery } from '../core/tracker/picker';
import type { Ref } from '../core/tracker/tracker';
import type { ApiClient } from './client';
import { IdSchema } from './imptracker-wire';
import { readPage } from './paging';

const RowSchema = z.object({ id: IdSchema, name: z.optional(z.nullable(z.string())) });
const OFFERED = 50;

/** The first matches by name or id, in the order of their names. */
export async function searchObjects(
  client: ApiClient,
  query: PickerQuery,
  text: string,
): Promise<readonly Ref[]> {
  const search = text.trim();
  const page = await readPage(
    client,
    {
      path: `/${query.kind}`,
      query: {
        ...parentOf(query),
        sort: 'name.asc',
        // `search` is not documented for every one of these services (api.md section 4); `like_`
        // is general, but looks at the name alone.
        ...(search !== '' && { search }),
      },
      size: OFFERED,
    },
    `${query.kind}s`,
    readRow,
  );
  return page.items;
}

function parentOf(query: PickerQuery): Record<string, number> {
  if (query.kind === 'line-item') return { advertiser_id: query.advertiserId };
  if (query.kind === 'placement' || query.kind === 'payment-rule') {
    return { publisher_id: query.publisherId };
  }
  return {};
}

function readRow(row: unknown): Ref | null {
  const parsed = RowSchema.safeParse(row);
  if (!parsed.success) return null;
  return { id: parsed.data.id, name: parsed.data.name ?? String(parsed.data.id) };
}
