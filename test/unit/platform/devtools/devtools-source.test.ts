import { describe, expect, it } from 'vitest';

import { joinObservations } from '@/lib/core/recording/join-observations';
import type { Observation } from '@/lib/core/recording/observation';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';

import { START } from '../../core/verification/build';
import { pixel } from '../../core/recording/build';

const iso = (at: number) => new Date(START + at).toISOString();
const entry = (at: number, changes: object = {}, response: object = {}) => ({
  startedDateTime: iso(at),
  time: 5,
  _resourceType: 'image',
  request: { url: pixel(1), method: 'GET' },
  response: { status: 200, _error: null, ...response },
  ...changes,
});
const open = (at: number) => entry(at, {}, { status: 0 });

/** DevTools with an event and a log in the test's hands; `joined` is what both add up to. */
function setUp() {
  let tell = (_entry: unknown) => {};
  const log: { pages: object[]; entries: object[] } = { pages: [], entries: [] };
  const source = createDevtoolsSource(
    {
      onRequestFinished: (listener) => (tell = listener),
      getHar: async () => structuredClone(log),
    },
    7,
  );
  const heard: (readonly Observation[])[] = [];
  source.onObserved((observations) => void heard.push(observations));
  const joined = async () => {
    const { observations } = await source.look();
    heard.push(observations);
    return joinObservations(heard.flat()).map(({ outcome, sightings = [] }) =>
      [outcome, ...sightings.map((one) => `${one.source} ${one.requestId}`)].join(' '),
    );
  };
  return { tell: (one: unknown) => tell(one), log, source, heard, joined };
}

describe('DevTools as a source', () => {
  it('tells of pixels with its tab, and gives a sign of everything else', () => {
    const { tell, heard } = setUp();
    tell(entry(0));
    tell({ request: { url: 'https://x.example/app.js' } });
    tell('nonsense');
    expect(heard.map((one) => one.length)).toEqual([1, 0, 0]);
    expect(heard[0]).toMatchObject([{ source: 'devtools-event', requestId: '1', tabId: 7 }]);
  });

  it.each([
    ['twice at one moment', [{ time: 5 }, { time: 6 }], 2],
    ['twice at one moment, by a picture and a fetch', [{}, { _resourceType: 'fetch' }], 2],
    ['once, though the event says so again', [{}, {}], 1],
  ])('a request that was made %s', async (_, changes, count) => {
    const { tell, log, joined } = setUp();
    for (const one of changes) tell(entry(0, one));
    expect(await joined()).toHaveLength(count);
    log.entries.push(...changes.slice(0, count).map((one) => entry(0, one)));
    expect(await joined()).toHaveLength(count);
  });

  it('finds in the log the second of two that are alike, of which the event told one', async () => {
    const { tell, log, joined } = setUp();
    tell(entry(0));
    log.entries.push(entry(0), entry(0, { time: 9 }));
    expect(await joined()).toHaveLength(2);
  });

  it('says of a request that was under way when its page was left that it was given up', async () => {
    const { tell, log, joined } = setUp();
    log.pages.push({ startedDateTime: iso(0) });
    log.entries.push(open(5));
    expect(await joined()).toEqual(['pending har-log 1']);
    log.entries.length = 0;
    expect(await joined()).toEqual(['pending har-log 1']);
    log.pages.push({ startedDateTime: iso(900) });
    expect(await joined()).toEqual(['aborted har-log 1']);
    tell(entry(5));
    expect(await joined()).toEqual(['answered har-log 1 devtools-event 1']);
  });

  it('and not while the log still has it, or it began with the new page', async () => {
    const { log, joined } = setUp();
    log.entries.push(open(5), open(950));
    await joined();
    log.pages.push({ startedDateTime: iso(900) });
    log.entries.splice(1);
    expect(await joined()).toEqual(['pending har-log 1', 'pending har-log 1']);
  });
});
