import { describe, expect, it } from 'vitest';

import type { PageView } from '@/lib/core/recording/page-views';
import type { VisitEnd } from '@/lib/core/recording/visit';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { matrixOf, needsLook, verdictsToCount } from '@/lib/core/verification/matrix';
import { standOf } from '@/lib/core/verification/page-run';
import {
  createExpectedOn,
  expectedAnywhere,
  goneOn,
  over,
  paused,
  type Visited,
} from '@/lib/core/verification/visited';

const PAGES = [
  { url: 'https://one.example/', ownIds: [] },
  { url: 'https://two.example/', ownIds: [22] },
  { url: 'https://three.example/', ownIds: [] },
];
const VISITED: Visited = {
  pages: PAGES,
  everywhereIds: [11],
  limitSeconds: 30,
  state: 'going',
  pause: null,
  detail: null,
  browserRun: 'run',
};

let views = 0;
const viewOf = (
  page: number,
  end: VisitEnd | null,
  sight: 'visible' | 'hidden' | null = 'visible',
) => {
  views += 1;
  const view: PageView = {
    id: `view-${views}`,
    verificationId: 'run',
    url: PAGES[page]?.url ?? '',
    startedAt: views * 1000,
    visit: { page, end, detail: null, status: 200, sight, endedAt: views * 1000 + 900 },
  };
  return view;
};

describe('where a run over pages stands', () => {
  it.each<[string, readonly [number, VisitEnd | null][], number | null]>([
    ['nothing was visited', [], 0],
    ['one was', [[0, 'quiet']], 1],
    ['one did not load, which is an end as well', [[0, 'failed']], 1],
    [
      'a visit was cut off',
      [
        [0, 'quiet'],
        [1, 'cut'],
      ],
      1,
    ],
    [
      'it was cut off twice',
      [
        [0, 'cut'],
        [0, 'cut'],
      ],
      0,
    ],
    [
      'it was cut off three times, and is left',
      [
        [0, 'cut'],
        [0, 'cut'],
        [0, 'cut'],
      ],
      1,
    ],
    ['nobody has said how a visit ended', [[0, null]], 0],
    [
      'all are over',
      [
        [0, 'quiet'],
        [1, 'crashed'],
        [2, 'busy'],
      ],
      null,
    ],
  ])('%s', (_, ends, next) => {
    const stand = standOf(
      VISITED,
      ends.map(([page, end]) => viewOf(page, end)),
    );
    expect(stand.next).toBe(next);
  });

  it('counts what is over, what was not seen, and what may not be relied on', () => {
    const stand = standOf(VISITED, [
      viewOf(0, 'cut'),
      viewOf(0, 'quiet', 'hidden'),
      viewOf(1, 'failed', null),
      viewOf(2, 'busy', null),
    ]);
    expect(stand.counts).toEqual({
      pages: 3,
      over: 3,
      notSeen: 1,
      hidden: 1,
      sightUnknown: 1,
      again: 1,
    });
  });

  it('goes by the last whole visit, not by one that was cut off after it', () => {
    const whole = viewOf(0, 'quiet');
    const stand = standOf(VISITED, [viewOf(0, 'cut'), whole, viewOf(0, 'cut')]);
    expect(stand.pages[0]).toMatchObject({ view: whole, tries: 3, isOver: true });
  });

  it('leaves out views of no list, and of a page that the list does not have', () => {
    const { visit: _, ...other } = viewOf(0, 'quiet');
    expect(standOf(VISITED, [other, viewOf(7, 'quiet')]).counts.over).toBe(0);
  });
});

describe('what a person says to a run', () => {
  it('is heard only where it can be', () => {
    const waiting = paused(VISITED, 'asked');
    expect([waiting.state, waiting.pause]).toEqual(['paused', 'asked']);
    expect(goneOn(waiting, 'later')).toEqual({ ...VISITED, browserRun: 'later' });
    const stopped = over(waiting, 'stopped');
    expect([stopped.state, stopped.pause]).toEqual(['stopped', null]);
    expect(goneOn(stopped, 'later')).toBe(stopped);
    expect(paused(stopped, 'asked')).toBe(stopped);
    expect(over(over(VISITED, 'done'), 'stopped').state).toBe('done');
  });
});

