import type { TableColumns } from '@/components/ui/table/plan-columns';
import { LIST_COLUMNS, type ListColumn } from '@/lib/core/verification/list-layout';
import { columnText } from '@/lib/text/verification/requests/request-list';

/** The columns of the list of requests. */
export const REQUEST_COLUMNS: TableColumns<ListColumn> = {
  all: LIST_COLUMNS,
  traits: {
    time: { least: 92, grow: 0, rank: 5 },
    id: { least: 56, grow: 0.2, rank: 3 },
    tracker: { least: 92, grow: 1.2, rank: 2 },
    type: { least: 66, grow: 0, rank: 6 },
    parameters: { least: 90, grow: 1, rank: 8 },
    status: { least: 64, grow: 0.6, rank: 4 },
    page: { least: 90, grow: 0.8, rank: 9 },
    frame: { least: 80, grow: 0.8, rank: 7 },
    cachebuster: { least: 84, grow: 0.5, rank: 10 },
    redirect: { least: 84, grow: 0.8, rank: 11 },
    duration: { least: 66, grow: 0, rank: 12 },
    findings: { least: 120, grow: 2.6, rank: 1 },
  },
  names: columnText,
  lead: 0,
};
