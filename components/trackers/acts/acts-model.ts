import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import type { LayoutKeeper } from '@/components/stores/keep-layout';
import type { Said } from '@/components/ui/Notice';
import type { TrackerTableModel } from '@/components/trackers/table/table-model';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { Failure } from '@/lib/core/base/errors';
import type { Table, WorkbookSheet } from '@/lib/core/table/table';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { PlannedRow } from '@/lib/core/tracker-sheet/planned-row';
import type { TrackerTableLayout } from '@/lib/core/tracker/table-layout';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

/** What is done with many trackers. */
export type Act = 'activate' | 'deactivate' | 'tags' | 'sheet' | 'verify' | 'export';

/** How a bulk change ended. */
export interface BulkEnd {
  readonly changed: number;
  readonly failed: readonly { readonly name: string; readonly failure: Failure }[];
  /** It ended before these. */
  readonly notSent: number;
  /** Why it ended early, where no person stopped it. */
  readonly failure: Failure | null;
}

/** What the table and its acts are plugged into. */
export interface TableActions
  extends LayoutKeeper<TrackerTableLayout>, Pick<TrackerActions, 'noteCopied'> {
  /** Sends what a dry run says will change, and nothing else. Where the page is closed meanwhile, it goes on. */
  startBulk(
    advertiser: Ref,
    rows: readonly PlannedRow[],
    told: { readonly onDone: (done: number) => void; readonly signal: AbortSignal },
  ): Promise<BulkEnd>;
  /** Keeps a new verification that expects these; gives its id. */
  newVerification(name: string, trackerIds: readonly number[]): Promise<string>;
  copyText(text: string): Promise<boolean>;
  copyTable(table: Table): Promise<boolean>;
  saveCsv(name: string, table: Table): string;
  saveXlsx(name: string, sheet: WorkbookSheet): Promise<string>;
}

/** What acts need beside the table: stores that belong to the page. */
interface ActStores {
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

  const trackers = computed((): readonly Tracker[] => {
    const { shown, hidden } = table.chosen.value;
    return withHidden.value ? [...shown, ...hidden] : shown;
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
    /** Those that the act that is open is about. */
    trackers,
    open: (next: Act) =>
      batch(() => {
        said.value = null;
        // Where nothing is shown of them there is nothing to leave out.
        withHidden.value = table.chosen.peek().shown.length === 0;
        act.value = next;
      }),
    close: (what: Said | null = null) =>
      batch(() => {
        act.value = null;
        said.value = what;
      }),
  };
}
