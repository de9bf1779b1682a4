import type { TrackerColumnMemory } from '@/lib/core/tracker-sheet/columns';
import type { OpenTrackerSheet } from '@/lib/core/tracker-sheet/open-sheet';
import { createTrackerSheetReader } from '@/lib/core/tracker-sheet/sheet-reader';
import type { RawRow } from '@/lib/core/table/raw-row';

/** The sheet that these rows are, as one that was read from a file. */
export function openTrackerSheet(
  name: string,
  rows: readonly RawRow[],
  memory: TrackerColumnMemory = [],
): OpenTrackerSheet {
  const reader = createTrackerSheetReader(memory);
  rows.every(reader.open(name));
  return reader.finish();
}
