import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { recordPixels } from '@/lib/app/recording/record-pixels';
import { recordTab } from '@/lib/app/recording/record-tab';
import { recordTabs } from '@/lib/app/recording/record-tabs';
import { createRelayedSource } from '@/lib/app/recording/relayed-source';
import { joinObservations, joinRequests } from '@/lib/core/recording/join-observations';
import { readWebRequest, type WebRequestPhase } from '@/lib/core/recording/web-request';
import { createWebRequestReading } from '@/lib/core/recording/web-request-reading';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';
import { type Database, openDatabase } from '@/lib/store/database';
import { mergeRequests } from '@/lib/store/merge-requests';
import * as store from '@/lib/store/verifications';

import { START, verification } from '../../core/verification/build';

const SITE = 'https://news.example';
const ACCOUNT = 'somebody';
const page = { onNavigated: () => {}, current: async () => null };
const urlOf = (id: string) => `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${id}`;

let db: Database;
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`hand-over-${(count += 1)}`);
});
afterEach(() => db.close());

const beside = {
  earlierOfTab: (tabId: number) => store.earlierOfTab(db, ACCOUNT, tabId),
  takeOver: async () => null,
  putVerification: (row: Parameters<typeof store.putVerification>[2]) =>
    store.beginVerification(db, ACCOUNT, row),
  addPageView: (row: Parameters<typeof store.addPageView>[1]) => store.addPageView(db, row),
};
const ticking = {
  browserRun: async () => 'run1',
  now: () => START + 5000,
  later: () => {},
  newId: () => `id${(count += 1)}`,
};

/** A tab that the background records, until DevTools take it; both write to one store. */
async function setUp() {
  const relayed: ((event: NonNullable<ReturnType<typeof readWebRequest>>) => void)[] = [];
  const timers: (() => void)[] = [];
  const counted: RecorderMessage[] = [];
  let lose = () => {};
  let hearPages = (_message: RecorderMessage) => {};
  const tabs = recordTabs({
    record: (tabId) =>
      recordTab({
        ...ticking,
        store: { ...beside, changeRequests: (id, change) => mergeRequests(db, id, change) },
        isOfAnother: async () => false,
        tabId,
        address: async () => `${SITE}/a`,
        load: () => null,
        isRecorded: async () => true,
        openChannel(hear) {
          hearPages = hear;
          return { send: () => {}, close: () => {} };
        },
        onBegun: () => {},
        counter: { hear: (message) => void counted.push(message) },
      }),
    isRecorded: async () => true,
    urlOf: async () => `${SITE}/a`,
    async hold() {
      if (relayed.length > 0) return null;
      const gone = Promise.withResolvers<void>();
      lose = gone.resolve;
      return { release: gone.resolve, gone: gone.promise };
    },
    onMoved: () => () => {},
    later: (_ms, step) => void timers.push(step),
  });

  /** What the browser tells of one request, to everybody who listens. */
  function tell(phase: WebRequestPhase, id: string, after = 0, more: object = {}): void {
    const event = readWebRequest(phase, {
      requestId: id,
      url: urlOf(id),
      method: 'GET',
      timeStamp: START + Number(id) + after,
      tabId: 7,
      frameId: 0,
      type: 'image',
      initiator: SITE,
      ...(phase === 'completed' && { statusCode: 200 }),
      ...more,
    });
    if (!event) throw new Error('no pixel');
    tabs.hear(event);
    for (const hear of relayed) hear(event);
  }

  /** DevTools are opened, and take the tab. Gives how their own event tells of a request. */
  function openDevtools() {
    let listener = (_entry: unknown) => {};
    const recorder = recordPixels({
      ...ticking,
      sources: [
        createDevtoolsSource(
          {
            onRequestFinished: (hear) => (listener = hear),
            getHar: async () => ({ pages: [], entries: [] }),
          },
          7,
        ),
        createRelayedSource({ tabId: 7, page, onEvent: (hear) => void relayed.push(hear) }),
      ],
      page,
      store: {
        ...beside,
        changeRequests: (id, change) => store.changeRequests(db, id, change),
      },
      tabId: 7,
      mayMissFirstPage: false,
      notify: () => {},
    });
    const finish = (id: string) =>
      listener({
        startedDateTime: new Date(START + Number(id)).toISOString(),
        time: 9,
        _resourceType: 'image',
        request: { url: urlOf(id), method: 'GET' },
        response: { status: 200, _error: null },
      });
    return { recorder, finish };
  }

  const rows = async (id: string) => (await store.loadRequests(db, id)).rows;
  /** As whoever reads a recording joins what was kept. */
  const read = async (id: string) =>
    joinRequests(await rows(id)).map(({ url, outcome }) => `${url.cachebuster} ${outcome}`);
  const idOf = async () => (await store.listVerifications(db, ACCOUNT)).rows.map(({ id }) => id);
  const settled = async () => {
    for (let turn = 0; turn < 40; turn += 1) await new Promise((done) => setImmediate(done));
  };
  return {
    tell,
    openDevtools,
    lose: () => lose(),
    later: () => timers.splice(0).forEach((step) => step()),
    sayToPages: (message: RecorderMessage) => hearPages(message),
    rows,
    read,
    idOf,
    settled,
    counted,
  };
}

