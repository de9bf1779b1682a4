import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import { createDraft } from '@/components/stores/draft';
import { createTurns } from '@/components/stores/turns';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import type { TrackerColumn } from '@/lib/core/tracker-sheet/columns';
import { groupIssues } from '@/lib/core/tracker-sheet/group-issues';
import {
  mendedSheet,
  type Mends,
  MendsSchema,
  NO_MENDS,
  withCells,
  withChoice,
} from '@/lib/core/tracker-sheet/mends';
import type { OpenTrackerSheet } from '@/lib/core/tracker-sheet/open-sheet';
import { bulkDraftKey } from '@/lib/core/tracker/draft-key';
import type { Ref } from '@/lib/core/tracker/tracker';

import type { PrepareActions } from './bulk-actions';

export type DryRunModel = ReturnType<typeof createDryRunModel>;

/** A sheet that is checked against what is there, and mended until it is right. Nothing of it is sent. */
export function createDryRunModel(
  actions: PrepareActions,
  advertiser: ReadonlySignal<Ref | null>,
  onFailure: (failure: Failure) => void,
) {
  let sheet: OpenTrackerSheet | null = null;
  let working = new AbortController();
  const mends = signal<Mends>(NO_MENDS);
  /** What the check has found; `null` until it has. */
  const checked = signal<CheckedSheet | null>(null);
  /** How many lists are read of those that are known to be needed. */
  const lists = signal<{ readonly read: number; readonly needed: number } | null>(null);
  /** Why it could not be checked, the last time. */
  const failure = signal<Failure | null>(null);
  /** Whether it is being checked, or what is shown is being checked again. */
  const isChecking = signal(false);
  const groups = computed(() => groupIssues(checked.value?.rows ?? []));
  /** The rows that were checked last, to say what stands in their cells. */
  const shown = signal<Pick<OpenTrackerSheet, 'header' | 'rows'> | null>(null);
  const texts = computed(() => new Map(shown.value?.rows.map((one) => [one.row + 1, one.texts])));
  const places = computed(
    () => new Map(shown.value?.header.columns.map(([column], at) => [column, at])),
  );
  const takeTurn = createTurns();
  const draftOf = (id: number) => createDraft(actions, bulkDraftKey(id, 'mends'), MendsSchema);
  const onFail = (error: unknown) => onFailure(toFailure(error));

  /** Checks the sheet. What was found before stays until there is something else. */
  async function check(): Promise<void> {
    working.abort();
    const { signal: ended } = (working = new AbortController());
    const isLast = takeTurn();
    const [of, owner] = [sheet, advertiser.value];
    if (of === null || owner === null) return;
    batch(() => {
      isChecking.value = true;
      failure.value = null;
      lists.value = null;
    });
    const mended = mendedSheet(of, mends.value);
    const onLists = (read: number, needed: number) => {
      if (isLast()) lists.value = { read, needed };
    };
    try {
      const chosen = new Map(mends.value.chosen);
      const inHand = { sheet: mended, advertiser: { ...owner, code: null }, chosen };
      const found = await actions.check(inHand, onLists, ended);
      if (!isLast()) return;
      batch(() => {
        checked.value = found;
        shown.value = mended;
      });
    } catch (error) {
      if (!isLast()) return;
      failure.value = toFailure(error);
    }
    batch(() => {
      isChecking.value = false;
      lists.value = null;
    });
  }

  function mend(next: Mends): Promise<void> {
    mends.value = next;
    const owner = advertiser.value;
    if (owner !== null) {
      draftOf(owner.id)
        .write({ cells: [...next.cells], chosen: next.chosen.map(([key, id]) => [key, id]) })
        .catch(onFail);
    }
    return check();
  }

  return {
    checked,
    groups,
    lists,
    failure,
    isChecking,
    mends,
    check,
    /** What stands in a cell, as it was checked; rows as spreadsheets count. */
    textOf(row: number, column: TrackerColumn): string {
      const at = places.value.get(column);
      return at === undefined ? '' : (texts.value.get(row)?.[at] ?? '');
    },
    /** Takes another sheet, of which nothing is mended; `kept` says that it is one of before. */
    async give(next: OpenTrackerSheet, kept: boolean): Promise<void> {
      working.abort();
      const isLast = takeTurn();
      const owner = advertiser.value;
      sheet = next;
      batch(() => {
        mends.value = NO_MENDS;
        checked.value = null;
        failure.value = null;
        isChecking.value = true;
      });
      const before = kept && owner ? await draftOf(owner.id).read() : null;
      if (!isLast()) return;
      if (before) mends.value = before;
      else if (owner) draftOf(owner.id).clear().catch(onFail);
      await check();
    },
    /** Leaves the sheet. */
    leave(): void {
      working.abort();
      takeTurn();
      sheet = null;
      batch(() => {
        checked.value = null;
        lists.value = null;
        failure.value = null;
        isChecking.value = false;
        mends.value = NO_MENDS;
      });
    },
    /** Reads the lists anew: somebody may have made what was missing. */
    readAgain(): Promise<void> {
      actions.forgetLists();
      return check();
    },
    /** Writes cells of these rows anew. */
    write: (rows: readonly number[], column: TrackerColumn, text: string) =>
      mend(withCells(mends.value, rows, column, text)),
    /** Says which candidate is meant, wherever it says the same. */
    choose: (choice: string, id: number) => mend(withChoice(mends.value, choice, id)),
    unmend: () => mend(NO_MENDS),
  };
}
