import { describe, expect, it } from 'vitest';

import { type Earlier, type RecorderParts, recordPixels } from '@/lib/app/recording/record-pixels';
import { stopRecording } from '@/lib/app/recording/stop-recording';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import { takenOver } from '@/lib/core/verification/repeat';
import type { Verification } from '@/lib/core/verification/verification';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';

import { START, verification } from '../../core/verification/build';

const PAGE = 'https://news.example/';
const pixel = (cachebuster: number, at: number) => ({
  startedDateTime: new Date(at).toISOString(),
  time: 5,
  _resourceType: 'image',
  request: { url: `https://ib.adnxs.com/imptr?id=531&cachebuster=${cachebuster}`, method: 'GET' },
  response: { status: 200, _error: null },
});

/** A recorder whose network, store and clock are in memory; `kept` is what each verification recorded. */
function setUp(
  before: Earlier | null = null,
  changes: Partial<RecorderParts> = {},
  takeOver?: RecorderParts['store']['takeOver'],
) {
  const rows = new Map<string, Verification>();
  if (before) rows.set(before.verification.id, before.verification);
  const kept: string[] = [];
  const views: string[] = [];
  const messages: RecorderMessage[] = [];
  const listeners = { request: (_entry: unknown) => {}, navigated: (_url: string) => {} };
  let now = START + 1000;
  let ids = 0;
  const recorder = recordPixels({
    sources: [
      createDevtoolsSource(
        {
          onRequestFinished: (listener) => (listeners.request = listener),
          getHar: async () => ({ pages: [], entries: [{ request: { url: PAGE } }] }),
        },
        7,
      ),
    ],
    page: {
      onNavigated: (listener) => (listeners.navigated = listener),
      current: async () => ({ url: PAGE, loadedAt: START }),
    },
    store: {
      earlierOfTab: async () => before,
      takeOver:
        takeOver ??
        (async (id) => {
          const from = rows.get(id);
          return from ? takenOver(from, [...rows.values()]) : null;
        }),
      putVerification: async (row) => void rows.set(row.id, row),
      addPageView: async ({ verificationId, url }) => {
        views.push(`${verificationId} ${url}`);
        return true;
      },
      changeRequests: async (id, { changed }) => {
        for (const { url } of changed) kept.push(`${id} ${url.cachebuster}`);
        return rows.has(id);
      },
    },
    tabId: 7,
    browserRun: async () => 'run1',
    mayMissFirstPage: false,
    now: () => now,
    later: () => {},
    newId: () => `id${(ids += 1)}`,
    notify: (message) => void messages.push(message),
    ...changes,
  });
  const stop = (id: string) =>
    stopRecording(
      {
        now: () => now,
        tell: (message) => message.kind === 'stopped' && recorder.stop(message.at),
        checkAgain: recorder.checkAgain,
        keep: async (of, stoppedAt) => {
          const row = rows.get(of);
          if (row) rows.set(of, { ...row, stoppedAt });
        },
      },
      id,
    );
  const wait = (ms: number) => (now += ms);
  return { recorder, listeners, rows, kept, views, messages, stop, wait };
}

const accepted = { verificationId: 'id1', startedAt: START, acceptedAt: START, pages: [] };
const NAMED = {
  name: 'Kettle',
  note: 'odd',
  expectedIds: [531],
  expectations: [{ trackerId: 531, times: 2 as const }],
  baseline: accepted,
};

