import { z } from '../core/base/schema';
import type { KnownObject, ObjectList, ObjectQuery } from '../core/tracker-sheet/known';
import type { ApiClient } from './client';
import { IdSchema, listOf } from './imptracker-wire';
import { readPage } from './paging';
import { parentOf } from './pickers';
import { type ReadPage, readList } from './read-list';

const text = z.optional(z.nullable(z.string()));
/** A placement has up to three codes (placement service). */
const RowSchema = z.object({ id: IdSchema, name: text, code: text, code2: text, code3: text });

/** Objects of one list that are read; a member has 20,000 placements and 3,000 line items at most (api.md 2.6). */
const MOST_OBJECTS = 20_000;

/** All objects of a kind and parent, with what a sheet may call them. */
export async function listKnownObjects(
  client: ApiClient,
  query: ObjectQuery,
  signal?: AbortSignal,
): Promise<ObjectList> {
  const readAt: ReadPage<KnownObject> = ({ minId, ids, start, size, bulk, signal }) =>
    readPage(
      client,
      {
        path: `/${query.kind}`,
        start,
        size,
        bulk,
        signal,
        query: {
          ...parentOf(query),
          sort: 'id.asc',
          ...(minId !== undefined && { min_id: minId }),
          ...(ids && { id: listOf(ids) }),
        },
      },
      `${query.kind}s`,
      readRow,
    );
  const { items, unreadable, isCut } = await readList(readAt, {
    most: MOST_OBJECTS,
    ...(signal && { signal }),
  });
  return {
    objects: [...items.values()].slice(0, MOST_OBJECTS),
    // One that cannot be read may be the one that is meant.
    isWhole: !isCut && unreadable.length === 0,
  };
}

function readRow(row: unknown): KnownObject | null {
  const parsed = RowSchema.safeParse(row);
  if (!parsed.success) return null;
  const { id, name, ...codes } = parsed.data;
  const said = Object.values(codes).flatMap((code) => code || []);
  const object = { id, name: name ?? String(id), code: said[0] ?? null };
  return said.length > 1 ? { ...object, codes: said } : object;
}
