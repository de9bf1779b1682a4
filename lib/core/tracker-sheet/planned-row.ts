import type { TrackerChanges } from '../tracker/draft';
import { TRACKER_FIELDS, type TrackerField } from '../tracker/fields';
import type { Ref, Tracker, TrackerState } from '../tracker/tracker';
import type { RowIssue } from './issue';

/** What becomes of a row. `conflict` and `error` are not sent. */
export const ROW_KINDS = ['create', 'change', 'unchanged', 'conflict', 'error'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** A tracker's fields, as a sheet sets them. */
export interface TrackerValues {
  readonly name: string;
  readonly code: string | null;
  readonly state: TrackerState;
  readonly lineItem: Ref | null;
  readonly publisher: Ref | null;
  readonly placement: Ref | null;
  readonly paymentRule: Ref | null;
}

/** One field that a row sets: what it is, and what it would be. Of a new tracker it is `null` before. */
export interface FieldChange {
  readonly field: TrackerField;
  readonly from: string | Ref | null;
  readonly to: string | Ref | null;
}

/** One row of a sheet, checked: the same for the dry run and for the run. */
export interface PlannedRow {
  /** As spreadsheets count, from 1. */
  readonly row: number;
  readonly kind: RowKind;
  /** The tracker that the row means; `null` for a new one, or where that cannot be told. */
  readonly tracker: Tracker | null;
  /** What the tracker will be called, or the row calls it. */
  readonly name: string;
  /** In the order of `TRACKER_FIELDS`; none of a row that changes nothing or that is not sent. */
  readonly fields: readonly FieldChange[];
  /** What is sent; empty where nothing is. */
  readonly changes: TrackerChanges;
  readonly issues: readonly RowIssue[];
}

/** What is sent for these fields. */
export function changesOfFields(fields: readonly FieldChange[]): TrackerChanges {
  const changes: TrackerChanges = {};
  for (const { field, to } of fields) {
    const id = typeof to === 'object' ? (to?.id ?? null) : null;
    const text = typeof to === 'string' ? to : null;
    if (field === 'name' && text !== null) changes.name = text;
    else if (field === 'code') changes.code = text;
    else if (field === 'state') changes.state = text === 'inactive' ? 'inactive' : 'active';
    else if (field === 'lineItem' && id !== null) changes.lineItemId = id;
    else if (field === 'publisher' && id !== null) changes.publisherId = id;
    else if (field === 'placement') changes.placementId = id;
    else if (field === 'paymentRule') changes.paymentRuleId = id;
  }
  return changes;
}

/** The fields in which values differ from those before; of nothing before, those that are not empty. */
export function fieldChanges(
  before: TrackerValues | null,
  after: TrackerValues,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of TRACKER_FIELDS) {
    const [from, to] = [before === null ? null : before[field], after[field]];
    if (!isSameValue(from, to)) changes.push({ field, from, to });
  }
  return changes;
}

/** Blanks at the ends of a name or code are no difference: some trackers have them, and nobody has typed them here. */
export function isSameValue(one: string | Ref | null, other: string | Ref | null): boolean {
  if (typeof one === 'string' || typeof other === 'string') {
    return textOf(one) === textOf(other);
  }
  return one?.id === other?.id;
}

function textOf(value: string | Ref | null): string {
  return typeof value === 'string' ? value.trim() : '';
}
