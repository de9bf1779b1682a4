import { recordPixels } from '@/lib/app/recording/record-pixels';
import type { Observation } from '@/lib/core/recording/observation';
import { readHarEntry } from '@/lib/core/recording/har-entry';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { connect, type Database } from '@/lib/store/database';
import * as verifications from '@/lib/store/verifications';

// Runs in a page: the product's own store, in the browser's own database.
const START = Date.UTC(2026, 10, 24, 10);
const A_TURN = 25;
let run = 0;

function observationOf(index: number): Observation {
  const told = readHarEntry({
    startedDateTime: new Date(START + index).toISOString(),
    time: 20,
    _resourceType: 'image',
    _initiator: { type: 'parser', url: 'https://news.example/article' },
    request: {
      url: `https://ib.adnxs.com/imptr?id=${500 + (index % 300)}&t=2&cachebuster=${1e6 + index}`,
      method: 'GET',
      headers: [],
    },
    response: { status: 200, redirectURL: '', _error: null },
  });
  if (!told) throw new Error('it is no pixel');
  return { ...told, source: 'devtools-event', tabId: 7, requestId: '1' };
}

/** Records so many pixels as DevTools tells of them, some at each turn; gives milliseconds, and what was kept. */
async function record(db: Database, observations: readonly Observation[]) {
  let tell: (observations: readonly Observation[]) => void = () => {};
  const kept: PixelRequest[] = [];
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const recorder = recordPixels({
    sources: [
      {
        onObserved: (listener) => (tell = listener),
        look: async () => ({ observations: [], newestPage: null, urls: new Set() }),
      },
    ],
    page: { onNavigated: () => {}, current: async () => null },
    store: {
      earlierOfTab: async () => null,
      takeOver: async () => null,
      putVerification: (row) => verifications.putVerification(db, 'bench', row),
      addPageView: (row) => verifications.addPageView(db, row),
      changeRequests: (id, change) => verifications.changeRequests(db, id, change),
    },
    tabId: 7,
    browserRun: async () => null,
    mayMissFirstPage: false,
    now: () => Date.now(),
    later: () => {},
    newId: () => crypto.randomUUID(),
    notify: (message) => {
      if (message.kind !== 'requests-changed') return;
      for (const request of message.requests) kept.push(request);
      if (kept.length >= observations.length) resolve();
    },
  });
  await recorder.started;
  const start = performance.now();
  for (let at = 0; at < observations.length; at += A_TURN) {
    for (const one of observations.slice(at, at + A_TURN)) tell([one]);
    await nextTurn();
  }
  await done;
  return { took: performance.now() - start, kept };
}

/** Puts the same rows as they are, in one transaction and with the same turns before it. */
async function putBare(db: Database, requests: readonly PixelRequest[]): Promise<number> {
  run += 1;
  const rows = requests.map((request) => ({
    ...request,
    verificationId: `bare ${run}`,
    key: `bare ${run} ${request.key}`,
    account: 'bench',
    v: 1,
  }));
  const start = performance.now();
  for (let at = 0; at < rows.length; at += A_TURN) await nextTurn();
  const transaction = db.transaction('pixelRequests', 'readwrite');
  for (const row of rows) void transaction.store.put(row);
  await transaction.done;
  return performance.now() - start;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** Milliseconds of both, so many times in turn. */
async function measure(count: number, rounds: number) {
  const db = await connect('bench', () => {})();
  const observations = Array.from({ length: count }, (_, index) => observationOf(index));
  const recorded: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { took, kept } = await record(db, observations);
    const base = await putBare(db, kept);
    // The first of both warms up.
    if (round === 0) continue;
    recorded.push(took);
    bare.push(base);
  }
  return { recorded, bare };
}

Object.assign(globalThis, { measureStoreWrites: measure });
