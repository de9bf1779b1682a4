import { expect, it } from 'vitest';

import { withRehearsals } from '@/lib/app/recording/rehearsed-source';
import { readPixelUrl } from '@/lib/core/pixel/pixel-url';
import { CANARY } from '@/lib/core/rehearsal/canary';
import type { Observation } from '@/lib/core/recording/observation';
import type { RequestSource } from '@/lib/core/recording/source';

const TOKEN = '11111111-2222-4333-8444-555555555555';
const PX = 'https://ib.adnxs.com/imptr?id=531&t=2';

function told(raw: string): Observation {
  const url = readPixelUrl(raw);
  if (!url) throw new Error('no pixel');
  return {
    source: 'har-log',
    requestId: '1',
    tabId: 7,
    precision: 0,
    url,
    urlIsCut: false,
    method: 'GET',
    startedAt: 1,
    duration: 1,
    status: 307,
    outcome: 'blocked-by-extension',
    error: null,
    fromCache: null,
    loader: 'image',
    frameUrl: null,
    redirectUrl: `https://ib.adnxs.com/piggyback-rehearsal/${TOKEN}/pixel.gif`,
    viaServiceWorker: false,
  };
}

/** A source that tells when it is asked to. */
function source() {
  let tell: (observations: readonly Observation[]) => void = () => {};
  const made: RequestSource = {
    onObserved: (listener) => (tell = listener),
    look: async () => ({ observations: [told(PX)], newestPage: null, urls: new Set([PX]) }),
  };
  return { made, tell: (...urls: readonly string[]) => tell(urls.map(told)) };
}

it('what was rehearsed is told as that, by the event and in the log, and the trial is left out', async () => {
  const { made, tell } = source();
  const tokens = { ready: Promise.resolve(), all: new Set([TOKEN]) };
  const rehearsed = withRehearsals(made, tokens);
  const seen: (readonly Observation[])[] = [];
  rehearsed.onObserved((observations) => seen.push(observations));
  tell(PX, CANARY);
  await tokens.ready;
  expect(seen.flat().map(({ url, outcome }) => [url.raw, outcome])).toEqual([[PX, 'rehearsed']]);
  const look = await rehearsed.look();
  expect(look.observations.map(({ outcome }) => outcome)).toEqual(['rehearsed']);
  expect(look.urls).toEqual(new Set([PX]));
});

it('a sign of life is passed on', async () => {
  const { made, tell } = source();
  let heard = 0;
  withRehearsals(made, { ready: Promise.resolve(), all: new Set() }).onObserved(() => (heard += 1));
  tell();
  await Promise.resolve();
  expect(heard).toBe(1);
});

it('waits for the tokens of before, and keeps the order', async () => {
  const { made, tell } = source();
  const all = new Set<string>();
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const seen: string[] = [];
  withRehearsals(made, { ready, all }).onObserved((observations) =>
    seen.push(...observations.map(({ url, outcome }) => `${url.id} ${outcome}`)),
  );
  tell(PX);
  tell(PX.replace('531', '532'));
  expect(seen).toEqual([]);
  all.add(TOKEN);
  resolve();
  await ready;
  expect(seen).toEqual(['531 rehearsed', '532 rehearsed']);
});
