import { groupBy, groupsOf } from '../base/groups';
import { keysInReports } from '../tracker/same-in-reports';
import { OBJECT_COLUMNS, type TrackerColumn } from './columns';
import { type CheckedRow, worst } from './check-row';
import { candidatesOf, type IssueCode, levelOf, NAMED } from './issue';
import type { Known } from './known';
import { exact } from './object-index';
import type { PlannedRow, TrackerValues } from './planned-row';

/**
 * Holds the rows of a sheet against each other and against the trackers that are there. Two rows for one tracker,
 * and what could not be told apart afterwards, are conflicts: run again, the sheet would change something else.
 */
export function compareRows(rows: readonly CheckedRow[], known: Known): readonly PlannedRow[] {
  noteSameTracker(rows);
  noteTwice(rows, known, 'name');
  noteTwice(rows, known, 'code');
  noteSameInReports(rows, known);
  return rows.map(settled);
}

/** Two rows that are, or may be, one and the same tracker. */
function noteSameTracker(rows: readonly CheckedRow[]): void {
  const groups = [
    ...groupsOf(rows, ({ identity }) => identity.touched),
    ...groupsOf(rows, ({ identity: { newKey } }) => (newKey === null ? NO_KEYS : [newKey])),
  ];
  const noted = new Set<CheckedRow>();
  for (const group of groups) {
    const lines = firstLines(group);
    for (const row of group) {
      if (noted.has(row)) continue;
      noted.add(row);
      noteRows(row, 'same-tracker', placesOf(row), lines);
    }
  }
}

/** What says by name, or code, which tracker it is, where another one will be called the same. */
function noteTwice(rows: readonly CheckedRow[], known: Known, field: 'name' | 'code'): void {
  if (!rows.some(({ identity }) => identity.by === field)) return;
  const done = rows.filter(isDone);
  const said = new Set<number>();
  for (const { planned } of done) if (planned.tracker) said.add(planned.tracker.id);
  const others = new Set<string>();
  for (const tracker of known.trackers) {
    const text = textOf(tracker, field);
    // What a row says of a tracker counts, not what it was before.
    if (text !== null && !said.has(tracker.id)) others.add(text);
  }
  const textAfter = ({ after }: CheckedRow) => after && textOf(after, field);
  for (const row of done) {
    const isTaken = row.identity.by === field && others.has(textAfter(row) ?? '');
    if (isTaken) noteRows(row, `${field}-twice`, [field], []);
  }
  const groups = groupsOf(done, (row) => {
    const text = textAfter(row);
    return text === null ? NO_KEYS : [text];
  });
  for (const group of groups) {
    const lines = firstLines(group);
    for (const row of group) {
      if (row.identity.by === field && isDone(row)) {
        noteRows(row, `${field}-twice`, [field], lines);
      }
    }
  }
}

/** Reports tell trackers apart by line item, publisher, placement and payment rule alone (api.md 5.2). */
function noteSameInReports(rows: readonly CheckedRow[], known: Known): void {
  const others = groupBy(known.trackers, keysInReports);
  const groups = groupBy(rows.filter(isDone), ({ after }) => (after ? keysInReports(after) : []));
  for (const [key, group] of groups) {
    const alike = others.get(key);
    if (alike === undefined && group.length === 1) continue;
    const there = candidatesOf(alike ?? [], NAMED + 1);
    const lines = firstLines(group);
    for (const row of group) {
      const { kind, tracker, fields } = row.planned;
      const isMoved = fields.some(({ field }) => Object.hasOwn(OBJECT_COLUMNS, field));
      if (kind !== 'create' && !(kind === 'change' && isMoved)) continue;
      const candidates = tracker ? there.filter(({ id }) => id !== tracker.id) : there;
      if (candidates.length === 0 && group.length === 1) continue;
      const rows = otherLines(lines, row);
      row.cells.note('same-in-reports', ['name', 'id'], { candidates, rows });
    }
  }
}

const NO_KEYS: readonly string[] = [];

function textOf(values: Pick<TrackerValues, 'name' | 'code'>, field: 'name' | 'code') {
  return field === 'name' ? exact(values.name) : values.code?.trim() || null;
}

/** Whether a row is sent, or has nothing to send, as far as is noted by now. */
function isDone({ after, cells }: CheckedRow): boolean {
  return after !== null && cells.issues.every((issue) => levelOf(issue) === 'note');
}

function placesOf({ identity: { by } }: CheckedRow): readonly TrackerColumn[] {
  return by === 'nothing' || by === 'choice' ? ['name', 'code'] : [by];
}

function noteRows(
  row: CheckedRow,
  code: IssueCode,
  columns: readonly TrackerColumn[],
  lines: readonly number[],
): void {
  row.cells.note(code, columns, { rows: otherLines(lines, row) });
}

/** One more than are named, since each row names the others. */
function firstLines(group: readonly CheckedRow[]): readonly number[] {
  return group.slice(0, NAMED + 1).map(({ cells }) => cells.line);
}

function otherLines(lines: readonly number[], { cells }: CheckedRow): readonly number[] {
  return lines.filter((line) => line !== cells.line).slice(0, NAMED);
}

/** The row once all is noted: one that has come to have a conflict is not sent. */
function settled(row: CheckedRow): PlannedRow {
  const {
    planned,
    cells: { issues },
  } = row;
  if (isDone(row)) return planned;
  return { ...planned, kind: worst(issues), fields: [], changes: {}, issues };
}
