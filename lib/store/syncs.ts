import { z } from '../core/base/schema';
import { readRow } from './rows';
import type { Database } from './schema';

/** The most unreadable rows of an advertiser that are remembered by their ids. */
const MOST_UNREADABLE = 10_000;
const MOST_REMOVED = 1000;

/** For how long what one has done oneself is believed more than a list, in milliseconds. */
const LAG_MS = 60_000;

const MomentSchema = z.nullable(z.number());

const SyncSchema = z.object({
  advertiserId: z.number(),
  /** When a whole list was last read, in milliseconds since 1970; `null` while never. */
  completedAt: MomentSchema,
  /**
   * When the last sync that completed began, by the service's clock, in milliseconds since 1970: what
   * was changed since may not be known. `null` where that is not known.
   */
  startedAt: z._default(MomentSchema, null),
  /** Ids that are listed, and whose rows cannot be read. */
  unreadable: z._default(z.array(z.number()).check(z.maxLength(MOST_UNREADABLE)), []),
  /** How many more the service counts than it lists. */
  withheld: z._default(z.number(), 0),
  /** What was deleted here, and since when a list that does not know it was met, by the service's clock. */
  removed: z._default(
    z.array(z.object({ id: z.number(), metAt: MomentSchema })).check(z.maxLength(MOST_REMOVED)),
    [],
  ),
});

/** How far the cached list of an advertiser goes. */
export type Sync = z.infer<typeof SyncSchema>;

export async function readSync(db: Database, account: string, advertiserId: number): Promise<Sync> {
  return readKept(await db.get('syncs', [account, advertiserId]), advertiserId);
}

/** What was kept of an advertiser's syncs; where that cannot be read, it is as if there had been none. */
export function readKept(kept: unknown, advertiserId: number): Sync {
  return readRow(SyncSchema, kept) ?? SyncSchema.parse({ advertiserId, completedAt: null });
}

/** What is to be kept: more than can be remembered by their ids are remembered by their number. */
export function toKept(sync: Sync): Sync {
  const unreadable = sync.unreadable.slice(0, MOST_UNREADABLE);
  const others = sync.unreadable.length - unreadable.length;
  return { ...sync, unreadable, withheld: sync.withheld + others };
}

export function withRemoved(sync: Sync, id: number): Sync {
  const others = sync.removed.filter((one) => one.id !== id);
  return { ...sync, removed: [...others, { id, metAt: null }].slice(-MOST_REMOVED) };
}

/** From when on a change may be one that a list given at this moment does not have yet. */
export function recentSince(servedAt: number | null): number {
  return servedAt === null ? Infinity : servedAt - LAG_MS;
}

/**
 * What comes of the deleted ones that a list tells of: for a while they are still gone, and then the
 * list is right.
 */
export function meetRemoved(
  sync: Sync,
  listed: ReadonlySet<number>,
  servedAt: number | null,
): { readonly sync: Sync; readonly gone: ReadonlySet<number> } {
  const removed = sync.removed.flatMap(({ id, metAt }) => {
    if (!listed.has(id)) return [{ id, metAt }];
    if (servedAt === null || (metAt !== null && metAt < recentSince(servedAt))) return [];
    return [{ id, metAt: metAt ?? servedAt }];
  });
  const gone = new Set(removed.map(({ id }) => id));
  return { sync: { ...sync, removed }, gone };
}
