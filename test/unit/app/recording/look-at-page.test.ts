import { describe, expect, it } from 'vitest';

import { lookAtPage } from '@/lib/app/recording/look-at-page';

import { element } from '../../core/verification/page';

const PAGE = 'https://news.example/a';
const held = (id: number) =>
  element('img', { 'data-src': `https://ib.adnxs.com/imptr?id=${id}&t=2` });

/** What a document tells, with one tag in it. */
const told = (url: string, id: number, more = {}) => ({
  url,
  loadedAt: 1000,
  places: { 1: held(id) },
  documents: { 1: url },
  asked: {},
  closedFrames: 0,
  isCut: false,
  failures: 0,
  replaced: {},
  ...more,
});

/** A page whose parts tell this, by their address; the page itself by its own. */
function pageOf(parts: Readonly<Record<string, unknown>>, documents = Object.keys(parts)) {
  const asked: (string | null)[] = [];
  const timers = new Set<() => void>();
  return {
    asked,
    timers,
    ports: {
      async readPart(frameUrl: string | null) {
        asked.push(frameUrl);
        return parts[frameUrl ?? PAGE];
      },
      documents: async () => documents,
      now: () => 5000,
      timer(_: number, act: () => void) {
        timers.add(act);
        return () => void timers.delete(act);
      },
    },
  };
}

const idsIn = (look: Awaited<ReturnType<typeof lookAtPage>>) =>
  look?.places.map(({ attributes }) => /id=(\d+)/.exec(attributes[0]?.value ?? '')?.[1]);

describe('a look at a page', () => {
  it('asks no frame where it could look into all', async () => {
    const { ports, asked } = pageOf({ [PAGE]: told(PAGE, 1), 'https://ads.example/': 1 });
    expect(await lookAtPage(ports)).toMatchObject({ url: PAGE, readAt: 5000, closedFrames: 0 });
    expect(asked).toEqual([null]);
  });

  it('asks each document that it could not look into, once', async () => {
    const ad = 'https://ads.example/';
    const deep = 'https://deep.example/';
    const { ports, asked } = pageOf(
      {
        [PAGE]: told(PAGE, 1, { closedFrames: 2, documents: { 1: PAGE, 2: 'about:blank' } }),
        [ad]: told(ad, 2, { closedFrames: 1 }),
        [deep]: told(deep, 3),
      },
      [PAGE, 'about:blank', ad, ad, deep],
    );
    const look = await lookAtPage(ports);
    expect(asked).toEqual([null, ad, deep]);
    expect(idsIn(look)).toEqual(['1', '2', '3']);
    // Two of the three that were closed.
    expect(look?.closedFrames).toBe(1);
  });

  it('goes on where a frame does not answer, or answers what no page tells', async () => {
    const { ports } = pageOf({
      [PAGE]: told(PAGE, 1, { closedFrames: 3 }),
      'https://gone.example/': undefined,
      'https://odd.example/': { url: 1 },
      'https://ads.example/': told('https://ads.example/', 2),
    });
    const look = await lookAtPage(ports);
    expect(idsIn(look)).toEqual(['1', '2']);
    expect(look?.closedFrames).toBe(2);
  });

  it('says of frames that the browser cannot name that they were not read', async () => {
    const { ports } = pageOf({ [PAGE]: told(PAGE, 1, { closedFrames: 2 }) }, []);
    expect((await lookAtPage(ports))?.closedFrames).toBe(2);
  });

  it('waits for no page that does not answer, and keeps what was read of it', async () => {
    const silent = new Promise(() => {});
    const ad = 'https://ads.example/';
    const main = pageOf({ [PAGE]: silent });
    const looking = lookAtPage(main.ports);
    for (const act of main.timers) act();
    expect(await looking).toBeNull();
    const frame = pageOf({
      [PAGE]: told(PAGE, 1, { closedFrames: 2 }),
      [ad]: silent,
      'https://more.example/': told('https://more.example/', 2),
    });
    const looked = lookAtPage(frame.ports);
    await expect.poll(() => frame.asked).toEqual([null, ad]);
    for (const act of frame.timers) act();
    expect(await looked).toMatchObject({ closedFrames: 2 });
    expect(frame.asked).toEqual([null, ad]);
    expect([...frame.timers]).toEqual([]);
  });

  it('asks no more than fifty frames', async () => {
    const urls = Array.from({ length: 60 }, (_, index) => `https://f${index}.example/`);
    const parts = Object.fromEntries(urls.map((url, index) => [url, told(url, index + 10)]));
    const { ports, asked } = pageOf({ [PAGE]: told(PAGE, 1, { closedFrames: 60 }), ...parts });
    expect((await lookAtPage(ports))?.closedFrames).toBe(10);
    expect(asked).toHaveLength(51);
  });

  it.each<[string, unknown]>([
    ['cannot be asked', undefined],
    ['tells nonsense', 'no'],
    ['tells more than may be', told(PAGE, 1, { replaced: Array(400).fill('a') })],
  ])('is none where the page %s', async (_, answer) => {
    const { ports } = pageOf({ [PAGE]: answer });
    expect(await lookAtPage(ports)).toBeNull();
  });
});
