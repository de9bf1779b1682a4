// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';

import { ReportsPlace } from '@/components/pages/workspace/ReportsPlace';
import type { ReportActions } from '@/components/reports/report-actions';
import { noPlanText } from '@/lib/text/reports/plan';
import { reportsText as text } from '@/lib/text/reports/screens';

import { headOf, opened, reportsRoom, runOf } from './reports-sample';

afterEach(cleanup);

/** A store that a test fills as the background would. */
function kept() {
  const now: Awaited<ReturnType<ReportActions['list']>> = {
    reports: [],
    runs: [runOf({ step: 'waiting', rows: 0 })],
    unreadable: 0,
  };
  return { now, list: async () => ({ ...now }) };
}

const progress = (id: string, rows: number) =>
  ({ kind: 'report-progress', id, step: 'reading', rows }) as const;

it('shows in the list how far each is, and what comes of it', async () => {
  const store = kept();
  const { model } = reportsRoom({ list: store.list });
  render(<ReportsPlace model={model} id={null} />);
  await model.load();
  const { id } = runOf();
  model.hear(progress(id, 41_000));
  await screen.findByText(new RegExp(text.rowsRead(41_000)));
  Object.assign(store.now, { reports: [headOf()], runs: [] });
  model.hear({ kind: 'changed', change: { what: 'reports', ids: [id] } });
  await screen.findByRole('heading', { name: text.kept });
  expect(screen.queryByRole('heading', { name: text.runs })).toBeNull();
});

it('hears of one that was asked for elsewhere', async () => {
  const store = kept();
  const { model } = reportsRoom({ list: store.list });
  const { runs } = store.now;
  Object.assign(store.now, { runs: [] });
  await model.load();
  Object.assign(store.now, { runs });
  model.hear(progress('of-another-page', 0));
  await expect.poll(() => model.runs.value.length).toBe(1);
});

it('shows of the one that is open how far it is, that it failed, and then the report', async () => {
  let found: Awaited<ReturnType<ReportActions['read']>> = { run: runOf({ rows: 0 }) };
  const { model } = reportsRoom({ read: async () => found });
  render(<ReportsPlace model={model} id="run-1" />);
  await model.open.choose('run-1');
  model.hear(progress(runOf().id, 20_000));
  await screen.findByText(new RegExp(text.rowsRead(20_000)));
  const failure = { code: 'report-late', detail: null, retryAfterSeconds: null } as const;
  found = { run: runOf({ step: 'failed', failure }) };
  model.hear({ kind: 'job', subject: 'report:700101 advertiser', state: 'failed', ids: [] });
  await screen.findByRole('button', { name: text.askAgain });
  found = { report: opened() };
  model.hear({ kind: 'changed', change: { what: 'reports', ids: null } });
  await screen.findByRole('tab', { name: text.figures });
});

it('does not read anew for what is not about reports', async () => {
  let reads = 0;
  const { model } = reportsRoom({
    list: async () => {
      reads += 1;
      return { reports: [], runs: [], unreadable: 0 };
    },
  });
  model.hear({ kind: 'changed', change: { what: 'trackers', ids: null } });
  model.hear({ kind: 'job', subject: 'sync:700101', state: 'done', ids: [] });
  expect(reads).toBe(0);
});

it('says why a question cannot be asked, until another one is', async () => {
  const why = { kind: 'tracker-bare' } as const;
  let answer: string | typeof why = why;
  const { model } = reportsRoom({ ask: async () => answer });
  render(<ReportsPlace model={model} id={null} />);
  await model.load();
  const user = userEvent.setup();
  const [ask] = await screen.findAllByRole('button', { name: new RegExp(`^${text.lastWeek}`) });
  if (ask) await user.click(ask);
  await screen.findByText(noPlanText(why).sentence);
  screen.getByText(noPlanText(why).next);
  answer = 'run-1';
  if (ask) await user.click(ask);
  await expect.poll(() => screen.queryByText(noPlanText(why).sentence)).toBeNull();
});
