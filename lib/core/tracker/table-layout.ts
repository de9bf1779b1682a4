import { z } from '../base/schema';
import { createLayoutReader, type TableLayout } from '../base/table-layout';
import { TRACKER_TABLE_COLUMNS, type TrackerTableColumn } from './sort-trackers';

/** What a person made of the table of trackers. */
export type TrackerTableLayout = TableLayout<TrackerTableColumn>;

/** Newest first. */
export const USUAL_TRACKER_TABLE: TrackerTableLayout = {
  columns: ['id', 'name', 'state', 'publisher', 'placement', 'line-item', 'modified'],
  widths: {},
  sort: null,
};

const KeptSchema = z.record(z.string(), z.unknown());
const readTable = createLayoutReader(TRACKER_TABLE_COLUMNS, USUAL_TRACKER_TABLE);

/** Reads what was kept; each part that cannot be read is as if it had never been changed. */
export function readTrackerTable(kept: unknown): TrackerTableLayout {
  return readTable(KeptSchema.safeParse(kept).data ?? {});
}
