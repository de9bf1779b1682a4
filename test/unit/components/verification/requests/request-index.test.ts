import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  createRequestIndex,
  type RequestQuery,
} from '@/components/verification/requests/request-index';
import { searchText, wordsOf } from '@/components/verification/requests/request-text';
import { checkRequests } from '@/lib/core/verification/checking';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';

import { known, pageView, request, START, tracker } from '../../../core/verification/build';

const rowsOf = (count: number): readonly CheckedRequest[] =>
  checkRequests(
    Array.from({ length: count }, (_, index) =>
      request(`https://ib.adnxs.com/imptr?id=${500 + (index % 7)}&t=2&cachebuster=${index}x`, {
        startedAt: START + index,
        frameUrl: `https://ads.example/slot-${index % 3}`,
      }),
    ),
    [pageView('article', START)],
    known(...[500, 501, 502, 503].map((id) => tracker(id, { name: `Leaderboard ${id}` }))),
  ).rows;

function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
const wanted = (typed: string, holds: RequestQuery['holds'] = null): RequestQuery => ({
  words: wordsOf(typed),
  holds,
});
/** The same by going through everything, one after the other. */
const plainly = (rows: readonly CheckedRequest[], { words, holds }: RequestQuery) =>
  rows.filter(
    (row) => words.every((word) => searchText(row).includes(word)) && (holds?.(row) ?? true),
  );

describe('a search', () => {
  const rows = rowsOf(1300);

  it.each([
    ['an id', '503'],
    ['a name in capitals', 'LEADERBOARD 502'],
    ['a value', 'cachebuster=1299x'],
    ['a parameter and a frame', 't=2 slot-1'],
    ['a page', 'news.example/article'],
    ['words of a finding', 'not among the trackers loaded'],
    ['what all have', 'imptr'],
    ['what none has', 'nothing-like-it'],
    ['the same word twice', 'slot-2 slot-2'],
  ])('finds by %s', (_, typed) => {
    const query = wanted(typed);
    const found = finish(createRequestIndex(searchText).find(rows, query));
    expect(found).toEqual(plainly(rows, query));
  });

  it('does not find across two requests', () => {
    const text = (row: CheckedRequest) => (row.request.startedAt === START ? 'left' : 'right');
    const [found] = [finish(createRequestIndex(text).find(rows, wanted('leftright')))];
    expect(found).toEqual([]);
  });

  it('is narrowed by what else must hold', () => {
    const query = wanted('slot-1', ({ trackerId }) => trackerId === 503);
    const found = finish(createRequestIndex(searchText).find(rows, query));
    expect(found).toEqual(plainly(rows, query));
    expect(found.length).toBeGreaterThan(10);
  });

  it('goes lot by lot, and reads again only what is new', () => {
    let made = 0;
    const index = createRequestIndex((row) => {
      made += 1;
      return searchText(row);
    });
    const query = wanted('slot-1');
    const work = index.find(rows.slice(0, 1200), query);
    let steps = 0;
    while (work.next().done !== true) steps += 1;
    expect([steps, made]).toEqual([3, 1200]);
    expect(finish(index.find(rows, query))).toEqual(plainly(rows, query));
    expect(made).toBe(1300);
    expect(finish(index.find(rows, wanted('503')))).toEqual(plainly(rows, wanted('503')));
    expect(made).toBe(1300);
  });

  it('finds the same however requests come and go', () => {
    const lists = fc.array(fc.shuffledSubarray(rows.slice(0, 600)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lists, fc.constantFrom('503', 'slot-1 t=2', '11', ''), (all, typed) => {
        const index = createRequestIndex(searchText);
        const query = wanted(typed);
        for (const list of all) {
          expect(finish(index.find(list, query))).toEqual(plainly(list, query));
        }
      }),
      { numRuns: 30 },
    );
  });
});
