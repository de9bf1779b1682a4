import { batch, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import type { MultipleScale } from '@/lib/core/report/chart/multiples';

import { createComparing } from './compare/comparing-model';
import type { OpenReport, ReportActions, ReportRun } from './report-actions';

export type OpenReportModel = ReturnType<typeof createOpenReport>;
export type ReportView = 'figures' | 'pictures' | 'compare';

/** The report that is open, or the run from which it is to come. */
export function createOpenReport(actions: ReportActions) {
  const attempt = createAttempt();
  const id = signal<string | null>(null);
  const run = signal<ReportRun | null>(null);
  const report = signal<OpenReport | null>(null);
  const view = signal<ReportView>('figures');
  /** The figures that are chosen; `null` for all together. */
  const selected = signal<string | null>(null);
  const scale = signal<MultipleScale>('shared');
  const takeTurn = createTurns();
  const comparing = createComparing(actions, report);

  function read(): Promise<void> {
    const isLast = takeTurn();
    const wanted = id.value;
    if (wanted === null) return Promise.resolve();
    return attempt.run(async () => {
      const found = await actions.read(wanted);
      if (!isLast()) return;
      batch(() => {
        run.value = found && 'run' in found ? found.run : null;
        report.value = found && 'report' in found ? found.report : null;
        attempt.phase.value = 'ready';
      });
      // What stands in the tab, and in a proof, is there without being asked for.
      if (report.value !== null) void comparing.refresh();
    }, isLast);
  }

  return {
    phase: attempt.phase,
    failure: attempt.failure,
    id,
    run,
    report,
    view,
    selected,
    scale,
    comparing,
    /** Opens another; the same one stays as it is. */
    choose(next: string): Promise<void> {
      if (next === id.value && attempt.phase.value === 'ready') return read();
      batch(() => {
        attempt.begin();
        attempt.phase.value = 'loading';
        id.value = next;
        run.value = null;
        report.value = null;
        view.value = 'figures';
        selected.value = null;
        comparing.reset();
      });
      return read();
    },
    again(): Promise<void> {
      attempt.begin();
      attempt.phase.value = 'loading';
      return read();
    },
    refresh: read,
    /** Takes up how far the run is from which it comes. */
    move(act: (run: ReportRun) => ReportRun): void {
      if (run.value) run.value = act(run.value);
    },
  };
}
