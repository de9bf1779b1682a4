import { parseSearch } from '@/lib/core/tracker/search/parse';
import { createSearchList } from '@/lib/core/tracker/search/search-list';
import { compareNaturally } from '@/lib/core/tracker/natural-order';
import { patchList } from '@/lib/core/tracker/patch-list';
import { createTrackerSort } from '@/lib/core/tracker/sort-trackers';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { saidOf } from '@/lib/text/trackers/tracker-facts';

import { leastOfBoth } from './measure.ts';
import type { Row } from './row.ts';

const COUNT = 100_000;
const ADVERTISER = 700_101;
const NOW = Date.UTC(2026, 10, 20);

/** What one keystroke in the search costs at a hundred thousand trackers, and one press on a column. */
export function benchTrackerSearch(): readonly Row[] {
  const list = Array.from({ length: COUNT }, (_, index) => trackerOf(COUNT - index));
  return [...SEARCHES.map((search) => searchRow(list, search)), ...sortRows(list)];
}

/** What is searched, as it is typed; and the words of it that a bare loop looks for. */
const SEARCHES: readonly { what: string; typed: readonly string[]; words: readonly string[] }[] = [
  { what: 'a letter that all have', typed: ['e'], words: ['e'] },
  { what: 'two words, pasted', typed: ['flight 99'], words: ['flight', '99'] },
  {
    what: 'the same, typed',
    typed: ['f', 'fl', 'fli', 'flig', 'fligh', 'flight', 'flight 9', 'flight 99'],
    words: ['flight', '99'],
  },
  { what: 'a letter that none has', typed: ['§'], words: ['§'] },
  {
    what: 'three fields',
    typed: ['state:inactive publisher:"publisher 12" modified:>2026-11-01'],
    words: ['inactive', 'publisher 12'],
  },
  { what: 'ids, and not a word', typed: ['id:20000..90000 -coffee'], words: ['2', 'coffee'] },
  { what: 'what reports cannot tell apart', typed: ['is:same-in-reports'], words: ['e'] },
];

function searchRow(
  list: readonly Tracker[],
  { what, typed, words }: (typeof SEARCHES)[number],
): Row {
  const texts = list.map((tracker) =>
    `\n${[tracker.id, tracker.name, ...saidOf(tracker)].join('\n')}`.toLowerCase(),
  );
  const bare = () => {
    const found: Tracker[] = [];
    for (let index = 0; index < texts.length; index += 1) {
      const tracker = list[index];
      const text = texts[index] ?? '';
      if (tracker && words.every((word) => text.includes(word))) found.push(tracker);
    }
    return found;
  };
  const searchList = createSearchList(saidOf);
  const find = (search: string) => searchList(list, parseSearch(search, NOW));
  find(typed[0] ?? '');
  // Nothing is asked in between, so that the first of them has nothing to go on from.
  const all = () => ['', ...typed].forEach(find);
  const least = leastOfBoth(all, bare);
  return {
    what: `search of ${COUNT.toLocaleString('en')} trackers: ${what}`,
    value: least.one / typed.length,
    baseline: 'a bare loop over prepared strings',
    base: least.other,
    limit: 2,
  };
}

function sortRows(list: readonly Tracker[]): readonly Row[] {
  const order = { column: 'name', isDescending: false } as const;
  const byCollator = () => list.toSorted((a, b) => compareNaturally(a.name, b.name));
  const first = leastOfBoth(() => createTrackerSort()(list, order), byCollator, 3);
  const sort = createTrackerSort();
  sort(list, order);
  let patched = list;
  let turn = 0;
  const patchOne = () => {
    turn += 1;
    const changed = { ...trackerOf(turn), name: `Changed ${turn}`, lastModified: NOW + turn };
    patched = patchList(patched, ADVERTISER, [turn], [changed]);
    sort(patched, order);
  };
  const kept = leastOfBoth(patchOne, byCollator, 3);
  const turned = leastOfBoth(
    () => sort(patched, { ...order, isDescending: turn++ % 2 === 0 }),
    byCollator,
    3,
  );
  const baseline = 'sorted by the collator';
  return [
    {
      what: 'sorted by name, the first time',
      value: first.one,
      baseline,
      base: first.other,
      limit: 1,
    },
    {
      what: '… after one of them was changed',
      value: kept.one,
      baseline,
      base: kept.other,
      limit: 0.5,
    },
    { what: '… turned round', value: turned.one, baseline, base: turned.other, limit: 0.05 },
  ];
}

function trackerOf(id: number): Tracker {
  const publisher = id % 700;
  return {
    id,
    memberId: 4321,
    advertiserId: ADVERTISER,
    name: `Harbour Coffee – flight ${(id * 7919) % COUNT} – Publisher ${publisher}`,
    code: id % 3 === 0 ? `HC-${id}` : null,
    state: id % 2 ? 'active' : 'inactive',
    lineItem: { id: id % 900, name: `Line item ${id % 900}` },
    publisher: { id: publisher, name: `Publisher ${publisher}` },
    placement: id % 5 === 0 ? null : { id: id % 4000, name: `Placement ${id % 4000}` },
    paymentRule: null,
    lastModified: NOW - (COUNT - id) * 60_000,
  };
}
