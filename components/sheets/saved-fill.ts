import type { FillNote } from '@/lib/core/table/filled-cell';
import type { PlacedColumn } from '@/lib/core/table/plan-fill';

/** A file that was filled in and saved. */
export interface SavedFill {
  readonly name: string;
  readonly placed: readonly PlacedColumn[];
  readonly notes: readonly FillNote[];
}
