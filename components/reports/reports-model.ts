import { batch, type ReadonlySignal, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createTurns } from '@/components/stores/turns';
import type { NoPlan } from '@/lib/core/report/no-plan';
import type { About, Question, When } from '@/lib/core/report/question';
import type { Ref } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';

import { createOpenReport } from './open-report-model';
import type { ReportActions, ReportHead, ReportRun } from './report-actions';

/** By what the work of a report is named where pages are told of work. */
const REPORT_SUBJECT = 'report:';

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
  /** Why what was asked cannot be. */
  const noPlan = signal<NoPlan | null>(null);
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

  async function refresh(): Promise<void> {
    await Promise.all([load(), open.refresh()]);
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
    noPlan,
    open,
    load,
    refresh,
    /** What all pages are told: how far a report is, and that one came, failed or went. */
    hear(notice: Notice): void {
      if (notice.kind === 'report-progress') {
        const { id, step, rows } = notice;
        const isKnown = runs.value.some((one) => one.id === id);
        const move = (one: ReportRun) => (one.id === id ? { ...one, step, rows } : one);
        runs.value = runs.value.map(move);
        open.move(move);
        if (!isKnown) void load();
      }
      if (notice.kind === 'changed' && notice.change.what === 'reports') void refresh();
      if (notice.kind === 'changed' && notice.change.what === 'comparisons') {
        const { ids } = notice.change;
        if (open.id.value !== null && (ids?.includes(open.id.value) ?? true))
          void open.comparing.hear();
      }
      if (notice.kind === 'job' && notice.subject.startsWith(REPORT_SUBJECT)) void refresh();
    },
    /** Asks; gives the id of the run, `null` where it did not begin. */
    async ask(asked: Asked): Promise<string | null> {
      const advertiser = stores.advertiser.value;
      if (advertiser === null || isAsking.value) return null;
      let id: string | null = null;
      attempt.begin();
      isAsking.value = true;
      noPlan.value = null;
      await attempt.run(async () => {
        const answer = await actions.ask({ advertiserId: advertiser.id, ...asked });
        if (typeof answer === 'string') id = answer;
        else noPlan.value = answer;
      });
      isAsking.value = false;
      return id;
    },
    async cancel(id: string): Promise<void> {
      attempt.begin();
      await attempt.run(() => actions.cancel(id));
      await refresh();
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
