import type { Ref } from '../tracker/tracker';
import { OBJECT_COLUMNS, type TrackerColumn } from './columns';
import type { RowIssue } from './issue';
import { TRACKER_FIELDS, type TrackerField } from '../tracker/fields';
import type { PlannedRow } from './planned-row';

/** What a row has to say of one field of its tracker. */
export interface RowField {
  readonly field: TrackerField;
  /** What it will be, or is; of a row that is not sent, what stands in its cell. */
  readonly text: string;
  /** What it was, where the row changes it; `null` where it does not. */
  readonly from: string | null;
  readonly issues: readonly RowIssue[];
}

const COLUMNS: Readonly<Record<TrackerField, readonly TrackerColumn[]>> = {
  name: ['name', 'id', 'advertiser'],
  code: ['code'],
  state: ['state'],
  ...OBJECT_COLUMNS,
};
const MISSING: Partial<Record<RowIssue['code'], TrackerColumn>> = {
  'name-missing': 'name',
  'line-item-missing': 'lineItem',
  'publisher-missing': 'publisher',
};

/** The column in which an issue is mended; `null` where it is in none. */
export function columnOf({ column, code }: RowIssue): TrackerColumn | null {
  return column ?? MISSING[code] ?? null;
}

/** The fields of a row, each with its issues; what is of no field is with the name. `textOf` is what stands in a column. */
export function rowFields(
  { fields, tracker, issues }: PlannedRow,
  textOf: (column: TrackerColumn) => string,
): readonly RowField[] {
  return TRACKER_FIELDS.map((field) => {
    const change = fields.find((one) => one.field === field);
    const said = COLUMNS[field].find((column) => column !== 'id' && textOf(column) !== '');
    const kept = tracker === null ? '' : valueText(tracker[field]);
    const own = issues.filter((issue) => fieldOf(issue) === field);
    const isDoubted = own.length > 0 || kept === '';
    const stands = isDoubted && said !== undefined ? textOf(said) : kept;
    return {
      field,
      text: change ? valueText(change.to) : stands,
      from: change && tracker !== null ? valueText(change.from) : null,
      issues: own,
    };
  });
}

function fieldOf(issue: RowIssue): TrackerField {
  const column = columnOf(issue);
  return (
    TRACKER_FIELDS.find((field) => column !== null && COLUMNS[field].includes(column)) ?? 'name'
  );
}

function valueText(value: string | Ref | null): string {
  return typeof value === 'object' ? (value?.name ?? '') : value;
}
