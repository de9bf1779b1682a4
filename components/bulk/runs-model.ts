import { batch, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { isSent, type Run, type RunRow } from '@/lib/core/tracker-sheet/run';

import type { RunActions } from './bulk-actions';

export type RunsModel = ReturnType<typeof createRunsModel>;
export type OpenRun = RunsModel['open'];

/** The bulk changes of who is signed in, and the one that is open. */
export function createRunsModel(actions: RunActions) {
  const attempt = createAttempt();
  const runs = signal<readonly Run[]>([]);
  const unreadable = signal(0);
  const takeTurn = createTurns();
  const open = createOpenRun(actions);

  function load(): Promise<void> {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const found = await actions.history();
      if (!isLast()) return;
      batch(() => {
        runs.value = found.rows;
        unreadable.value = found.unreadable;
        attempt.failure.value = null;
        attempt.phase.value = 'ready';
      });
    }, isLast);
  }

  return {
    runs,
    unreadable,
    phase: attempt.phase,
    failure: attempt.failure,
    open,
    load,
    /** Where they are shown already. */
    loadAgain: () => (attempt.phase.value === 'ready' ? load() : Promise.resolve()),
    /** Another person may be here by now. */
    forget(): void {
      takeTurn();
      batch(() => {
        runs.value = [];
        attempt.phase.value = 'loading';
      });
      open.again();
    },
  };
}

/** One run as it stands, and what is said to it. */
function createOpenRun(actions: RunActions) {
  const attempt = createAttempt();
  const run = signal<Run | null>(null);
  const rows = signal<readonly RunRow[]>([]);
  /** The dry run of taking it back; `null` until it was asked for. */
  const undo = signal<CheckedSheet | null>(null);
  const isBusy = signal(false);
  let shown: string | null = null;
  const takeTurn = createTurns();
  let following: Promise<void> | null = null;
  let isStale = false;

  async function read(id: string, isLast: () => boolean): Promise<void> {
    const next = await actions.readRun(id);
    const before = run.value?.id === id ? rows.value : [];
    // Those that are sent are the first, and come to an end in order.
    const from = before.findIndex((row) => isSent(row) && row.end === null);
    const isAll = before.length === 0;
    const isOver = next === null || (!isAll && from < 0);
    const some = isOver
      ? []
      : isAll
        ? (await actions.readRows(id)).rows
        : (await actions.readRows(id, from, Math.max(1, next.ended - from))).rows;
    if (!isLast()) return;
    const anew = new Map(some.map((row) => [row.at, row]));
    batch(() => {
      run.value = next;
      rows.value = isAll ? some : before.map((row) => anew.get(row.at) ?? row);
      attempt.phase.value = 'ready';
    });
  }

  /** The run that is shown and has not been read since it changed; `null` where there is none. */
  function takeStale(): string | null {
    const id = isStale ? shown : null;
    isStale = false;
    return id;
  }

  async function readStale(): Promise<void> {
    for (let id = takeStale(); id !== null; id = takeStale()) {
      const [of, isLast] = [id, takeTurn()];
      await attempt.run(() => read(of, isLast), isLast);
    }
  }

  /** Reads what has changed; while that goes on, the next change waits. */
  async function follow(): Promise<void> {
    isStale = true;
    following ??= readStale().finally(() => (following = null));
    await following;
  }

  async function tell(step: (id: string) => Promise<unknown>): Promise<void> {
    const id = shown;
    if (id === null || isBusy.value) return;
    attempt.begin();
    isBusy.value = true;
    await attempt.run(
      async () => void (await step(id)),
      () => shown === id,
    );
    isBusy.value = false;
    await follow();
  }

  function show(id: string | null): Promise<void> {
    shown = id;
    takeTurn();
    batch(() => {
      run.value = null;
      rows.value = [];
      undo.value = null;
      attempt.begin();
      attempt.phase.value = 'loading';
    });
    return id === null ? Promise.resolve() : follow();
  }

  return {
    run,
    rows,
    undo,
    phase: attempt.phase,
    failure: attempt.failure,
    isBusy,
    findTrackers: actions.findTrackers,
    /** Shows a run, or none. */
    choose: (id: string | null) => (id === shown && id !== null ? follow() : show(id)),
    again: () => show(shown),
    /** Something of it may have changed. */
    follow: () => (shown === null ? Promise.resolve() : follow()),
    release: () => tell(actions.release),
    pause: () => tell(actions.pause),
    goOn: () => tell(actions.goOn),
    cancel: () => tell(actions.cancel),
    /** Makes the dry run of taking it back, by what is there now. */
    async checkUndo(): Promise<void> {
      const of = run.value;
      if (of === null) return;
      undo.value = null;
      const isStill = () => shown === of.id;
      attempt.begin();
      await attempt.run(async () => {
        const found = await actions.checkUndo(of);
        if (isStill()) undo.value = found;
      }, isStill);
    },
  };
}
