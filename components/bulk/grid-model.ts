import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import { createDraft } from '@/components/stores/draft';
import { createTurns } from '@/components/stores/turns';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import { type Grid, type GridPublisher, GridSchema } from '@/lib/core/tracker-sheet/grid';
import { previewGrid } from '@/lib/core/tracker-sheet/grid-preview';
import type { ObjectQuery } from '@/lib/core/tracker-sheet/known';
import { DEFAULT_PATTERN } from '@/lib/core/tracker-sheet/name-pattern';
import { bulkDraftKey } from '@/lib/core/tracker/draft-key';
import type { Ref } from '@/lib/core/tracker/tracker';
import { bulkText } from '@/lib/text/trackers/bulk';

import type { PrepareActions } from './bulk-actions';

export type GridModel = ReturnType<typeof createGridModel>;

const EMPTY: Grid = { lineItems: [], publishers: [], pattern: DEFAULT_PATTERN, state: 'active' };
/** Names that are shown before anything is made. */
const PREVIEWED = 4;

/** A grid that is being made: what it has is kept at every change. */
export function createGridModel(
  actions: PrepareActions,
  advertiser: ReadonlySignal<Ref | null>,
  onFailure: (failure: Failure) => void,
) {
  const grid = signal<Grid>(EMPTY);
  /** The list that is being read whole, by what it is for. */
  const adding = signal<string | null>(null);
  /** That a list was longer than can be read: what was added of it is not all. */
  const cut = signal<string | null>(null);
  const preview = computed(() => previewGrid(grid.value, PREVIEWED));
  const takeTurn = createTurns();
  const draftOf = (id: number) => createDraft(actions, bulkDraftKey(id, 'grid'), GridSchema);

  function change(part: Partial<Grid>): void {
    grid.value = { ...grid.value, ...part };
    const owner = advertiser.value;
    if (owner === null) return;
    const { lineItems, publishers, pattern, state } = grid.value;
    draftOf(owner.id)
      .write({
        pattern,
        state,
        lineItems: [...lineItems],
        publishers: publishers.map((one) => ({ ...one, placements: [...one.placements] })),
      })
      .catch((error: unknown) => onFailure(toFailure(error)));
  }

  const changePublisher = (id: number, part: Partial<GridPublisher>) =>
    change({
      publishers: grid.value.publishers.map((one) =>
        one.publisher.id === id ? { ...one, ...part } : one,
      ),
    });

  const listsOf = (id: number) =>
    grid.value.publishers.find(({ publisher }) => publisher.id === id)?.placements ?? [];

  /** Adds every object of a list. */
  async function addAll(name: string, query: ObjectQuery, add: (all: readonly Ref[]) => void) {
    if (adding.value !== null) return;
    const [owner, isLast] = [advertiser.value?.id, takeTurn()];
    batch(() => {
      adding.value = name;
      cut.value = null;
    });
    try {
      const { objects, isWhole } = await actions.listObjects(query);
      if (!isLast() || owner !== advertiser.value?.id) return;
      const all = objects.slice(0, MAX_TRACKER_ROWS).map((one) => ({ id: one.id, name: one.name }));
      if (!isWhole || objects.length > all.length) cut.value = bulkText.listCut(all.length);
      add(all);
    } catch (error) {
      if (isLast()) onFailure(toFailure(error));
    } finally {
      if (isLast()) adding.value = null;
    }
  }

  return {
    grid,
    adding,
    cut,
    preview,
    change,
    searchObjects: actions.searchObjects,
    /** Takes up what was made before for the advertiser; an empty grid where nothing was. */
    async open(owner: Ref | null): Promise<void> {
      takeTurn();
      const kept = owner && (await draftOf(owner.id).read());
      if (owner?.id !== advertiser.value?.id) return;
      batch(() => {
        grid.value = kept ?? EMPTY;
        adding.value = null;
        cut.value = null;
      });
    },
    clear: () => change(EMPTY),
    addLineItem: (one: Ref) => change({ lineItems: withRef(grid.value.lineItems, [one]) }),
    removeLineItem: (id: number) => change({ lineItems: without(grid.value.lineItems, id) }),
    addAllLineItems: (advertiserId: number) =>
      addAll('lineItems', { kind: 'line-item', advertiserId }, (all) =>
        change({ lineItems: withRef(grid.value.lineItems, all) }),
      ),
    addPublisher(publisher: Ref): void {
      const { publishers } = grid.value;
      if (publishers.some((one) => one.publisher.id === publisher.id)) return;
      change({ publishers: [...publishers, { publisher, placements: [], paymentRule: null }] });
    },
    removePublisher: (id: number) =>
      change({ publishers: grid.value.publishers.filter(({ publisher }) => publisher.id !== id) }),
    addPlacement: (publisherId: number, one: Ref) =>
      changePublisher(publisherId, { placements: withRef(listsOf(publisherId), [one]) }),
    removePlacement: (publisherId: number, id: number) =>
      changePublisher(publisherId, { placements: without(listsOf(publisherId), id) }),
    clearPlacements: (publisherId: number) => changePublisher(publisherId, { placements: [] }),
    addAllPlacements: (publisherId: number) =>
      addAll(`placements-${publisherId}`, { kind: 'placement', publisherId }, (all) =>
        changePublisher(publisherId, { placements: withRef(listsOf(publisherId), all) }),
      ),
    setRule: (publisherId: number, paymentRule: Ref | null) =>
      changePublisher(publisherId, { paymentRule }),
  };
}

function withRef(refs: readonly Ref[], added: readonly Ref[]): readonly Ref[] {
  const there = new Set(refs.map(({ id }) => id));
  return refs.concat(added.filter(({ id }) => !there.has(id)));
}

function without(refs: readonly Ref[], id: number): readonly Ref[] {
  return refs.filter((one) => one.id !== id);
}
