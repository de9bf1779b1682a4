import { createBulkUses } from '@/lib/app/trackers/bulk/from-pages';
import { rowsOf } from '@/lib/core/table/raw-row';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import type { OpenTrackerSheet } from '@/lib/core/tracker-sheet/open-sheet';
import { orderRows, type Run, type RunOrder, type RunRow } from '@/lib/core/tracker-sheet/run';

import { openTrackerSheet } from '../../../support/open-tracker-sheet';
import type { Background } from './background';
import type { Sent } from './wire';
import { type World, world, type WorldOptions } from './world';

export const SMALL = { id: 700_101, name: 'Harbour Coffee' };
type Table = readonly (readonly unknown[])[];
type Person = Pick<World, 'db' | 'browser'>;

/** Looks at a run before it is said to be stuck. */
const MOST_TURNS = 20_000;

/** A sheet of so many new trackers. */
export function sheetOf(count: number, name: string): Table {
  const rows = Array.from({ length: count }, (_, at) => [`${name} ${at + 1}`, 640_303, 880_202]);
  return [['Name', 'Line item ID', 'Publisher ID'], ...rows];
}

/** What a page does with sheets, by this worker. */
export function bulkOf({ db, browser }: Person, worker: Pick<Background, 'page'>) {
  const uses = createBulkUses({
    send: worker.page,
    database: async () => db,
    account: browser.plugs.account,
  });
  const checkSheet = (sheet: OpenTrackerSheet) =>
    uses.check({ sheet, advertiser: { ...SMALL, code: 'HC' }, chosen: new Map() });
  const check = (table: Table) => checkSheet(openTrackerSheet('Plan', rowsOf(table)));
  const start = ({ rows }: CheckedSheet, part: Partial<RunOrder> = {}) =>
    uses.start({
      advertiser: SMALL,
      file: 'plan.xlsx',
      holdAt: null,
      undoes: null,
      rows: orderRows(rows),
      ...part,
    });
  return {
    ...uses,
    check,
    checkSheet,
    start,
    /** Checks and begins. */
    begin: async (table: Table, part: Partial<RunOrder> = {}) => start(await check(table), part),
    /** The run once it is in one of these states; the journal tells. */
    async until(id: string, is: (run: Run) => boolean): Promise<Run> {
      for (let turns = 0; turns < MOST_TURNS; turns += 1) {
        const run = await uses.readRun(id);
        if (run && is(run)) return run;
        await new Promise((resolve) => setImmediate(resolve));
      }
      throw new Error(`still ${JSON.stringify(await uses.readRun(id))}`);
    },
    ends: async (id: string): Promise<readonly string[]> =>
      (await uses.readRows(id)).rows.map(wordsOf),
  };
}

export type Bulk = ReturnType<typeof bulkOf>;

/** A row and what came of it, in words. */
function wordsOf({ name, end }: RunRow): string {
  const { kind = 'open', failure = null } = end ?? {};
  return [name, kind, ...(failure ? [failure.code] : [])].join(', ');
}

/** A world, and what a page does with sheets in it. */
export async function bulkWorld(options: WorldOptions = {}) {
  const all = await world(options);
  return { ...all, bulk: bulkOf(all, all.background) };
}

/** The names, beginning so, of trackers that the service has. */
export async function named(
  { colleague }: Pick<World, 'colleague'>,
  name: string,
): Promise<readonly string[]> {
  const rows = await colleague.list(SMALL.id);
  return rows.map((row) => row.name).filter((one) => one.startsWith(name));
}

/** Whether a request makes a tracker. */
export const isCreate = ({ method, path }: Sent): boolean =>
  method === 'POST' && path === '/imptracker';

/** Whether a run has come to a standstill. */
export const isStill = ({ state }: Run): boolean => state !== 'going';

/** A worker that can be killed: from then on it hears of no timer and of no answer. */
export function mortal({ restarted, clock, wire }: Pick<World, 'restarted' | 'clock' | 'wire'>) {
  let isDead = false;
  const worker = restarted({
    clock: { ...clock, timer: (ms, act) => clock.timer(ms, () => void (isDead || act())) },
    fetch: async (...request) => {
      const answer = isDead ? NEVER : await wire.fetch(...request);
      return isDead ? NEVER : answer;
    },
  });
  return { worker, kill: () => void (isDead = true) };
}

const NEVER = new Promise<never>(() => {});
