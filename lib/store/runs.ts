import { changedTrackers } from '../core/base/change';
import { KEPT_RUNS, MAX_TRACKER_ROWS } from '../core/base/limits';
import { isLong } from '../core/job/long';
import type { Job } from '../core/job/job';
import type { Tracker } from '../core/tracker/tracker';
import {
  type RowEnd,
  type Run,
  type RunRow,
  RunRowSchema,
  RunSchema,
} from '../core/tracker-sheet/run';
import type { PassportEvent } from '../core/verification/passport/event';
import { ofRun } from './accounts';
import { tellChanged } from './changes';
import { ownerOf, type Read, readRow, readRows, toRow } from './rows';
import type { Database } from './schema';
import { putEvents } from './tracker-events';
import { putKept } from './tracker-blocks';
import { toSingle } from './trackers';

/** The bulk changes of an account, newest first. */
export async function listRuns(db: Database, account: string): Promise<Read<Run>> {
  const { rows, unreadable } = readRows(
    RunSchema,
    await db.getAllFromIndex('runs', 'by-account', account),
  );
  return { rows: rows.toSorted((a, b) => b.startedAt - a.startedAt), unreadable };
}

export async function readRun(db: Database, id: string): Promise<Run | null> {
  return readRow(RunSchema, await db.get('runs', id));
}

/** The same where it is this account's; else `null`. */
export async function readRunOf(db: Database, account: string, id: string): Promise<Run | null> {
  const row: unknown = await db.get('runs', id);
  return ownerOf(row) === account ? readRow(RunSchema, row) : null;
}

/** The rows of a bulk change: those that are sent first. With a `from`, no more than `size` of them from that one on. */
export async function readRunRows(
  db: Database,
  id: string,
  from = 0,
  size = MAX_TRACKER_ROWS,
): Promise<Read<RunRow>> {
  const range = IDBKeyRange.bound([id, from], [id, Infinity]);
  return readRows(RunRowSchema, await db.getAll('runRows', range, size));
}

export async function readRunRow(db: Database, id: string, at: number): Promise<RunRow | null> {
  return readRow(RunRowSchema, await db.get('runRows', [id, at]));
}

/** Keeps a bulk change before it begins, and forgets the oldest where there are too many. */
export async function putRun(
  db: Database,
  account: string,
  run: Run,
  rows: readonly RunRow[],
): Promise<void> {
  const kept = (await listRuns(db, account)).rows;
  const transaction = db.transaction(['runs', 'runRows'], 'readwrite');
  const [runs, runRows] = [transaction.objectStore('runs'), transaction.objectStore('runRows')];
  for (const { id } of kept.slice(KEPT_RUNS - 1)) {
    void runs.delete(id);
    void runRows.delete(ofRun(id));
  }
  void runs.put(toRow(account, run));
  for (const row of rows) void runRows.put(toRow(account, row));
  await transaction.done;
}

/** What an entry of the journal says of a row. */
export interface Ending {
  readonly row: RunRow;
  readonly end: RowEnd;
  /** The tracker as it is now. */
  readonly tracker: Tracker | null;
}

/**
 * Notes how far a bulk change is, and what came of a row: one entry, however many rows there are. `false` where its
 * job is not there any more: its person has left, and nothing is written.
 */
export async function noteRun(
  db: Database,
  job: Job,
  id: string,
  ending: Ending | null,
): Promise<boolean> {
  const transaction = db.transaction(
    ['jobs', 'runs', 'runRows', 'trackerBlocks', 'trackerEvents'],
    'readwrite',
  );
  const jobs = transaction.objectStore('jobs');
  const runs = transaction.objectStore('runs');
  const { account } = job;
  const run = readRow(RunSchema, await runs.get(id));
  const isThere = run !== null && (await jobs.getKey(job.id)) !== undefined;
  if (isThere) {
    void jobs.put(toRow(account, job));
    void runs.put(toRow(account, noted(run, job, ending)));
    if (ending) {
      const row = { ...ending.row, end: ending.end };
      void transaction.objectStore('runRows').put(toRow(account, row));
      const { tracker } = ending;
      const blocks = transaction.objectStore('trackerBlocks');
      if (tracker) await putKept(blocks, account, [toSingle(tracker)]);
      putEvents(transaction.objectStore('trackerEvents'), account, eventsOf(ending, job.changedAt));
    }
  }
  await transaction.done;
  if (isThere && ending?.tracker) tellChanged(db, changedTrackers([ending.tracker.id]));
  return isThere;
}

/** What is noted in the passport of the row's tracker. */
function eventsOf({ row, end }: Ending, at: number): readonly PassportEvent[] {
  if (end.id === null) return [];
  const of = { trackerId: end.id, at };
  if (end.kind === 'created') return [{ kind: 'created', ...of }];
  const fields = row.fields.map(({ field }) => field);
  return end.kind === 'changed' ? [{ kind: 'changed', ...of, fields }] : [];
}

function noted(run: Run, job: Job, ending: Ending | null): Run {
  const { state, failure, changedAt } = job;
  const { ended, holdAt } = isLong(job) ? job.long : run;
  const now: Run = { ...run, state, failure, changedAt, ended, holdAt };
  if (ending === null) return now;
  const { kind } = ending.end;
  const at = ending.tracker?.lastModified ?? null;
  return {
    ...now,
    counts: { ...run.counts, [kind]: run.counts[kind] + 1 },
    since: at === null ? run.since : Math.max(run.since ?? at, at),
  };
}