describe('as DevTools take a tab from the background', () => {
  it('the answer to what was under way is kept, and what begins then is theirs, each once', async () => {
    const { tell, openDevtools, lose, later, read, idOf, settled } = await setUp();
    tell('began', '1');
    tell('completed', '1', 9);
    tell('began', '2');
    await vi.waitFor(async () => expect(await idOf()).toHaveLength(1));
    const { recorder, finish } = openDevtools();
    lose();
    await recorder.started;
    tell('began', '3');
    tell('completed', '2', 40);
    tell('completed', '3', 9);
    finish('3');
    await recorder.kept();
    await settled();
    const [id = ''] = await idOf();
    expect(recorder.verificationId).toBe(id);
    expect(await idOf()).toHaveLength(1);
    expect(await read(id)).toEqual(['1 answered', '2 answered', '3 answered']);
    later();
    tell('began', '4');
    tell('completed', '4', 9);
    await recorder.kept();
    await settled();
    expect(await read(id)).toHaveLength(4);
  });

  it('what both hear for a moment is one request, and keeps its end, whoever writes last', async () => {
    const { tell, openDevtools, lose, read, rows, idOf, settled } = await setUp();
    tell('began', '1');
    await vi.waitFor(async () => expect(await idOf()).toHaveLength(1));
    const { recorder, finish } = openDevtools();
    await recorder.started;
    // The background does not know yet.
    tell('began', '2');
    tell('completed', '2', 9);
    tell('began', '3');
    finish('2');
    lose();
    tell('completed', '3', 9);
    finish('3');
    await recorder.kept();
    await settled();
    const [id = ''] = await idOf();
    expect(await read(id)).toEqual(['1 pending', '2 answered', '3 answered']);
    // Where it is kept twice, each of the rows is known to be of the other.
    expect((await rows(id)).every(({ sightings = [] }) => sightings.length > 0)).toBe(true);
  });

  it('the number at the toolbar’s button is theirs alone', async () => {
    const { tell, openDevtools, lose, read, idOf, settled, counted } = await setUp();
    tell('began', '1');
    await vi.waitFor(async () => expect(await idOf()).toHaveLength(1));
    await settled();
    const before = counted.length;
    const { recorder } = openDevtools();
    lose();
    await recorder.started;
    tell('completed', '1', 40);
    await recorder.kept();
    await settled();
    const [id = ''] = await idOf();
    expect(await read(id)).toEqual(['1 answered']);
    expect(before).toBeGreaterThan(0);
    expect(counted).toHaveLength(before);
  });

  it('a redirect’s next hop is theirs alone', async () => {
    const { tell, openDevtools, lose, read, idOf, settled } = await setUp();
    tell('began', '1');
    await vi.waitFor(async () => expect(await idOf()).toHaveLength(1));
    const { recorder } = openDevtools();
    lose();
    await recorder.started;
    const next = 'https://secure.adnxs.com/imptr?id=531&t=2&cachebuster=1';
    tell('redirected', '1', 9, { statusCode: 302, redirectUrl: next });
    tell('began', '1', 10, { url: next });
    tell('completed', '1', 19, { url: next });
    await recorder.kept();
    await settled();
    const [id = ''] = await idOf();
    expect(await read(id)).toEqual(['1 answered', '1 answered']);
  });

  it.each(['cleared', 'deleted'] as const)(
    'what is %s then does not come back with an answer to it',
    async (kind) => {
      const { tell, openDevtools, lose, sayToPages, rows, idOf, settled } = await setUp();
      tell('began', '1');
      await vi.waitFor(async () => expect(await idOf()).toHaveLength(1));
      const [id = ''] = await idOf();
      await vi.waitFor(async () => expect(await rows(id)).toHaveLength(1));
      const { recorder } = openDevtools();
      lose();
      await recorder.started;
      const at = START + 6000;
      if (kind === 'cleared') {
        const message = { kind, verificationId: id, at } as const;
        sayToPages(message);
        recorder.clear(at);
        await store.clearRequests(db, id, at);
      } else {
        await store.deleteVerification(db, id);
        sayToPages({ kind, verificationId: id });
        await recorder.deleted(id);
      }
      tell('completed', '1', 40);
      await recorder.kept();
      await settled();
      expect(await rows(id)).toEqual([]);
      expect(await idOf()).toHaveLength(1);
    },
  );
});

