import { z } from '../core/base/schema';

/** What a store of an account's rows by id gives. */
interface RowsById {
  get(key: [string, number]): Promise<unknown>;
  getAll(range: IDBKeyRange, limit: number): Promise<unknown[]>;
}

/** Rows of others between those asked for that are read along, for each of them. */
const OTHERS_FOR_EACH = 1;

const KeySchema = z.object({ id: z.number() });

/**
 * The rows with these ids, as they are on disk; ids that are not there are left out. Those of a page of a list lie
 * mostly side by side, and are read at once: one by one, a hundred take about as long as it takes to write them.
 * Where many others lie between, the rest is read one by one.
 */
export async function rowsOf(
  store: RowsById,
  account: string,
  ids: ReadonlySet<number>,
): Promise<ReadonlyMap<number, unknown>> {
  const rows = new Map<number, unknown>();
  const sorted = [...ids].toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return rows;
  const limit = ids.size * (1 + OTHERS_FOR_EACH);
  const range = IDBKeyRange.bound([account, first], [account, last]);
  const met = await store.getAll(range, limit);
  for (const row of met) {
    const id = KeySchema.safeParse(row).data?.id;
    if (id !== undefined && ids.has(id)) rows.set(id, row);
  }
  const reached = KeySchema.safeParse(met.at(-1)).data?.id ?? last;
  const rest = met.length < limit ? [] : sorted.filter((id) => id > reached);
  await Promise.all(
    rest.map(async (id) => {
      const row: unknown = await store.get([account, id]);
      if (row !== undefined) rows.set(id, row);
    }),
  );
  return rows;
}
