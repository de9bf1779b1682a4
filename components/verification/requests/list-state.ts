import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';

import type { Checked } from '@/lib/core/verification/checking';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import {
  type ListColumn,
  type ListLayout,
  USUAL_LAYOUT,
} from '@/lib/core/verification/list-layout';
import { isRemarked } from '@/lib/core/verification/tally';
import type { Verdict } from '@/lib/core/verification/verdict';
import { shortUrl } from '@/lib/text/verification/verification';

import { createSlices } from './in-slices';
import { createRequestIndex, type RequestQuery } from './request-index';
import { searchText, wordsOf } from './request-text';
import { createRowOrder } from './sort-rows';

export type ListState = ReturnType<typeof createListState>;

/** What is said of a request: it was seen, and what it is. */
type RequestVerdict = Exclude<Verdict, 'not-seen' | 'not-known'>;

/** By what else than words the list is narrowed; `null` takes all. */
export interface ListFilters {
  readonly verdict: RequestVerdict | null;
  /** `none`: the address has no id that could be one. */
  readonly trackerId: number | 'none' | null;
  readonly viewId: string | null;
  /** A frame's address without its parameters. */
  readonly frame: string | null;
}
const NO_FILTERS: ListFilters = {
  verdict: null,
  trackerId: null,
  viewId: null,
  frame: null,
};

/**
 * What a person does with the list of requests: search, filters, order, columns, pause. `only` says of which requests
 * alone there is something to show; `null` for all.
 */
export function createListState(
  checked: ReadonlySignal<Checked>,
  only: ReadonlySignal<((row: CheckedRequest) => boolean) | null>,
) {
  const search = signal('');
  const onlyRemarked = signal(false);
  const filters = signal<ListFilters>(NO_FILTERS);
  const layout = signal<ListLayout>(USUAL_LAYOUT);
  /** The columns that were chosen and have no room now. */
  const left = signal<readonly ListColumn[]>([]);
  /** What is announced of new findings. */
  const saidOfFindings = signal('');
  /** The requests as they were when the list was paused; `null` while it is not. */
  const paused = signal<readonly CheckedRequest[] | null>(null);

  // In an object of their own, as the list of all goes on with the recording.
  const source = computed(() => ({ rows: paused.value ?? checked.value.rows }));
  /** `null` where all requests are shown. */
  const query = computed(() =>
    queryOf(search.value, onlyRemarked.value, filters.value, only.value),
  );
  const found = signal<{ readonly rows: readonly CheckedRequest[] }>({ rows: [] });
  /** A search goes on that takes more than a moment; the list is still that of the one before. */
  const isSearching = signal(false);

  const index = createRequestIndex(searchText);
  const slices = createSlices();
  effect(() => {
    const from = source.value;
    const wanted = query.value;
    if (wanted === null) {
      slices.stop();
      found.value = from;
      isSearching.value = false;
      return;
    }
    const isDone = slices.run(index.find(from.rows, wanted), (rows) =>
      batch(() => {
        found.value = { rows };
        isSearching.value = false;
      }),
    );
    isSearching.value = !isDone;
  });

  const order = createRowOrder();
  /** In an object of their own, too. */
  const shown = computed(() => ({ rows: order(found.value.rows, layout.value.sort) }));

  return {
    search,
    onlyRemarked,
    filters,
    layout,
    left,
    saidOfFindings,
    isSearching,
    shown,
    /** Something is left out of the list. */
    isNarrowed: computed(() => query.value !== null),
    showAll: () =>
      batch(() => {
        search.value = '';
        onlyRemarked.value = false;
        filters.value = NO_FILTERS;
      }),
    isPaused: computed(() => paused.value !== null),
    /** How many requests came since the list was paused. */
    waiting: computed(() =>
      paused.value === null ? 0 : Math.max(0, checked.value.rows.length - paused.value.length),
    ),
    /** Keeps the list as it is; what comes is recorded, and waits. */
    pause: () => (paused.value = [...checked.value.rows]),
    goOn: () => (paused.value = null),
    /** The recording begins anew with what is there now; a list that is paused stays so. */
    renew: () => {
      if (paused.value !== null) paused.value = [...checked.value.rows];
    },
  };
}

function queryOf(
  typed: string,
  onlyRemarked: boolean,
  filters: ListFilters,
  only: ((row: CheckedRequest) => boolean) | null,
): RequestQuery | null {
  const words = wordsOf(typed);
  const tests: ((row: CheckedRequest) => boolean)[] = [];
  const { verdict, trackerId, viewId, frame } = filters;
  if (only !== null) tests.push(only);
  if (onlyRemarked) tests.push(isRemarked);
  if (verdict !== null) tests.push((row) => verdictOf(row) === verdict);
  if (trackerId !== null) {
    const id = trackerId === 'none' ? null : trackerId;
    tests.push((row) => row.trackerId === id);
  }
  if (viewId !== null) tests.push(({ pageView }) => pageView?.id === viewId);
  if (frame !== null) tests.push(({ request }) => frameOf(request.frameUrl) === frame);
  if (words.length + tests.length === 0) return null;
  return { words, holds: tests.length === 0 ? null : (row) => tests.every((test) => test(row)) };
}

/** What the findings of one request add up to. */
function verdictOf({ findings, request }: CheckedRequest): RequestVerdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  if (findings.some(({ severity }) => severity === 'warning')) return 'warning';
  return request.outcome === 'rehearsed' ? 'rehearsed' : 'pass';
}

/** A frame as it is chosen: without its parameters, which are another each time. */
export const frameOf = (url: string | null): string | null => (url === null ? null : shortUrl(url));
