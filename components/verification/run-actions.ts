import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { Baseline } from '@/lib/core/verification/accepted';
import type { Taken } from '@/lib/core/verification/taken';
import type { Verification } from '@/lib/core/verification/verification';

/** A line item, and its trackers as far as they are kept here. */
export interface LineItemOffer {
  readonly id: number;
  readonly name: string;
  readonly trackerIds: readonly number[];
  readonly inactive: number;
}

/** What is done with a verification as a named set. */
export interface RunActions {
  /** Keeps what a person changed of it, in one transaction with what others change meanwhile. */
  change(id: string, make: (verification: Verification) => Verification): Promise<void>;
  /** Keeps what was accepted, for it and the later runs of the same; `false` where it is gone. */
  acceptBaseline(id: string, baseline: Baseline): Promise<boolean>;
  /** Ends its recording, once everything until now is kept; gives when it ended, in ms since 1970. */
  stop(id: string): Promise<number>;
  /** Begins a recording in the inspected tab that does it again. Absent outside DevTools. */
  readonly repeat: ((id: string) => void) | null;
  /** The trackers of a file that is a list or a tag sheet. Fails with `SheetFileError`. */
  readExpectedFile(
    file: File,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<Taken>;
  /** The line items of the trackers that are kept here. */
  searchLineItems(text: string): Promise<readonly LineItemOffer[]>;
}
