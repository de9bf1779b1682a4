import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { syncTrackers } from '@/lib/app/trackers/sync-trackers';
import { connect, type Database } from '@/lib/store/database';
import { toBlock } from '@/lib/store/tracker-blocks';
import { deleteDB } from 'idb';

// Runs in a page: the product's own client and store, with the browser's network and database.
const AT_ONCE = 6;
const SIZE = 100;
/** A page begins with the last row of the one before. */
const STEP = SIZE - 1;
const COUNT = 10_000;
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
  if (count !== COUNT) throw new Error(`${count} came`);
  return took;
}

type Ask = (query: string) => Promise<readonly Wire[]>;
type Pages = (ask: Ask) => AsyncGenerator<readonly Wire[]>;

/** All pages by key, six at once, and then the next six. */
async function* inStretches(ask: Ask) {
  let page = await ask('&start_element=0');
  yield page;
  for (let come = page.length; page.length === SIZE;) {
    const after = page.at(-1)?.id ?? 0;
    const answers = Array.from({ length: pagesLeft(come) }, (_, index) =>
      ask(`&min_id=${after + 1}&start_element=${index * STEP}`),
    );
    for (const answer of answers) {
      page = await answer;
      come += STEP;
      yield page;
    }
  }
}

/** All pages by key, each asked for as soon as one has come, as the product does. */
async function* oneByOne(ask: Ask) {
  let page = await ask('&start_element=0');
  yield page;
  const onWay: Promise<readonly Wire[]>[] = [];
  for (let come = page.length, isFirst = true; page.length === SIZE; isFirst = false) {
    const after = page.at(-1)?.id ?? 0;
    while (onWay.length < pagesLeft(come)) {
      // What is on its way begins with the last row of the page before it.
      const start = onWay.length * STEP - (isFirst || onWay.length === 0 ? 0 : 1);
      onWay.push(ask(`&min_id=${after + 1}&start_element=${start}`));
    }
    page = (await onWay.shift()) ?? [];
    come += STEP;
    yield page;
  }
}

const pagesLeft = (come: number) =>
  Math.min(AT_ONCE, Math.max(1, Math.ceil((COUNT - come) / STEP)));

/** The same pages, and nothing done with them but to parse them, and what `take` does. */
async function bare(
  { token, advertiserId }: Asked,
  pages: Pages,
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
  for await (const page of pages(ask)) {
    for (const { id } of page) ids.add(id);
    taken.push(take(page));
  }
  await Promise.all(taken);
  const took = performance.now() - start;
  if (ids.size !== COUNT) throw new Error(`${ids.size} came to the loop`);
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

/** What a sync is held against: the loop in stretches, one by one, and in stretches with its rows put. */
const BASES = {
  stretches: (_: Database, asked: Asked) => bare(asked, inStretches),
  oneByOne: (_: Database, asked: Asked) => bare(asked, oneByOne),
  put: (db: Database, asked: Asked) => bare(asked, inStretches, putBare(db, asked.advertiserId)),
};

/** Milliseconds of a sync and of its base, so many times in turn, the one first and then the other. */
async function measure(asked: Asked, rounds: number, base: keyof typeof BASES) {
  const measured = { synced: [] as number[], base: [] as number[] };
  const works = [
    ['synced', (db: Database) => sync(db, asked)],
    ['base', (db: Database) => BASES[base](db, asked)],
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
