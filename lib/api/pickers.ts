import { z } from '../core/base/schema';
import { parentOf, type PickerQuery } from '../core/tracker/picker';
import type { FoundObject } from '../core/tracker/found-object';
import { type Ref, TrackerStateSchema } from '../core/tracker/tracker';
import type { ApiClient } from './client';
import { IdSchema, listOf } from './imptracker-wire';
import { PAGE_SIZE, type Page, readPage } from './paging';
import { type ReadPage, readList } from './read-list';

// But for its id, nothing of an object is needed to choose it.
const anything = z.optional(z.unknown());
const RowSchema = z.object({
  id: IdSchema,
  name: z.optional(z.nullable(z.string())),
  code: anything,
  state: anything,
  advertiser_id: anything,
  publisher_id: anything,
  publisher_name: anything,
});
const MAX_CODE_CHARS = 200;
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
): Promise<readonly FoundObject[]> {
  const search = text.trim();
  const part = {
    start: 0,
    size: OFFERED,
    query: { sort: 'name.asc', ...(search !== '' && { search }) },
  };
  return (await readObjects(client, query, part, rowReader(query.kind))).items;
}

/** All there are of a kind; of a very long list the first by id, which `isCut` says. */
export async function listObjects(
  client: ApiClient,
  query: PickerQuery,
): Promise<{ readonly objects: readonly FoundObject[]; readonly isCut: boolean }> {
  const pages = objectPages(client, query, rowReader(query.kind));
  const { items, isCut } = await readList(pages, { most: MOST_READ });
  return { objects: [...items.values()], isCut };
}

/** The pages of all objects of a kind and parent, by id, each row read by `readRow`. */
export function objectPages<T>(
  client: ApiClient,
  query: PickerQuery,
  readRow: (row: unknown) => T | null,
): ReadPage<T> {
  return ({ minId, ids, start, size, bulk, signal }) =>
    readObjects(
      client,
      query,
      {
        start,
        size,
        bulk,
        signal,
        query: {
          sort: 'id.asc',
          ...(minId !== undefined && { min_id: minId }),
          ...(ids && { id: listOf(ids) }),
        },
      },
      readRow,
    );
}

/** Those that the service finds by a filter, which it may also ignore. */
export async function filterObjects(
  client: ApiClient,
  query: PickerQuery,
  filter: { readonly ids: readonly number[] } | { readonly name: string },
): Promise<readonly FoundObject[]> {
  const by = 'ids' in filter ? { id: listOf(filter.ids) } : { like_name: filter.name };
  const part = { start: 0, size: PAGE_SIZE, query: by };
  return (await readObjects(client, query, part, rowReader(query.kind))).items;
}

/** The one with an id, whomever it belongs to; `null` where there is none of this kind. */
export async function findAnywhere(
  client: ApiClient,
  { kind }: PickerQuery,
  id: number,
): Promise<FoundObject | null> {
  const request = { path: `/${kind}`, start: 0, size: PAGE_SIZE, query: { id: listOf([id]) } };
  const { items } = await readPage(client, request, `${kind}s`, rowReader(kind));
  return items.find((one) => one.id === id) ?? null;
}

/** Those whose name holds the text, or whose id it is, by name and no more than are offered. */
export function matching(objects: readonly FoundObject[], text: string): readonly FoundObject[] {
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

function readObjects<T>(
  client: ApiClient,
  query: PickerQuery,
  part: Part,
  readRow: (row: unknown) => T | null,
): Promise<Page<T>> {
  const { kind } = query;
  const parent = parentOf(query);
  const name = kind === 'line-item' ? 'advertiser_id' : 'publisher_id';
  const whose = parent === null ? {} : { [name]: parent };
  const request = { ...part, path: `/${kind}`, query: { ...whose, ...part.query } };
  return readPage(client, request, `${kind}s`, readRow);
}

function rowReader(kind: PickerQuery['kind']) {
  return (row: unknown): FoundObject | null => {
    const parsed = RowSchema.safeParse(row);
    if (!parsed.success) return null;
    const { data } = parsed;
    const ref = { id: data.id, name: data.name ?? String(data.id) };
    if (kind === 'advertiser') return ref;
    const code = textOf(data.code);
    const state = TrackerStateSchema.safeParse(data.state).data;
    const owner = ownerOf(kind, data);
    return {
      ...ref,
      ...(code !== '' && { code: code.slice(0, MAX_CODE_CHARS) }),
      ...(state && { state }),
      ...(owner && { owner }),
    };
  };
}

/** To whom an object belongs, as far as the service tells. */
function ownerOf(kind: PickerQuery['kind'], row: z.infer<typeof RowSchema>): Ref | null {
  if (kind === 'publisher') return null;
  const isLine = kind === 'line-item';
  const id = IdSchema.safeParse(isLine ? row.advertiser_id : row.publisher_id).data;
  if (!id) return null;
  return { id, name: (isLine ? '' : textOf(row.publisher_name)) || String(id) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
