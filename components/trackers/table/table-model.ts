import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import { createLayoutChanger, type LayoutKeeper } from '@/components/stores/keep-layout';
import { toggleColumn } from '@/lib/core/base/table-layout';
import * as selected from '@/lib/core/tracker/selection';
import {
  TRACKER_TABLE_COLUMNS,
  type TrackerTableColumn,
  type TrackerOrder,
} from '@/lib/core/tracker/sort-trackers';
import { type TrackerTableLayout, USUAL_TRACKER_TABLE } from '@/lib/core/tracker/table-layout';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

export type TrackerTableModel = ReturnType<typeof createTrackerTable>;

/** The list that the table shows: its rows, and in which order. */
export interface TableStores {
  readonly advertiser: ReadonlySignal<Ref | null>;
  readonly trackers: ReadonlySignal<readonly Tracker[]>;
  readonly shown: ReadonlySignal<readonly Tracker[]>;
  /** Those that are in no list of the advertiser, and were asked for by their ids. */
  readonly elsewhere: ReadonlySignal<readonly Tracker[]>;
  readonly order: Signal<TrackerOrder | null>;
}

/** The trackers that are selected: those that are shown, in the order of the table, and the others. */
export interface Selected {
  readonly shown: readonly Tracker[];
  readonly hidden: readonly Tracker[];
}

/** How the table stands, and what is selected in it. */
export function createTrackerTable(stores: TableStores, keeper: LayoutKeeper<TrackerTableLayout>) {
  const { order, shown } = stores;
  const kept = signal<TrackerTableLayout>({ ...USUAL_TRACKER_TABLE });
  const change = createLayoutChanger(kept, keeper);
  /** The columns that were chosen and have no room now. */
  const left = signal<readonly TrackerTableColumn[]>([]);
  const selection = signal(selected.NOTHING_SELECTED);

  // Another advertiser's list begins newest first; what is kept is taken up as it is there.
  effect(() => void (order.value = kept.value.sort));
  const layout = computed(() => ({ ...kept.value, sort: order.value }));
  const changeLayout = (make: (before: TrackerTableLayout) => TrackerTableLayout) =>
    batch(() => {
      const next = make(layout.peek());
      change(() => next);
      order.value = next.sort;
    });

  const whose = computed(() => stores.advertiser.value?.id ?? null);
  effect(() => {
    void whose.value;
    selection.value = selected.NOTHING_SELECTED;
  });

  /** What is gone from the list is selected no more. */
  const chosen = computed((): Selected => {
    const { ids } = selection.value;
    if (ids.size === 0) return { shown: [], hidden: [] };
    const ofShown = shown.value.filter(({ id }) => ids.has(id));
    if (ofShown.length === ids.size) return { shown: ofShown, hidden: [] };
    const seen = new Set(ofShown.map(({ id }) => id));
    const all = stores.trackers.value.concat(stores.elsewhere.value);
    return { shown: ofShown, hidden: all.filter(({ id }) => ids.has(id) && !seen.has(id)) };
  });
  const counts = computed(() => {
    const { shown: inView, hidden } = chosen.value;
    return { count: inView.length + hidden.length, notShown: hidden.length };
  });
  const shownIds = computed(() => shown.value.map(({ id }) => id));
  const select = (make: (before: selected.Selection) => selected.Selection) =>
    void (selection.value = make(selection.peek()));

  return {
    layout,
    left,
    changeLayout,
    toggleColumn: (column: TrackerTableColumn) =>
      changeLayout((before) => toggleColumn(before, column, TRACKER_TABLE_COLUMNS)),
    usualColumns: () => changeLayout(() => USUAL_TRACKER_TABLE),
    selection,
    chosen,
    counts,
    toggle: (id: number) => select((before) => selected.toggled(before, id)),
    extend: (from: number, to: number) =>
      select((before) => selected.extended(before, shownIds.peek(), from, to)),
    /** A row was gone to: a range begins there. */
    endRange: () => select(selected.rangeEnded),
    selectAll: () => select((before) => selected.withAll(before, shownIds.peek())),
    unselectShown: () => select((before) => selected.withoutAll(before, shownIds.peek())),
    /** Selects nothing; says whether anything was. */
    clear(): boolean {
      const had = selection.peek().ids.size > 0;
      selection.value = selected.NOTHING_SELECTED;
      return had;
    },
  };
}
