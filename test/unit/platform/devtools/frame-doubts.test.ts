import { describe, expect, it } from 'vitest';

import { joinObservations } from '@/lib/core/recording/join-observations';
import type { Observation } from '@/lib/core/recording/observation';
import { createDevtoolsSource } from '@/lib/platform/devtools/devtools-source';

import { START } from '../../core/verification/build';
import { pixel } from '../../core/recording/build';

const SITE = 'https://a.example/';
const entry = (changes: object = {}) => ({
  startedDateTime: new Date(START + 5).toISOString(),
  time: 5,
  pageref: 'page_1',
  _resourceType: 'image',
  _initiator: { type: 'script' },
  request: { url: pixel(1), method: 'GET', headers: [] },
  response: { status: 200, _error: null },
  ...changes,
});
const html = entry({
  startedDateTime: new Date(START).toISOString(),
  _resourceType: 'document',
  request: { url: SITE, method: 'GET', headers: [] },
});
const from = (value: string) => ({
  request: { url: pixel(1), method: 'GET', headers: [{ name: 'Referer', value }] },
});

/** DevTools whose log answers when it is let, and counts how often it was asked. */
function setUp() {
  let tell = (_entry: unknown) => {};
  const log = { asked: 0, answers: [] as (() => void)[], entries: [] as object[] };
  const source = createDevtoolsSource(
    {
      onRequestFinished: (listener) => (tell = listener),
      getHar() {
        log.asked += 1;
        const { promise, resolve } = Promise.withResolvers<unknown>();
        const answer = structuredClone({ pages: [], entries: log.entries });
        log.answers.push(() => resolve(answer));
        return promise;
      },
    },
    7,
  );
  const heard: Observation[] = [];
  source.onObserved((all) => void heard.push(...all));
  const settle = async () => {
    for (const answer of log.answers.splice(0)) answer();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { tell: (one: unknown) => tell(one), log, heard, settle };
}

describe('a request of which the event does not say what document asked for it', () => {
  it('has that from the log, though its page is left the next moment', async () => {
    const { tell, log, heard, settle } = setUp();
    log.entries = [html, entry()];
    tell(entry());
    log.entries = [];
    await settle();
    expect(joinObservations(heard).map(({ frameUrl }) => frameUrl)).toEqual([SITE]);
  });

  it.each<[string, object, number]>([
    ['none is named', {}, 1],
    ['its site is named', from(SITE), 0],
    ['it is named', from(`${SITE}page`), 0],
    ['by the parser', { _initiator: { type: 'parser', url: `${SITE}page` } }, 0],
    ['a frame of another site asked, which has no page', { pageref: undefined }, 0],
    ['the browser never says, as Firefox', { _resourceType: undefined }, 0],
  ])('has the log looked at once where %s: %#', (_, changes, asked) => {
    const { tell, log } = setUp();
    tell(entry(changes));
    expect(log.asked).toBe(asked);
  });

  it('has one look at a time, and one more for all that came meanwhile', async () => {
    const { tell, log, settle } = setUp();
    for (let count = 0; count < 500; count += 1) tell(entry());
    expect(log.asked).toBe(1);
    await settle();
    expect(log.asked).toBe(2);
    await settle();
    expect(log.asked).toBe(2);
  });

  it('has no more than ten looks on one page, and as many on the next', async () => {
    const { tell, log, settle } = setUp();
    for (const pageref of ['page_1', 'page_2']) {
      for (let count = 0; count < 30; count += 1) {
        tell(entry({ pageref }));
        await settle();
      }
    }
    expect(log.asked).toBe(20);
  });
});