describe('what is expected', () => {
  it('on a page that names its own is only that', () => {
    expect(expectedAnywhere(VISITED)).toEqual([11, 22]);
    const on = createExpectedOn(VISITED, [11, 22]);
    expect([on(0), on(1)]).toEqual([[11], [22]]);
  });

  it('follows what a person adds and takes away afterwards', () => {
    const on = createExpectedOn(VISITED, [11, 33]);
    expect([on(0), on(1)]).toEqual([[11, 33], []]);
  });
});

describe('the matrix', () => {
  const judged = (pageViews: readonly PageView[], visited: Visited | null = VISITED) =>
    judgeRecording(
      {
        verification: {
          id: 'run',
          tabId: null,
          startedAt: 0,
          expectedIds: [11, 22],
          openedAfterLoad: false,
          clearedAt: null,
          ...(visited && { visited }),
        },
        pageViews,
        requests: [],
      },
      { trackers: { byId: new Map(), loaded: false }, servers: [] },
      'all',
    );
  const matrix = (pageViews: readonly PageView[], visited: Visited | null = VISITED) =>
    matrixOf(judged(pageViews, visited));

  const words = (pageViews: readonly PageView[], visited: Visited | null = VISITED) => {
    const { pages, cellsOn } = matrix(pageViews, visited);
    return pages.map((page) =>
      cellsOn(page).map((cell) => (typeof cell === 'string' ? cell : cell.verdict)),
    );
  };

  it('says of each tracker on each page how it stands', () => {
    expect(words([viewOf(0, 'quiet'), viewOf(1, 'busy')])).toEqual([
      ['not-seen', 'not-expected'],
      ['not-expected', 'not-seen'],
      ['not-visited', 'not-expected'],
    ]);
  });

  it.each<VisitEnd>(['failed', 'download', 'empty', 'unanswered', 'cut'])(
    'never says of a page that did not come (%s) that a tracker was not seen on it',
    (end) => {
      const view = viewOf(0, end);
      expect(words([view])?.[0]).toEqual(['not-visited', 'not-expected']);
      // Nor does an export or a proof.
      expect(judged([view]).verdictsOn(view)).toEqual([]);
    },
  );

  it('counts each tracker on each page, not whether it fired on any', () => {
    const run = judged([viewOf(0, 'quiet'), viewOf(1, 'quiet'), viewOf(2, 'failed')]);
    expect(verdictsToCount(run).map(({ trackerId }) => trackerId)).toEqual([11, 22]);
  });

  it('of no list has each page that was opened, with all trackers', () => {
    const views = [viewOf(0, 'quiet'), viewOf(0, 'quiet')];
    const { pages } = matrix(views, null);
    expect(pages.map(({ number, listed, view }) => [number, listed, view])).toEqual([
      [1, null, views[0]],
      [2, null, views[1]],
    ]);
    expect(words(views, null)).toEqual([
      ['not-seen', 'not-seen'],
      ['not-seen', 'not-seen'],
    ]);
  });

  it('judges a page once it is asked for, and then no more', () => {
    const asked: PageView[] = [];
    const run = judged([viewOf(0, 'quiet'), viewOf(1, 'quiet')]);
    const { pages, cellsOn } = matrixOf({
      ...run,
      verdictsOn: (view) => {
        asked.push(view);
        return run.verdictsOn(view);
      },
    });
    expect(asked).toEqual([]);
    const [, second] = pages;
    if (!second) throw new Error('no second page');
    expect(cellsOn(second)).toBe(cellsOn(second));
    expect(asked).toEqual([second.view]);
  });

  it.each<[string, PageView[], boolean]>([
    ['not visited yet', [], false],
    ['under way', [viewOf(0, null)], false],
    ['over, and a tracker was not seen', [viewOf(0, 'quiet')], true],
    ['did not come', [viewOf(0, 'failed')], true],
    ['cut off, and visited again', [viewOf(0, 'cut')], false],
  ])('a page that is %s: whether to look at it', (_, views, isLook) => {
    const { pages, cellsOn } = matrix(views);
    expect(pages.slice(0, 1).map((page) => needsLook(page, cellsOn(page)))).toEqual([isLook]);
  });
});
