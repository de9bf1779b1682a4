import { batch, type ReadonlySignal, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import type { About, Question, When } from '@/lib/core/report/question';
import type { Ref } from '@/lib/core/tracker/tracker';

import { createOpenReport } from './open-report-model';
import type { ReportActions, ReportHead, ReportRun } from './report-actions';

export type ReportsModel = ReturnType<typeof createReportsModel>;

/** The tracker from which a person came, for the ready-made questions. */
export interface Subject {
  readonly tracker: Ref;
  readonly lineItem: Ref | null;
  readonly publisher: Ref | null;
}

/** What the page round the room holds. */
export interface ReportStores {
  readonly phase: ReadonlySignal<'loading' | 'signed-out' | 'signed-in'>;
  readonly advertiser: ReadonlySignal<Ref | null>;
}

/** What a person asks, but for the advertiser, which is known. */
export type Asked = Omit<Question, 'advertiserId'>;

/** Reports that are kept and under way, and the questions that are asked. */
export function createReportsModel(actions: ReportActions, stores: ReportStores) {
  const attempt = createAttempt();
  const reports = signal<readonly ReportHead[]>([]);
  const runs = signal<readonly ReportRun[]>([]);
  const unreadable = signal(0);
  const subject = signal<Subject | null>(null);
  const isAsking = signal(false);
  const takeTurn = createTurns();
  const open = createOpenReport(actions);

  function load(): Promise<void> {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const found = await actions.list();
      if (!isLast()) return;
      batch(() => {
        reports.value = found.reports;
        runs.value = found.runs;
        unreadable.value = found.unreadable;
        attempt.phase.value = 'ready';
      });
    }, isLast);
  }

  return {
    actions,
    stores,
    phase: attempt.phase,
    failure: attempt.failure,
    reports,
    runs,
    unreadable,
    subject,
    isAsking,
    open,
    load,
    /** Something changed, here or elsewhere. */
    async refresh(): Promise<void> {
      await Promise.all([load(), open.refresh()]);
    },
    /** Asks; gives the id of the run, `null` where it did not begin. */
    async ask(asked: Asked): Promise<string | null> {
      const advertiser = stores.advertiser.value;
      if (advertiser === null || isAsking.value) return null;
      let id: string | null = null;
      attempt.begin();
      isAsking.value = true;
      await attempt.run(async () => {
        id = await actions.ask({ advertiserId: advertiser.id, ...asked });
      });
      isAsking.value = false;
      return id;
    },
    async cancel(id: string): Promise<void> {
      attempt.begin();
      await attempt.run(() => actions.cancel(id));
      await Promise.all([load(), open.refresh()]);
    },
    /** Says whether it is gone. */
    async remove(id: string): Promise<boolean> {
      let isGone = false;
      attempt.begin();
      await attempt.run(async () => {
        await actions.remove(id);
        isGone = true;
      });
      if (isGone) reports.value = reports.value.filter((one) => one.id !== id);
      return isGone;
    },
  };
}

/** A ready-made question: by day, in UTC, in which Microsoft wants its cases. */
export function readyQuestion(about: About, when: When): Asked {
  return { about, when, by: 'day', timeZone: 'UTC' };
}