describe('a verification that goes on', () => {
  it('loses nothing that was changed since it was read', async () => {
    await store.putVerification(db, ACCOUNT, verification());
    const read = verification({ gaps: [{ from: START, to: START + 1 }] });
    await store.changeVerification(db, 'v1', (one) => ({
      ...one,
      name: 'Spring',
      expectedIds: [5],
    }));
    await store.tellNotKept(db, 'v1', { since: START, count: 3 });
    await store.beginVerification(db, ACCOUNT, read);
    expect(await store.readVerification(db, 'v1')).toEqual({
      ...read,
      name: 'Spring',
      expectedIds: [5],
      notKept: { since: START, count: 3 },
    });
  });
});

/** A request as one recorder knows it that has heard so much. */
function joinOf(outcome: 'pending' | 'answered') {
  const reading = createWebRequestReading();
  const parts = { requestId: '1', url: urlOf('1'), method: 'GET', tabId: 7, type: 'image' };
  const began = readWebRequest('began', { ...parts, timeStamp: START });
  const ended = readWebRequest('completed', { ...parts, timeStamp: START + 9, statusCode: 200 });
  if (!began || !ended) throw new Error('no pixel');
  const told = [...reading.hear(began), ...(outcome === 'answered' ? reading.hear(ended) : [])];
  return joinObservations(told);
}

describe('what two recorders keep under one key', () => {
  it.each([
    ['in order', ['began', 'ended']],
    ['the beginning last', ['ended', 'began']],
  ] as const)('is what both know: %s', async (_, order) => {
    await store.putVerification(db, ACCOUNT, verification());
    const [began] = joinOf('pending');
    const [ended] = joinOf('answered');
    if (!began || !ended) throw new Error('nothing was joined');
    for (const which of order) {
      const changed = [which === 'began' ? began : ended];
      expect(await mergeRequests(db, 'v1', { changed, gone: [] })).toBe(true);
    }
    const { rows } = await store.loadRequests(db, 'v1');
    expect(rows.map(({ outcome, key }) => [outcome, key])).toEqual([['answered', began.key]]);
    expect(await mergeRequests(db, 'v1', { changed: [], gone: [began.key] })).toBe(true);
    expect(await store.countRequests(db, 'v1')).toBe(0);
    expect(await mergeRequests(db, 'gone', { changed: [began], gone: [] })).toBe(false);
  });
});