describe('a recording that was stopped', () => {
  it('has what began before and nothing that began later, be it requests or pages', async () => {
    const { recorder, listeners, rows, kept, views, stop, wait } = setUp();
    await recorder.started;
    listeners.request(pixel(1, START + 900));
    await stop('id1');
    wait(500);
    listeners.navigated('https://news.example/next');
    listeners.request(pixel(2, START + 1400));
    // It was sent before, and is answered now.
    listeners.request(pixel(3, START + 990));
    await recorder.checkAgain();
    expect(kept).toEqual(['id1 1', 'id1 3']);
    expect(views).toEqual([`id1 ${PAGE}`]);
    expect(rows.get('id1')?.stoppedAt).toBe(START + 1000);
  });

  it.each<[string, Partial<Verification>, string]>([
    ['is gone on with where nobody stopped it', {}, 'old'],
    ['stays as it is where somebody did', { stoppedAt: START }, 'id1'],
  ])('when DevTools is opened again, it %s', async (_, changes, recorded) => {
    const before = {
      verification: verification({ id: 'old', browserRun: 'run1', ...NAMED, ...changes }),
      isOwn: true,
      pageView: null,
      lastAt: START,
    };
    const { recorder, rows } = setUp(before);
    await recorder.started;
    expect(recorder.verificationId).toBe(recorded);
    // What is expected in the tab is expected still, as often as before.
    expect(rows.get(recorded)).toMatchObject({
      expectedIds: [531],
      expectations: NAMED.expectations,
    });
    expect(rows.get('id1')?.name).toBeUndefined();
  });
});

describe('a verification that is done again', () => {
  it('records anew under the same name, with what was expected and accepted, and says what it repeats', async () => {
    const { recorder, listeners, rows, kept, messages, wait } = setUp();
    await recorder.started;
    rows.set('earlier', verification({ id: 'earlier', series: 'first', ...NAMED }));
    listeners.request(pixel(1, START + 900));
    wait(1000);
    await recorder.repeat('earlier');
    wait(1000);
    listeners.request(pixel(2, START + 2500));
    await recorder.checkAgain();
    expect(kept).toEqual(['id1 1', 'id3 2']);
    expect(rows.get('id3')).toEqual({
      id: 'id3',
      tabId: 7,
      startedAt: START + 2000,
      name: 'Kettle',
      expectedIds: [531],
      expectations: NAMED.expectations,
      baseline: accepted,
      repeats: 'earlier',
      series: 'first',
      // The page was there before: what it fired until now is of the run before.
      openedAfterLoad: true,
      clearedAt: null,
      browserRun: 'run1',
    });
    expect(messages.filter(({ kind }) => kind === 'started')).toHaveLength(2);
  });

  it('takes nothing from before it began, whatever comes late', async () => {
    const { recorder, listeners, rows, kept, wait } = setUp();
    await recorder.started;
    rows.set('earlier', verification({ id: 'earlier' }));
    wait(1000);
    await recorder.repeat('earlier');
    listeners.request(pixel(1, START + 1999));
    await recorder.checkAgain();
    expect(kept).toEqual([]);
  });

  it.each<[string, boolean, boolean | undefined]>([
    ['may miss some of the first page since DevTools opened', false, true],
    ['does not say so where a page was loaded since', true, undefined],
  ])('%s', async (_, isLoaded, mayMiss) => {
    const { recorder, listeners, rows } = setUp(null, { mayMissFirstPage: true });
    await recorder.started;
    if (isLoaded) listeners.navigated(PAGE);
    await recorder.repeat('id1');
    expect([...rows.values()].at(-1)?.mayMissFirstPage).toBe(mayMiss);
  });

  it('tells whoever shows the one to repeat where that cannot be done', async () => {
    const { recorder, messages } = setUp(null, {}, () => Promise.reject(new Error('disk full')));
    await recorder.started;
    await recorder.repeat('id1');
    expect(messages.at(-1)).toEqual({
      kind: 'write-failed',
      verificationId: 'id1',
      detail: 'disk full',
    });
  });

  it('records again after a stop', async () => {
    const { recorder, listeners, kept, stop, wait } = setUp();
    await recorder.started;
    await stop('id1');
    wait(1000);
    await recorder.repeat('id1');
    listeners.request(pixel(1, START + 2500));
    await recorder.checkAgain();
    expect(kept).toEqual(['id3 1']);
  });

  it('records in a plain one where the one to repeat was deleted meanwhile', async () => {
    const { recorder, rows } = setUp();
    await recorder.started;
    await recorder.repeat('gone');
    expect(rows.get('id3')).toMatchObject({ id: 'id3', expectedIds: [] });
  });
});
