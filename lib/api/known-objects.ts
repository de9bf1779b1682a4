import { MAX_OBJECTS } from '../core/base/limits';
import { z } from '../core/base/schema';
import type { KnownObject, ObjectList, ObjectQuery } from '../core/tracker-sheet/known';
import type { ApiClient } from './client';
import { IdSchema } from './imptracker-wire';
import { objectPages } from './pickers';
import { readList } from './read-list';

const text = z.optional(z.nullable(z.string()));
/** A placement has up to three codes (placement service). */
const RowSchema = z.object({ id: IdSchema, name: text, code: text, code2: text, code3: text });

/** All objects of a kind and parent, with what a sheet may call them. */
export async function listKnownObjects(client: ApiClient, query: ObjectQuery): Promise<ObjectList> {
  const pages = objectPages(client, query, readRow);
  const { items, unreadable, isCut } = await readList(pages, { most: MAX_OBJECTS });
  return {
    objects: [...items.values()].slice(0, MAX_OBJECTS),
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
