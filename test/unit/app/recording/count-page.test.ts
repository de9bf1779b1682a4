import { describe, expect, it } from 'vitest';

import { createPageCounter } from '@/lib/app/recording/count-page';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import type { RecorderMessage } from '@/lib/core/recording/recorder-message';
import type { PageCount } from '@/lib/core/verification/page-count';
import type { Verification } from '@/lib/core/verification/verification';

import { pageView, request, START, tracker, verification } from '../../core/verification/build';

const pixel = (cachebuster: number, changes: Partial<PixelRequest> = {}) =>
  request(
    `https://ib.adnxs.com/imptr?id=${530 + cachebuster}&t=2&cachebuster=${cachebuster}48213`,
    {
      startedAt: START + cachebuster,
      ...changes,
    },
  );
const changed = (...requests: PixelRequest[]): RecorderMessage => ({
  kind: 'requests-changed',
  verificationId: 'v1',
  requests,
});
const viewed = (id: string, at: number): RecorderMessage => ({
  kind: 'page-viewed',
  verificationId: 'v1',
  pageView: pageView(id, at),
});
const STARTED = { kind: 'started', verificationId: 'v1', tabId: 7 } as const;

function setUp(kept: readonly PixelRequest[] = [], row: Verification | null = null) {
  const told: PageCount[] = [];
  const timers: (() => void)[] = [];
  const counter = createPageCounter({
    load: async () => ({ requests: kept, pageViews: [], verification: row }),
    knowledge: {
      findTrackers: async (ids) => ids.map((id) => tracker(id)),
      hasTrackers: async () => true,
      adServers: async () => AD_SERVERS,
      ownHosts: async () => [],
    },
    tell: (count) => void told.push(count),
    later: (_milliseconds, step) => void timers.push(step),
  });
  const settle = async () => {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
    for (const step of timers.splice(0)) step();
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
  };
  return { counter, told, settle };
}

describe('the number at the toolbar', () => {
  it('is told once for all that comes together, and again only where it changes', async () => {
    const { counter, told, settle } = setUp();
    counter.hear(STARTED);
    counter.hear(viewed('a', START));
    counter.hear(changed(pixel(1), pixel(2)));
    await settle();
    counter.hear(changed(pixel(2, { duration: 30 })));
    await settle();
    expect(told).toEqual([{ requests: 2, errors: 0 }]);
  });

  it('counts a request with an error, and the hops of a redirect once', async () => {
    const { counter, told, settle } = setUp();
    const first = pixel(1, {
      status: 302,
      redirectUrl: pixel(1).url.raw.replace('t=2', 't=2&x=1'),
    });
    counter.hear(changed(first, request(first.redirectUrl ?? '', { startedAt: START + 2 })));
    counter.hear(changed(request('https://ib.adnxs.com/imptr?t=2', { startedAt: START + 3 })));
    await settle();
    expect(told).toEqual([{ requests: 2, errors: 1 }]);
  });

  it('begins again with each page, and is told anew though it is the same', async () => {
    const { counter, told, settle } = setUp();
    counter.hear(viewed('a', START));
    counter.hear(changed(pixel(1)));
    await settle();
    counter.hear(viewed('b', START + 100));
    counter.hear(changed(pixel(200)));
    await settle();
    expect(told).toEqual([
      { requests: 1, errors: 0 },
      { requests: 1, errors: 0 },
    ]);
  });

  it('goes on with what was recorded before, and forgets what was cleared', async () => {
    const { counter, told, settle } = setUp([pixel(1), pixel(2)]);
    counter.hear(STARTED);
    counter.hear(changed(pixel(3)));
    await settle();
    counter.hear({ kind: 'cleared', verificationId: 'v1', at: START + 3 });
    await settle();
    expect(told.map(({ requests }) => requests)).toEqual([3, 1]);
  });
});

describe('where the recording is full', () => {
  it('the number says that there may be more, until it is cleared or another is begun', async () => {
    const { counter, told, settle } = setUp();
    counter.hear(STARTED);
    counter.hear(viewed('a', START));
    counter.hear(changed(pixel(1)));
    counter.hear({ kind: 'full', verificationId: 'v1' });
    await settle();
    counter.hear(viewed('b', START + 5000));
    await settle();
    counter.hear({ kind: 'cleared', verificationId: 'v1', at: START + 6000 });
    await settle();
    expect(told).toEqual([
      { requests: 1, errors: 0, isFull: true },
      { requests: 0, errors: 0, isFull: true },
      { requests: 0, errors: 0 },
    ]);
  });

  it('and so where the recorder was stopped and is there again', async () => {
    const notKept = { since: START, count: 0 };
    const { counter, told, settle } = setUp([], verification({ notKept }));
    counter.hear(STARTED);
    await settle();
    expect(told).toEqual([{ requests: 0, errors: 0, isFull: true }]);
  });
});
