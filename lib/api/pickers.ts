import { z } from '../core/base/schema';
import type { PickerQuery } from '../core/tracker/picker';
import type { Ref } from '../core/tracker/tracker';
import type { ApiClient } from './client';
import { IdSchema, listOf } from './imptracker-wire';
import { PAGE_SIZE, type Page, readPage } from './paging';
import { type ReadPage, readList } from './read-list';

const RowSchema = z.object({ id: IdSchema, name: z.optional(z.nullable(z.string())) });
const OFFERED = 50;
/** Rows of a list that is read to be searched here; a member has 3,000 publishers (api.md 2.6). */
const MOST_READ = 5000;

// The services whose pages document `search` (api.md section 4).
const SEARCHED: ReadonlySet<PickerQuery['kind']> = new Set([
  'advertiser',
  'line-item',
  'placement',
]);

/** Whether the service looks for a text by itself; else its list is read and searched here. */
export function isSearched({ kind }: PickerQuery): boolean {
  return SEARCHED.has(kind);
}

/** The first matches by name or id, in the order of their names; the first of all for no text. */
export async function searchObjects(
  client: ApiClient,
  query: PickerQuery,
  text: string,
): Promise<readonly Ref[]> {
  const search = text.trim();
  const { items } = await readObjects(client, query, {
    start: 0,
    size: OFFERED,
    query: { sort: 'name.asc', ...(search !== '' && { search }) },
  });
  return items;
}

/** All there are of a kind; of a very long list the first by id, which `isCut` says. */
export async function listObjects(
  client: ApiClient,
  query: PickerQuery,
): Promise<{ readonly objects: readonly Ref[]; readonly isCut: boolean }> {
  const readAt: ReadPage<Ref> = ({ minId, ids, start, size, bulk, signal }) =>
    readObjects(client, query, {
      start,
      size,
      bulk,
      signal,
      query: {
        sort: 'id.asc',
        ...(minId !== undefined && { min_id: minId }),
        ...(ids && { id: listOf(ids) }),
      },
    });
  const { items, isCut } = await readList(readAt, { most: MOST_READ });
  return { objects: [...items.values()], isCut };
}

/** Those that the service finds by a filter, which it may also ignore. */
export async function filterObjects(
  client: ApiClient,
  query: PickerQuery,
  filter: { readonly id: number } | { readonly name: string },
): Promise<readonly Ref[]> {
  const by = 'id' in filter ? { id: listOf([filter.id]) } : { like_name: filter.name };
  return (await readObjects(client, query, { start: 0, size: PAGE_SIZE, query: by })).items;
}

/** Those whose name holds the text, or whose id it is, by name and no more than are offered. */
export function matching(objects: readonly Ref[], text: string): readonly Ref[] {
  const sought = text.trim().toLowerCase();
  return objects
    .filter(({ id, name }) => String(id) === sought || name.toLowerCase().includes(sought))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, OFFERED);
}

interface Part {
  readonly start: number;
  readonly size: number;
  readonly query: Readonly<Record<string, string | number>>;
  readonly bulk?: boolean;
  readonly signal?: AbortSignal;
}

function readObjects(client: ApiClient, query: PickerQuery, part: Part): Promise<Page<Ref>> {
  const request = { ...part, path: `/${query.kind}`, query: { ...parentOf(query), ...part.query } };
  return readPage(client, request, `${query.kind}s`, readRow);
}

/** What names the parent of the objects in a query. */
export function parentOf(query: PickerQuery): Record<string, number> {
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
