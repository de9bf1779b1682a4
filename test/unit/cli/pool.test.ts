import { describe, expect, it } from 'vitest';

import { BrowserGone, PageFailed, visitAll, type Visitor } from '@/cli/verify/pool';

/** A visitor that does with each page what is written for it, and notes the pages it was given. */
function visitor(name: string, does: (page: string) => Promise<string> | string) {
  const given: string[] = [];
  const visit: Visitor<string, string>['visit'] = async (page) => {
    given.push(page);
    return does(page);
  };
  return { name, visit, given };
}

const fine = (page: string) => `saw ${page}`;
const gone = () => {
  throw new BrowserGone();
};
const short = (outcomes: Awaited<ReturnType<typeof visitAll<string, string>>>) =>
  outcomes.map((one) =>
    one.state === 'visited' ? `${one.by} ${one.tries}` : `${one.why} ${one.tries}`,
  );

describe('pages and who visits them', () => {
  it('are shared out, and come back in their order', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const slow = visitor('slow', () => promise);
    const quick = visitor('quick', (page) => {
      if (page === 'd') resolve('at last');
      return fine(page);
    });
    expect(short(await visitAll(['a', 'b', 'c', 'd'], [slow, quick]))).toEqual([
      'slow 1',
      'quick 1',
      'quick 1',
      'quick 1',
    ]);
  });

  it('are visited again elsewhere where a browser went away, even by one that had nothing to do', async () => {
    const { promise, reject } = Promise.withResolvers<string>();
    const dies = visitor('dies', () => promise);
    const idle = visitor('idle', (page) => {
      queueMicrotask(() => reject(new BrowserGone()));
      return fine(page);
    });
    expect(short(await visitAll(['a', 'b'], [dies, idle]))).toEqual(['idle 2', 'idle 1']);
    expect(idle.given).toEqual(['b', 'a']);
  });

  it.each<[string, readonly string[], readonly Visitor<string, string>[], readonly string[]]>([
    ['no pages', [], [visitor('one', fine)], []],
    ['nobody', ['a', 'b'], [], ['no-browser-left 0', 'no-browser-left 0']],
    [
      'the only one goes',
      ['a', 'b'],
      [visitor('one', gone)],
      ['no-browser-left 1', 'no-browser-left 0'],
    ],
    [
      'a page that takes every browser with it is given up, and the others are visited',
      ['a', 'b'],
      [1, 2, 3, 4].map((number) =>
        visitor(`${number}`, (page) => (page === 'a' ? gone() : fine(page))),
      ),
      ['browsers-gone 3', '2 1'],
    ],
    [
      'a page that fails is not tried again',
      ['a', 'b'],
      [
        visitor('one', (page) => {
          if (page === 'a') throw new PageFailed('no such host');
          return fine(page);
        }),
      ],
      ['page-failed 1', 'one 1'],
    ],
  ])('%s', async (_, pages, visitors, outcomes) => {
    expect(short(await visitAll(pages, visitors))).toEqual(outcomes);
  });

  it('a mistake of ours is thrown, and not taken for a page that failed', async () => {
    const wrong = visitor('wrong', () => {
      throw new TypeError('a mistake');
    });
    await expect(visitAll(['a'], [wrong])).rejects.toThrow('a mistake');
  });

  it('each page is told of once, as it is done', async () => {
    const told: string[] = [];
    await visitAll(['a', 'b'], [visitor('one', fine)], (page, { state }) =>
      told.push(`${page} ${state}`),
    );
    expect(told).toEqual(['a visited', 'b visited']);
  });
});
