import { groupBy, groupsOf } from '../base/groups';
import { mostOf } from '../base/long-lists';
import { holds } from '../tracker/plan';
import type { Tracker } from '../tracker/tracker';
import { exact } from './object-index';
import { changesOfFields } from './planned-row';
import { isSent, type OrderRow, type Run, type RunOrder, type RunRow } from './run';
import { indexTrackers } from './tracker-index';

/** Whose run it is, and when it begins, in milliseconds since 1970. */
interface Begun {
  readonly id: string;
  readonly user: string;
  readonly at: number;
}

/**
 * A run of what was ordered, and its rows. `trackers` are the advertiser's as they are known now: a new tracker
 * that is there by now is not made again, whoever made it.
 */
export function beginRun(
  { rows, ...order }: RunOrder,
  { id, user, at }: Begun,
  trackers: readonly Tracker[],
): { readonly run: Run; readonly rows: readonly RunRow[] } {
  const known = indexTrackers(trackers);
  // As in the check.
  const isThere = ({ name = '', code }: ReturnType<typeof changesOfFields>) => {
    const there = code ? [known.coded(code), known.uncoded(name)] : [known.called(name)];
    return there.some((some) => some.length > 0);
  };
  const asIs = rows.map((row): OrderRow => {
    if (row.kind !== 'create' || !isThere(changesOfFields(row.fields))) return row;
    return { ...row, kind: 'conflict', issues: [...row.issues, 'there-by-now'] };
  });
  const sent = asIs.filter(isSent);
  const others = asIs.filter((row) => !isSent(row));
  // What another row makes of a tracker that is there may look like the new one, too.
  const renamed = groupBy(sent, ({ trackerId, fields }) => {
    const { name } = changesOfFields(fields);
    return trackerId === null || name === undefined ? [] : [exact(name)];
  });
  const twinsOf = ({ kind, fields }: OrderRow): number[] => {
    if (kind !== 'create') return [];
    const changes = changesOfFields(fields);
    const name = exact(changes.name ?? '');
    const alike = known.called(name).filter((one) => holds(one, changes));
    const ids = (renamed.get(name) ?? []).flatMap(({ trackerId }) => trackerId ?? []);
    return [...new Set([...alike.map((one) => one.id), ...ids])];
  };
  const skipped = (row: OrderRow) => ({
    kind: 'skipped' as const,
    id: row.trackerId,
    failure: null,
  });
  const runRows = [...sent, ...others].map((row, index): RunRow => ({
    ...row,
    run: id,
    at: index,
    twins: twinsOf(row),
    end: isSent(row) ? null : skipped(row),
  }));
  const holdAt = order.holdAt !== null && order.holdAt < sent.length ? order.holdAt : null;
  return {
    run: {
      ...order,
      id,
      user,
      startedAt: at,
      changedAt: at,
      rows: rows.length,
      total: sent.length,
      ended: 0,
      holdAt,
      // Until its journal says so, nothing of it was begun.
      state: sent.length > 0 ? 'cancelled' : 'done',
      failure: null,
      counts: { created: 0, changed: 0, skipped: others.length, failed: 0 },
      since: mostOf(trackers.map(({ lastModified }) => lastModified)),
    },
    rows: runRows,
  };
}

/**
 * Rows that would make trackers which nobody could tell apart by what is sent: one whose answer was lost might be taken
 * for the other. The check of a sheet lets none of them through.
 */
export function untold(rows: readonly OrderRow[]): readonly number[] {
  const made = rows.filter(({ kind }) => kind === 'create');
  const groups = groupsOf(made, ({ fields }) => [exact(changesOfFields(fields).name ?? '')]);
  return groups.flatMap((group) => {
    const codes = group.map(({ fields }) => changesOfFields(fields).code?.trim() || null);
    const isTold = codes.every((code) => code !== null) && new Set(codes).size === codes.length;
    return isTold ? [] : group.map(({ row }) => row);
  });
}
