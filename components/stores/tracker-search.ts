import { computed, type ReadonlySignal, signal } from '@preact/signals';

import { ALL_TRACKERS } from '@/lib/core/tracker/filter';
import { parseSearch } from '@/lib/core/tracker/search/parse';
import { createSearchList } from '@/lib/core/tracker/search/search-list';
import { createTrackerSort, type TrackerOrder } from '@/lib/core/tracker/sort-trackers';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { saidOf } from '@/lib/text/trackers/tracker-facts';

import { type AskedActions, createAskedTrackers } from './asked-trackers';

/** What of a list is shown, and in which order: what is searched for, and those that were asked for by their ids. */
export function createTrackerSearch(
  trackers: ReadonlySignal<readonly Tracker[]>,
  actions: AskedActions,
  fail: (error: unknown) => void,
) {
  const filter = signal(ALL_TRACKERS);
  /** `null` is newest first. */
  const order = signal<TrackerOrder | null>(null);
  const query = computed(() => parseSearch(filter.value.search, Date.now()));
  const ids = computed(() => query.value.ids);
  const others = createAskedTrackers(actions, ids, () => trackers.peek(), fail);
  const sort = createTrackerSort();
  const searchList = createSearchList(saidOf);

  function ofState(list: readonly Tracker[]): readonly Tracker[] {
    const { state } = filter.value;
    return state === 'all' ? list : list.filter((tracker) => tracker.state === state);
  }
  /** Those of the list. */
  const found = computed(() => ofState(searchList(sort(trackers.value, order.value), query.value)));
  /** Those that are in no list of this advertiser. */
  const elsewhere = computed(() => {
    const asked = ofState(others.asked.value);
    if (asked.length === 0) return asked;
    const listed = new Set(found.value.map(({ id }) => id));
    return asked.filter(({ id }) => !listed.has(id));
  });
  const shown = computed(() =>
    elsewhere.value.length === 0 ? found.value : found.value.concat(elsewhere.value),
  );
  return { filter, order, query, elsewhere, others, shown };
}
