import type { TableColumns } from '@/components/ui/table/plan-columns';
import { TRACKER_TABLE_COLUMNS, type TrackerTableColumn } from '@/lib/core/tracker/sort-trackers';
import { trackerTableColumnText } from '@/lib/text/trackers/table';

/** The columns of the table of trackers. */
export const TRACKER_TABLE: TableColumns<TrackerTableColumn> = {
  all: TRACKER_TABLE_COLUMNS,
  traits: {
    id: { least: 62, grow: 0.1, rank: 3 },
    name: { least: 210, grow: 3, rank: 1 },
    code: { least: 80, grow: 0.8, rank: 8 },
    state: { least: 84, grow: 0, rank: 2 },
    publisher: { least: 90, grow: 1.2, rank: 5 },
    placement: { least: 90, grow: 1.2, rank: 7 },
    'line-item': { least: 90, grow: 1.2, rank: 6 },
    'payment-rule': { least: 90, grow: 1, rank: 9 },
    advertiser: { least: 76, grow: 0.2, rank: 10 },
    modified: { least: 132, grow: 0, rank: 4 },
  },
  names: trackerTableColumnText,
  lead: 24,
};
