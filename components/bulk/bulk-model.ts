import { batch, type ReadonlySignal, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { Failure } from '@/lib/core/base/errors';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { gridSheet } from '@/lib/core/tracker-sheet/grid';
import { rowsSaid } from '@/lib/core/tracker-sheet/row-said';
import { CANARY, orderRows, type Run } from '@/lib/core/tracker-sheet/run';
import type { Ref } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';

import type { BulkActions } from './bulk-actions';
import { createDryRunModel } from './dry-run-model';
import { createFillTrackersModel } from './fill-trackers-model';
import { createGridModel } from './grid-model';
import { createRunsModel } from './runs-model';
import { createSourceModel } from './source-model';

/** Stores that belong to the page. */
export interface BulkStores {
  readonly phase: ReadonlySignal<'loading' | 'signed-out' | 'signed-in'>;
  readonly advertiser: ReadonlySignal<Ref | null>;
  /** How many trackers are there that cannot be read, by the service’s word and on disk. */
  readonly unread: ReadonlySignal<number>;
  readonly unreadable: ReadonlySignal<number>;
  /** The service’s rate limit holds requests back until then, in milliseconds since 1970. */
  readonly waitingUntil: ReadonlySignal<number | null>;
  readonly canWrite: ReadonlySignal<boolean>;
  readonly canCreate: ReadonlySignal<boolean>;
  readonly servers: ReadonlySignal<readonly AdServer[]>;
}

/** What the job of a run is about. */
const RUN_SUBJECT = 'tracker-run';

export type BulkModel = ReturnType<typeof createBulkModel>;
/** From what trackers are made: a grid, or a sheet that is pasted or a file. */
export type Intake = 'grid' | 'sheet';

/** Many trackers at once: prepared, checked, and begun; and the runs of before. */
export function createBulkModel(actions: BulkActions, stores: BulkStores) {
  const { advertiser } = stores;
  const attempt = createAttempt();
  const { failure } = attempt;
  const say = (found: Failure) => void (failure.value = found);
  const grid = createGridModel(actions, advertiser, say);
  const source = createSourceModel(actions, advertiser, say);
  const dryRun = createDryRunModel(actions, advertiser, say);
  const runs = createRunsModel(actions);
  const filling = createFillTrackersModel(actions, stores.servers);
  const intake = signal<Intake>('grid');
  /** What is checked just now; `null` while it is prepared. */
  const checking = signal<Intake | null>(null);
  const isStarting = signal(false);
  const takeTurn = createTurns();

  let entered: Promise<void> | null = null;

  /** Another advertiser is chosen, or another person here: what was prepared for these is taken up once it is asked for. */
  function start(): void {
    takeTurn();
    entered = null;
    dryRun.leave();
    actions.forgetLists();
    runs.forget();
    filling.forget();
    batch(() => {
      checking.value = null;
      attempt.phase.value = 'loading';
    });
  }

  /** Takes up what was prepared before, once: a sheet is read and checked again. */
  function enter(): Promise<void> {
    entered ??= takeUp();
    return entered;
  }

  function takeUp(): Promise<void> {
    const isLast = takeTurn();
    const owner = advertiser.value;
    return attempt.run(async () => {
      await Promise.all([grid.open(owner), source.open(owner)]);
      if (!isLast()) return;
      batch(() => {
        const isSheet = source.state.value.step !== 'none' || source.typed.value !== '';
        intake.value = isSheet ? 'sheet' : 'grid';
        failure.value = null;
        attempt.phase.value = 'ready';
      });
      await checkSheet(true);
    }, isLast);
  }

  async function checkSheet(kept = false): Promise<void> {
    const at = source.state.value;
    if (at.step !== 'read') return;
    checking.value = 'sheet';
    await dryRun.give(at.sheet, kept);
  }

  /** Begins what is shown: with the first few, or all of it. Gives the id of the run; `null` where nothing began. */
  async function begin(
    of: Pick<Run, 'file' | 'undoes' | 'act'> & {
      readonly owner: Ref;
      readonly said?: ReadonlyMap<number, string>;
    },
    shown: CheckedSheet,
    isCanary: boolean,
  ): Promise<string | null> {
    if (isStarting.value) return null;
    attempt.begin();
    isStarting.value = true;
    let id: string | null = null;
    await attempt.run(async () => {
      id = await actions.start({
        advertiser: of.owner,
        file: of.file,
        holdAt: isCanary ? CANARY : null,
        undoes: of.undoes,
        ...(of.act && { act: of.act }),
        rows: orderRows(shown.rows, of.said),
      });
    });
    isStarting.value = false;
    return id;
  }

  /** The file that is checked just now; `null` for a grid, and for what was pasted. */
  function fileNow() {
    const [at, kept] = [source.state.value, source.held()];
    if (checking.value !== 'sheet' || at.step !== 'read' || at.name === '' || !kept) return null;
    return { ...kept, sheet: at.sheet };
  }

  return {
    stores,
    phase: attempt.phase,
    failure,
    intake,
    grid,
    source,
    dryRun,
    runs,
    filling,
    fileNow,
    checking,
    isStarting,
    start,
    enter,
    /** Takes a sheet, and checks it as soon as it is read. */
    async take(name: string, bytes: Blob): Promise<void> {
      attempt.begin();
      dryRun.leave();
      batch(() => {
        intake.value = 'sheet';
        checking.value = null;
      });
      await source.take(name, bytes);
      await checkSheet();
    },
    /** Reads the sheet with other columns: what was mended stays with its cells. */
    async chooseColumns(...choice: Parameters<typeof source.choose>): Promise<void> {
      await source.choose(...choice);
      await checkSheet(true);
    },
    /** Checks what the grid makes. */
    async checkGrid(): Promise<void> {
      attempt.begin();
      const made = gridSheet(grid.grid.value);
      if (made.mistake !== null) return;
      checking.value = 'grid';
      await dryRun.give(made.sheet, false);
    },
    /** Back to what it was prepared from, which is as it was. */
    back(): void {
      dryRun.leave();
      checking.value = null;
    },
    /** Goes on with the sheet that was left, and with what was mended in it. */
    goOn: () => checkSheet(true),
    async beginSheet(shown: CheckedSheet, isCanary: boolean): Promise<string | null> {
      const owner = advertiser.value;
      if (owner === null) return null;
      const file = fileNow();
      const of = file ? { file: file.name, said: rowsSaid(file.sheet) } : { file: '' };
      const id = await begin({ owner, undoes: null, ...of }, shown, isCanary);
      if (id === null) return null;
      if (file) filling.hold(id, file);
      // It is on its way: the next visit begins anew.
      dryRun.leave();
      if (checking.value === 'sheet') source.reset();
      else grid.clear();
      checking.value = null;
      return id;
    },
    /** What is told of a run, or written of its trackers: the one that is open is brought up to date. */
    hear(notice: Notice): void {
      const isOfRun = notice.kind === 'job' && notice.subject === RUN_SUBJECT;
      const isOfTrackers = notice.kind === 'changed' && notice.change.what === 'trackers';
      if (isOfRun || isOfTrackers) void runs.open.follow();
      if (isOfRun) void runs.loadAgain();
    },
    beginUndo: (run: Run, shown: CheckedSheet, isCanary: boolean) =>
      begin({ ...run, owner: run.advertiser, undoes: run.id }, shown, isCanary),
  };
}
