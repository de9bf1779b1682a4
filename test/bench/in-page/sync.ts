import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { syncTrackers } from '@/lib/app/trackers/sync-trackers';
import { connect, type Database } from '@/lib/store/database';
import { toBlock } from '@/lib/store/tracker-blocks';
import { deleteDB } from 'idb';

// Runs in a page: the product's own client and store, with the browser's network and database.
const AT_ONCE = 6;
const SIZE = 100;
const ACCOUNT = 'bench';

/** Who asks, and whose trackers. */
interface Asked {
  readonly token: string;
  readonly advertiserId: number;
}

type Wire = { readonly id: number } & Readonly<Record<string, unknown>>;

/** Does it with a database in which nothing has been, as that of a first sync: the traces of rows that were deleted cost, too. */
async function inFresh(work: (db: Database) => Promise<number>): Promise<number> {
  databases += 1;
  const name = `bench ${databases}`;
  const db = await connect(name, () => {})();
  const took = await work(db);
  db.close();
  await deleteDB(name);
  return took;
}
let databases = 0;

/** The first sync of a person, with no limit of a minute. */
async function sync(db: Database, { token, advertiserId }: Asked): Promise<number> {
  let time = 0;
  const pace = createPace({ now: () => time, sleep: async (ms) => void (time += ms) });
  const timer = (ms: number, act: () => void) => {
    const id = setTimeout(act, ms);
    return () => clearTimeout(id);
  };
  const access = { baseUrl: location.origin, token };
  const client = createApiClient({ fetch: (...request) => fetch(...request), timer, pace }, access);
  const start = performance.now();
  const { count } = await syncTrackers(
    { client, db, account: ACCOUNT, now: () => Date.now(), timer, onProgress: () => {} },
    { advertiserId, whole: true },
  );
  const took = performance.now() - start;
  if (count !== 10_000) throw new Error(`${count} came`);
  return took;
}

/** As many pages, read by key, as many on their way and in the same order, and nothing done with them but to parse them, and what `take` does. */
async function bare(
  { token, advertiserId }: Asked,
  take: (rows: readonly Wire[]) => unknown = () => {},
): Promise<number> {
  const ask = async (query: string): Promise<readonly Wire[]> => {
    const path = `/imptracker?advertiser_id=${advertiserId}&sort=id.asc&num_elements=${SIZE}${query}`;
    const answer = await fetch(path, { headers: { Authorization: token }, cache: 'no-store' });
    return (await answer.json()).response.imptrackers;
  };
  const start = performance.now();
  const ids = new Set<number>();
  const taken: unknown[] = [];
  const onWay: Promise<readonly Wire[]>[] = [];
  let page = await ask('&start_element=0');
  for (;;) {
    for (const { id } of page) ids.add(id);
    taken.push(take(page));
    if (page.length < SIZE) break;
    const last = page.at(-1)?.id ?? 0;
    const left = Math.ceil((10_000 - ids.size) / (SIZE - 1));
    while (onWay.length < Math.min(AT_ONCE, Math.max(1, left))) {
      const ahead = onWay.length * (SIZE - 1);
      // What is on its way begins with the last row of the page before it.
      const from = ahead === 0 || ids.size === SIZE ? ahead : ahead - 1;
      onWay.push(ask(`&min_id=${last + 1}&start_element=${from}`));
    }
    const next = onWay.shift();
    if (!next) break;
    page = await next;
  }
  await Promise.all(taken);
  const took = performance.now() - start;
  if (ids.size !== 10_000) throw new Error(`${ids.size} came to the loop`);
  return took;
}

/** Puts rows as they are, with the keys that the product's rows have, and nobody waits for it but at the end. */
function putBare(db: Database, advertiserId: number) {
  return (rows: readonly Wire[]): Promise<void> => {
    const transaction = db.transaction('trackerBlocks', 'readwrite');
    for (const row of rows) {
      void transaction.store.put(toBlock(ACCOUNT, advertiserId, row.id, [[row.id, row]]));
    }
    return transaction.done;
  };
}

/** What a sync is held against: the loop, or the loop with its rows put. */
type Base = 'looped' | 'put';

/** Milliseconds of a sync and of its base, so many times in turn, the one first and then the other. */
async function measure(asked: Asked, rounds: number, base: Base) {
  const take = (db: Database) => (base === 'put' ? putBare(db, asked.advertiserId) : undefined);
  const measured = { synced: [] as number[], base: [] as number[] };
  const works = [
    ['synced', (db: Database) => sync(db, asked)],
    ['base', (db: Database) => bare(asked, take(db))],
  ] as const;
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of round % 2 ? works.toReversed() : works) {
      const took = await inFresh(work);
      // The first of each warms up.
      if (round > 0) measured[name].push(took);
    }
  }
  return measured;
}

Object.assign(globalThis, { measureSync: measure });
