import type { TrackerField } from '../tracker/fields';
import type { Tracker } from '../tracker/tracker';
import { cellAddress } from '../table/cells';
import { type CheckedSheet, countKinds } from './check-sheet';
import type { RowIssue } from './issue';
import { changesOfFields, type FieldChange, isSameValue, type PlannedRow } from './planned-row';
import type { RunRow } from './run';

/**
 * What takes a run back, as a dry run: what it created is deactivated, and what it changed is set back where it is
 * still as the run left it. Where somebody has changed it since, or it is not there, that is a conflict. `trackers` are
 * those of the advertiser as they are now.
 */
export function undoRun(rows: readonly RunRow[], trackers: readonly Tracker[]): CheckedSheet {
  const byId = new Map(trackers.map((one) => [one.id, one]));
  const planned = rows.flatMap((row) => {
    const { end } = row;
    const isDone = end?.kind === 'created' || end?.kind === 'changed';
    return isDone ? [undone(row, end.kind === 'created', byId.get(end.id ?? 0) ?? null)] : [];
  });
  const inOrder = planned.toSorted((a, b) => a.row - b.row);
  return { rows: inOrder, counts: countKinds(inOrder), wanted: [] };
}

function undone({ row, name, fields }: RunRow, isNew: boolean, now: Tracker | null): PlannedRow {
  const base = { row, tracker: now, name: now?.name ?? name };
  if (now === null) return inConflict(base);
  if (isNew) return sent(base, [{ field: 'state', from: now.state, to: 'inactive' }]);
  const changes: FieldChange[] = [];
  for (const { field, from, to } of fields) {
    if (isSameValue(now[field], from)) continue;
    if (!isSameValue(now[field], to)) return inConflict(base);
    // The service takes none of these away, so this part cannot be taken back: then none of the row is.
    if (from === null && NEEDED.includes(field)) return cannotBeNone(base, field);
    changes.push({ field, from: to, to: from });
  }
  return sent(base, changes);
}

type Base = Pick<PlannedRow, 'row' | 'tracker' | 'name'>;

function sent(base: Base, all: readonly FieldChange[]): PlannedRow {
  const fields = all.filter(({ from, to }) => !isSameValue(from, to));
  const kind = fields.length > 0 ? 'change' : 'unchanged';
  return { ...base, kind, fields, changes: changesOfFields(fields), issues: [] };
}

function inConflict(base: Base): PlannedRow {
  const code = base.tracker === null ? 'gone-since' : 'changed-since';
  return notSent(base, 'conflict', { code, column: null });
}

const NEEDED: readonly TrackerField[] = ['lineItem', 'publisher'];

function cannotBeNone(base: Base, field: TrackerField): PlannedRow {
  const column = field === 'publisher' ? field : 'lineItem';
  return notSent(base, 'error', { code: 'cannot-be-none', column });
}

function notSent(
  base: Base,
  kind: 'conflict' | 'error',
  what: Pick<RowIssue, 'code' | 'column'>,
): PlannedRow {
  const issue: RowIssue = {
    ...what,
    address: cellAddress(base.row - 1, 0),
    said: '',
    candidates: [],
    rows: [],
    choice: null,
  };
  return { ...base, kind, fields: [], changes: {}, issues: [issue] };
}
