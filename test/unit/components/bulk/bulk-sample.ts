import { signal } from '@preact/signals';

import type { BulkActions } from '@/components/bulk/bulk-actions';
import { type BulkStores, createBulkModel } from '@/components/bulk/bulk-model';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { beginRun } from '@/lib/core/tracker-sheet/begin-run';
import { checkTrackerSheet } from '@/lib/core/tracker-sheet/check-sheet';
import type { TrackerColumnMemory } from '@/lib/core/tracker-sheet/columns';
import { listKey } from '@/lib/core/tracker-sheet/known';
import { isSent, type RowEnd, type Run, type RunRow } from '@/lib/core/tracker-sheet/run';
import { createTrackerSheetReader } from '@/lib/core/tracker-sheet/sheet-reader';
import { undoRun } from '@/lib/core/tracker-sheet/undo';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { readTableFile } from '@/lib/files/read-file';

import { SAVED } from '../sheets/sheet-sample';
import { ADVERTISER, LISTS, tracker } from '../../core/tracker-sheet/build';

const BEGAN = Date.UTC(2026, 10, 24, 10);

interface Kept {
  run: Run;
  rows: readonly RunRow[];
}

/** A service of an advertiser in memory: sheets are read and checked as in the product, runs go on when a test says so. */
export function bulkWorld(trackers: readonly Tracker[] = []) {
  const drafts = new Map<string, unknown>();
  const runs = new Map<string, Kept>();
  const calls: unknown[] = [];
  let memory: TrackerColumnMemory = [];
  let there = trackers;

  function kept(id: string): Kept {
    const found = runs.get(id);
    if (!found) throw new Error(`no run ${id}`);
    return found;
  }
  const change = (id: string, part: Partial<Run>) => {
    const one = kept(id);
    runs.set(id, { ...one, run: { ...one.run, ...part } });
  };

  const actions: BulkActions = {
    readDraft: async (key) => drafts.get(key),
    writeDraft: async (key, value) => void drafts.set(key, value),
    clearDraft: async (key) => void drafts.delete(key),
    readFile: async (file, _onProgress, _signal, chosen) => {
      const reader = createTrackerSheetReader(chosen);
      readTableFile(await new Response(file).arrayBuffer(), reader);
      return reader.finish();
    },
    readColumns: async () => memory,
    changeColumns: async (next) => void (memory = next(memory)),
    searchObjects: async (query, text) =>
      (LISTS.get(listKey(query))?.objects ?? []).filter(({ name }) => name.includes(text)),
    listObjects: async (query) => LISTS.get(listKey(query)) ?? { objects: [], isWhole: true },
    check: async ({ sheet, advertiser, chosen }) =>
      checkTrackerSheet(sheet, { advertiser, chosen, trackers: there, lists: LISTS }),
    hold: async (bytes) => {
      if (bytes.size > MAX_FILE_BYTES) throw new SheetFileError('too-large');
      return bytes;
    },
    fillFile: async (file, sheet, order) => {
      calls.push(['fillFile', file, sheet, order]);
      return SAVED;
    },
    forgetLists: () => void calls.push('forgetLists'),
    start: async (order) => {
      calls.push(['start', order]);
      const id = `run-${runs.size + 1}`;
      const begun = beginRun(order, { id, user: 'trafficker', at: BEGAN }, there);
      runs.set(id, { ...begun, run: { ...begun.run, state: 'going' } });
      return id;
    },
    pause: async (id) => change(id, { state: 'paused' }),
    goOn: async (id) => change(id, { state: 'going' }),
    release: async (id) => change(id, { state: 'going', holdAt: null }),
    cancel: async (id) => change(id, { state: 'cancelled' }),
    history: async () => ({
      rows: [...runs.values()].map(({ run }) => run).toReversed(),
      unreadable: 0,
    }),
    readRun: async (id) => runs.get(id)?.run ?? null,
    readRows: async (id, from = 0, size = Infinity) => {
      calls.push(['readRows', from, size]);
      return { rows: kept(id).rows.filter(({ at }) => at >= from && at < from + size) };
    },
    checkUndo: async (run) => undoRun(kept(run.id).rows, there),
    findTrackers: async (ids) => there.filter(({ id }) => ids.includes(id)),
  };

  /** Does the next rows of a run, until it waits; `endOf` says how a row ends. */
  function advance(id: string, rows = Infinity, endOf: (row: RunRow) => RowEnd = doneEnd): void {
    for (let done = 0; done < rows; done += 1) {
      const { run, rows: all } = kept(id);
      const next = all.find((row) => isSent(row) && row.end === null);
      if (run.state !== 'going' || next === undefined) return;
      const end = endOf(next);
      const ended = run.ended + 1;
      const isHeld = ended === run.holdAt && ended < run.total;
      const state = ended === run.total ? 'done' : isHeld ? 'paused' : 'going';
      const counts = { ...run.counts, [end.kind]: run.counts[end.kind] + 1 };
      runs.set(id, {
        run: { ...run, ended, state, counts },
        rows: all.map((row) => (row === next ? { ...row, end } : row)),
      });
      const values = Object.fromEntries(next.fields.map(({ field, to }) => [field, to]));
      if (end.kind === 'created' && end.id !== null) there = [...there, tracker(end.id, values)];
      if (end.kind === 'changed')
        there = there.map((one) => (one.id === end.id ? { ...one, ...values } : one));
    }
  }

  return { actions, calls, drafts, advance, change, trackers: () => there };
}

const doneEnd = ({ kind, trackerId, at }: RunRow): RowEnd =>
  kind === 'create'
    ? { kind: 'created', id: 9001 + at, failure: null }
    : { kind: 'changed', id: trackerId, failure: null };

/** What the page round the room holds. */
function bulkStores(changes: Partial<BulkStores> = {}): BulkStores {
  const { id, name } = ADVERTISER;
  return {
    phase: signal<'loading' | 'signed-out' | 'signed-in'>('signed-in'),
    advertiser: signal({ id, name }),
    unread: signal(0),
    unreadable: signal(0),
    waitingUntil: signal(null),
    canWrite: signal(true),
    canCreate: signal(true),
    servers: signal(AD_SERVERS),
    ...changes,
  };
}

/** A room over such a service. */
export function bulkRoom(
  trackers: readonly Tracker[] = [],
  stores: Partial<BulkStores> = {},
  changes: Partial<BulkActions> = {},
) {
  const world = bulkWorld(trackers);
  const model = createBulkModel({ ...world.actions, ...changes }, bulkStores(stores));
  return { ...world, model };
}

export const pasted = (rows: readonly (readonly string[])[]) =>
  new Blob([rows.map((cells) => cells.join('\t')).join('\n')]);
