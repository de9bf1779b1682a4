import type { Failure } from '@/lib/core/base/errors';
import type { PlannedRow } from '@/lib/core/tracker-sheet/planned-row';
import type { RunAct } from '@/lib/core/tracker-sheet/run';
import type { Ref } from '@/lib/core/tracker/tracker';

/** A bulk change: what its dry run says will change, and for whom that was shown. */
export interface BulkOrder {
  readonly advertiser: Ref;
  readonly act: RunAct;
  readonly rows: readonly PlannedRow[];
  readonly account: string | null;
}

/** How far a bulk change is. */
export interface BulkMoved {
  /** Of its run, which has a page of its own. */
  readonly id: string;
  readonly done: number;
  /** It waits: why, where there is a reason to tell. */
  readonly waits: { readonly failure: Failure | null } | null;
}

/** How a bulk change ended. */
export interface BulkEnd {
  readonly id: string;
  readonly changed: number;
  readonly failed: readonly { readonly name: string; readonly failure: Failure }[];
  /** It ended before these. */
  readonly notSent: number;
  /** Why it ended early, where no person stopped it. */
  readonly failure: Failure | null;
}

/** Begins a bulk change, and looks on. */
export interface BulkStarter {
  /**
   * Sends what a dry run says will change, and nothing else; `null` where nobody can tell what came of it. Where it is
   * `left`, or the page is closed, it goes on; one that has to wait does so. Fails with `account-changed` where another
   * is chosen by now than it was shown to.
   */
  startBulk(
    order: BulkOrder,
    told: {
      readonly onRun: (moved: BulkMoved) => void;
      readonly signal: AbortSignal;
      readonly left: AbortSignal;
    },
  ): Promise<BulkEnd | null>;
}
