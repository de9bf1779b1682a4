import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';

import type { LayoutKeeper } from '@/components/stores/keep-layout';
import type { Said } from '@/components/ui/Notice';
import type { TrackerTableModel } from '@/components/trackers/table/table-model';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { Failure } from '@/lib/core/base/errors';
import type { Table, WorkbookSheet } from '@/lib/core/table/table';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { TrackerTableLayout } from '@/lib/core/tracker/table-layout';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

import type { BulkStarter } from './bulk-starter';
import { createSwitchRun } from './switch-run';

/** What is done with many trackers. */
export type Act = 'activate' | 'deactivate' | 'tags' | 'sheet' | 'verify' | 'export';

/** What the table and its acts are plugged into. */
export interface TableActions
  extends LayoutKeeper<TrackerTableLayout>, BulkStarter, Pick<TrackerActions, 'noteCopied'> {
  /** Keeps a new verification that expects these; gives its id. */
  newVerification(name: string, trackerIds: readonly number[]): Promise<string>;
  copyText(text: string): Promise<boolean>;
  copyTable(table: Table): Promise<boolean>;
  saveCsv(name: string, table: Table): string;
  saveXlsx(name: string, sheet: WorkbookSheet): Promise<string>;
}

/** What acts need beside the table: stores that belong to the page. */
interface ActStores {
  /** Whose data the list shows; it stays so while their session has ended. */
  readonly openFor: ReadonlySignal<string | null>;
  readonly advertiser: ReadonlySignal<Ref | null>;
  readonly choices: ReadonlySignal<TagChoices>;
  readonly servers: ReadonlySignal<readonly AdServer[]>;
  readonly canWrite: ReadonlySignal<boolean>;
  /** Makes a failure of an error; a dead token leads to sign-in. */
  readonly fail: (error: unknown) => Failure;
}

/** Where an act leads to. */
interface Ways {
  toSheet(trackerIds: readonly number[]): void;
  toVerification(id: string): void;
  toRun(id: string): void;
}

export type ActsModel = ReturnType<typeof createActs>;

/** Acts on the trackers that are selected in a table. Those that are not shown are never acted on without a word. */
export function createActs(
  table: TrackerTableModel,
  stores: ActStores,
  actions: TableActions,
  ways: Ways,
) {
  const act = signal<Act | null>(null);
  /** Whether what is hidden is acted on as well. A person says so each time. */
  const withHidden = signal(false);
  const said = signal<Said | null>(null);
  const switching = createSwitchRun(actions, stores.fail);
  /** Which opening of an act it is: what one comes to says nothing of the next. */
  let opening = 0;

  const trackers = computed((): readonly Tracker[] => {
    const { shown, hidden } = table.chosen.value;
    return withHidden.value ? [...shown, ...hidden] : shown;
  });

  function close(what: Said | null = null): void {
    opening += 1;
    batch(() => {
      switching.leave();
      act.value = null;
      said.value = what;
    });
  }
  // What was asked of one list is not asked of another's.
  effect(() => {
    void table.whose.value;
    close();
  });

  return {
    table,
    stores,
    actions,
    ways,
    act,
    withHidden,
    /** What was last done, in words. */
    said,
    switching,
    /** Those that the act that is open is about. */
    trackers,
    open: (next: Act) =>
      batch(() => {
        opening += 1;
        said.value = null;
        // Where nothing is shown of them there is nothing to leave out.
        withHidden.value = table.chosen.peek().shown.length === 0;
        act.value = next;
      }),
    close,
    /** Gives how the act that is open now is closed; says whether it was still open. */
    closing() {
      const mine = opening;
      return (what: Said | null = null): boolean => {
        if (mine !== opening) return false;
        close(what);
        return true;
      };
    },
    /** Another place is shown: what is only asked goes; what is under way is found again. */
    away(): void {
      const { at } = switching.step.peek();
      if (act.peek() !== null && at !== 'going' && at !== 'ended') close();
    },
  };
}
