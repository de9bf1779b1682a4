import type { WorkbookSheet, Table } from '../table/table';
import { modifiedAt, type Ref, type Tracker } from '../tracker/tracker';
import { titleOfColumn, type TrackerColumn } from './columns';

const COLUMNS = [
  'id',
  'code',
  'name',
  'state',
  'advertiser',
  'lineItem',
  'lineItemId',
  'publisher',
  'publisherId',
  'placement',
  'placementId',
  'paymentRule',
  'paymentRuleId',
] as const satisfies readonly TrackerColumn[];
const WIDTHS = [12, 18, 40, 10, 14, 30, 14, 30, 14, 30, 14, 30, 14, 22];
/** Of what no sheet sets. */
const MODIFIED = 'Last modified (UTC)';

type Cell = string | number | null;

/** Trackers as rows under the titles by which a sheet of trackers is read: it can be checked as one. */
export function trackersTable(trackers: readonly Tracker[]): Table {
  const rows = trackers.map((tracker) => {
    const at = modifiedAt(tracker);
    const said = at === null ? null : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
    return [...cellsOf(tracker), said];
  });
  return { rows: [titles(), ...rows], headerRow: 0 };
}

/** The same as the sheet of a workbook, whose moments are real ones. */
export function trackersSheet(trackers: readonly Tracker[], name: string): WorkbookSheet {
  const rows = trackers.map((tracker) => {
    const moment = modifiedAt(tracker);
    return [...cellsOf(tracker), moment === null ? null : { moment }];
  });
  return {
    name,
    table: { rows: [titles(), ...rows], headerRow: 0 },
    widths: WIDTHS,
    fixedColumns: 3,
    rowHeight: 15,
  };
}

const titles = (): readonly string[] => [...COLUMNS.map(titleOfColumn), MODIFIED];

function cellsOf(tracker: Tracker): readonly Cell[] {
  const { id, code, name, state, advertiserId } = tracker;
  const refs = [tracker.lineItem, tracker.publisher, tracker.placement, tracker.paymentRule];
  return [id, code, name, state, advertiserId, ...refs.flatMap(both)];
}

const both = (ref: Ref | null): readonly Cell[] => [ref?.name ?? null, ref?.id ?? null];
