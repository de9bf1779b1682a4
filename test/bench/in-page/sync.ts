import { createApiClient } from '@/lib/api/client';
import { createPace } from '@/lib/api/pace';
import { syncTrackers } from '@/lib/app/trackers/sync-trackers';
import { forgetAccount } from '@/lib/store/accounts';
import { connect, type Database } from '@/lib/store/database';

// Runs in a page: the product's own client and store, with the browser's network and database.
const AT_ONCE = 6;
const SIZE = 100;
const ACCOUNT = 'bench';

/** Who asks, and whose trackers. */
interface Asked {
  readonly token: string;
  readonly advertiserId: number;
}

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
    { client, db, account: ACCOUNT, now: () => Date.now(), onProgress: () => {} },
    { advertiserId, whole: true },
  );
  const took = performance.now() - start;
  if (count !== 10_000) throw new Error(`${count} came`);
  await forgetAccount(db, ACCOUNT);
  return took;
}

/** The same pages, read by key and as many at once, and nothing done with them but to parse them. */
async function bare({ token, advertiserId }: Asked): Promise<number> {
  const ask = async (query: string): Promise<readonly { readonly id: number }[]> => {
    const path = `/imptracker?advertiser_id=${advertiserId}&sort=id.asc&num_elements=${SIZE}${query}`;
    const answer = await fetch(path, { headers: { Authorization: token }, cache: 'no-store' });
    return (await answer.json()).response.imptrackers;
  };
  const start = performance.now();
  const ids = new Set<number>();
  let page = await ask('&start_element=0');
  for (const { id } of page) ids.add(id);
  let last = page.at(-1)?.id ?? 0;
  for (let isEnd = page.length < SIZE; !isEnd;) {
    const left = Math.ceil((10_000 - ids.size) / (SIZE - 1));
    const answers = Array.from({ length: Math.min(AT_ONCE, Math.max(1, left)) }, (_, index) =>
      ask(`&min_id=${last + 1}&start_element=${index * (SIZE - 1)}`),
    );
    for (const answer of answers) {
      page = await answer;
      for (const { id } of page) ids.add(id);
      last = page.at(-1)?.id ?? last;
      isEnd ||= page.length < SIZE;
    }
  }
  const took = performance.now() - start;
  if (ids.size !== 10_000) throw new Error(`${ids.size} came to the loop`);
  return took;
}

/** Milliseconds of both, so many times in turn, the one first and then the other. */
async function measure(asked: Asked, rounds: number) {
  const db = await connect('bench', () => {})();
  const synced: number[] = [];
  const looped: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const isFirst = round % 2 === 0;
    const before = isFirst ? await bare(asked) : null;
    const took = await sync(db, asked);
    const base = before ?? (await bare(asked));
    // The first of both warms up.
    if (round === 0) continue;
    synced.push(took);
    looped.push(base);
  }
  return { synced, looped };
}

Object.assign(globalThis, { measureSync: measure });
