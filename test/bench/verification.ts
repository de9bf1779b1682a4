import { createRecordingState } from '@/components/verification/recording-state';
import {
  createRequestIndex,
  type RequestQuery,
} from '@/components/verification/requests/request-index';
import { searchText, wordsOf } from '@/components/verification/requests/request-text';
import { createJoining, joinRequests } from '@/lib/core/recording/join-observations';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { checkRequests, createChecking } from '@/lib/core/verification/checking';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import { judge } from '@/lib/core/verification/verdict';

import {
  known,
  pageView,
  request,
  START,
  tracker,
  verification,
} from '../unit/core/verification/build';
import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

const MANY = 100_000;
const LOT = 10_000;

const pageViews = Array.from({ length: 200 }, (_, index) =>
  pageView(`p${index}`, START + index * 500),
);
const ids = Array.from({ length: 300 }, (_, index) => 500 + index);
const all = known(...ids.map((id) => tracker(id)));
const recorded = Array.from({ length: MANY }, (_, index) => numbered(index));

function numbered(index: number): PixelRequest {
  const id = 500 + (index % 300);
  return request(`https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${index}`, {
    startedAt: START + index,
  });
}

/**
 * The panel's own work on a long recording: put in order, checked, judged; held against what a browser alone takes
 * to read each request as it is stored, and its URL. Its growth is told from the very same
 * requests in ten lots: as many of them pass through the processor's caches either way, so that what is left is
 * what the length costs. In proportion it is 1, and a nested scan would make it 10.
 */
export function benchVerification(): readonly Row[] {
  const lots = Array.from({ length: MANY / LOT }, (_, index) =>
    recorded.slice(index * LOT, (index + 1) * LOT),
  );
  const work = (requests: readonly PixelRequest[]) =>
    judge(ids, checkRequests(joinRequests(requests), pageViews, all), 'all');
  const stored = recorded.map((it) => JSON.stringify(it));
  const weight = leastOfBoth(
    () => work(recorded),
    () => recorded.map((it, index) => [JSON.parse(stored[index] ?? ''), new URL(it.url.raw)]),
  );
  const growth = leastOfBoth(
    () => work(recorded),
    () => lots.map(work),
  );
  const [long, short] = [growing(recorded), growing(recorded.slice(0, 10))];
  const more = leastOfBoth(long, short);
  return [
    {
      what: '100,000 recorded requests joined, checked and judged',
      value: weight.one,
      baseline: '`JSON.parse` and `new URL` of each',
      base: weight.other,
      limit: 5,
    },
    {
      what: '… the same',
      value: growth.one,
      baseline: 'in ten lots of 10,000',
      base: growth.other,
      limit: 1.5,
    },
    {
      what: 'one more request, after 100,000',
      value: more.one,
      baseline: 'after 10',
      base: more.other,
      limit: 1.5,
    },
    ...benchPanel(),
    ...benchSearch(),
  ];
}

/** What the panel itself does with one more request, its list sorted and searched in. */
function benchPanel(): readonly Row[] {
  const plain = leastOfBoth(panelWith(MANY), panelWith(10));
  const narrowed = leastOfBoth(panelWith(MANY, '=1'), panelWith(10, '=1'));
  return [
    {
      what: 'one more request in the state of the panel, after 100,000',
      value: plain.one,
      baseline: 'after 10',
      base: plain.other,
      limit: 1.5,
    },
    {
      what: '… in a list that is searched in and sorted',
      value: narrowed.one,
      baseline: 'after 10',
      base: narrowed.other,
      limit: null,
    },
  ];
}

function panelWith(count: number, search = ''): () => unknown {
  const state = createRecordingState(7);
  state.verification.value = verification({ expectedIds: ids.slice(0, 5) });
  state.known.value = all;
  state.pageViews.value = pageViews;
  state.beginWith(recorded.slice(0, count));
  state.search.value = search;
  if (search) {
    state.layout.value = {
      ...state.layout.value,
      sort: { column: 'tracker', isDescending: false },
    };
  }
  let next = MANY;
  const takeOne = () => {
    state.take([numbered((next += 1))]);
    return [state.shown.value, state.verdicts.value];
  };
  // A search that is new takes several slices; here it is one that is done.
  do takeOne();
  while (state.isSearching.value);
  return takeOne;
}

/** One key press in the search: what is found by what was typed, of which nothing was looked for before. */
function benchSearch(): readonly Row[] {
  const { rows } = checkRequests(joinRequests(recorded), pageViews, all);
  const texts = rows.map(searchText);
  const index = createRequestIndex(searchText);
  const search = (query: RequestQuery) => {
    const work = index.find(rows, query);
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
  };
  return [
    ['imptr', 'which all have'],
    ['tracker name 53', 'of three words, which some have'],
    ['cachebuster=99999', 'which one has'],
  ].map(([typed = '', who = '']) => {
    const words = wordsOf(typed);
    const bare = () => {
      const found: CheckedRequest[] = [];
      for (const [at, row] of rows.entries()) {
        const text = texts[at] ?? '';
        if (words.every((word) => text.includes(word))) found.push(row);
      }
      return found;
    };
    const least = leastOfBoth(() => search({ words, holds: null }), bare);
    return {
      what: `a key press in the search through 100,000 requests: “${typed}”, ${who}`,
      value: least.one,
      baseline: 'a bare loop over their texts',
      base: least.other,
      limit: 2,
    };
  });
}

/** Takes one more request each time, as the panel does, and judges what is expected. */
function growing(requests: readonly PixelRequest[]): () => unknown {
  const joining = createJoining();
  const checking = createChecking();
  checking.view(pageViews);
  checking.know(all);
  checking.change(joining.take(requests));
  let next = MANY;
  return () => {
    checking.change(joining.take([numbered((next += 1))]));
    return judge(ids.slice(0, 5), checking.checked(), 'all');
  };
}
