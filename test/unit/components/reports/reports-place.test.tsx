// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ReportsPlace } from '@/components/pages/workspace/ReportsPlace';
import type { ReportRun } from '@/components/reports/report-actions';
import { AppError } from '@/lib/core/base/errors';
import { errorText } from '@/lib/text/errors';
import { reportsText as text } from '@/lib/text/reports/screens';

import { PretendLayout } from '../ui/pretend-layout';
import { headOf, opened, reportsRoom, runOf } from './reports-sample';

beforeEach(() => {
  location.hash = '#/reports';
  void new PretendLayout({ width: 1200, height: 400 });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function showList(...room: Parameters<typeof reportsRoom>) {
  const { model, calls } = reportsRoom(...room);
  const user = userEvent.setup();
  render(<ReportsPlace model={model} id={null} />);
  await model.load();
  return { model, calls, user };
}

async function showOne(...room: Parameters<typeof reportsRoom>) {
  const { model, calls } = reportsRoom(...room);
  const user = userEvent.setup();
  location.hash = '#/reports/r1';
  render(<ReportsPlace model={model} id="r1" />);
  await model.open.choose('r1');
  return { model, calls, user };
}

const failure = (code: 'storage-failed' | 'database-failed') =>
  errorText({ code, detail: null, retryAfterSeconds: null }).sentence;

describe('the list of reports', () => {
  it('says that it is being read, that there is none, and what next', async () => {
    const { model } = await showList({
      list: async () => ({ reports: [], runs: [], unreadable: 0 }),
    });
    await screen.findByText(text.none);
    screen.getByText(text.noneNext);
    expect(model.phase.value).toBe('ready');
    cleanup();
    render(<ReportsPlace model={reportsRoom().model} id={null} />);
    screen.getByText(text.loading);
  });

  it('says why it could not be read, and is read again', async () => {
    let isBroken = true;
    const { user } = await showList({
      list: async () => {
        if (isBroken) throw new AppError('storage-failed');
        return { reports: [headOf()], runs: [], unreadable: 2 };
      },
    });
    await screen.findByText(failure('storage-failed'));
    isBroken = false;
    await user.click(screen.getByRole('button', { name: text.tryAgain }));
    await screen.findByText(text.unreadable(2));
  });

  it('shows each report with its days, its zone and its sum, and leads to it', async () => {
    await showList();
    const link = await screen.findByRole('link', { name: 'Harbour Coffee' });
    expect(link.getAttribute('href')).toBe('#/reports/r1');
    const row = within(screen.getByRole('row', { name: /Harbour Coffee/ }));
    row.getByText('1 to 14 Nov 2026');
    row.getByText('by day (UTC)');
    row.getByText('15,720');
  });

  it('removes a report once that is asked', async () => {
    const { user, calls } = await showList();
    const bin = await screen.findByRole('button', { name: /^Remove the report of Harbour/ });
    await user.click(bin);
    await user.click(screen.getByRole('button', { name: text.keepIt }));
    expect(calls).toEqual([]);
    await user.click(bin);
    await user.click(screen.getByRole('button', { name: text.removeIt }));
    await vi.waitFor(() => expect(screen.queryByRole('row', { name: /Harbour/ })).toBeNull());
    expect(calls).toEqual([['remove', 'r1']]);
  });

  it.each([
    ['nobody is signed in', { phase: signal('signed-out' as const) }, text.signedOut],
    ['no advertiser is chosen', { advertiser: signal(null) }, text.noAdvertiser],
  ])('asks nothing where %s', async (_, stores, said) => {
    await showList({}, stores);
    await screen.findByText(said);
    expect(screen.queryByText(text.ready)).toBeNull();
  });
});

describe('a question', () => {
  it('is asked by one press, and leads to its run', async () => {
    const { user, calls } = await showList();
    await user.click(
      screen.getByRole('button', { name: text.askFor(text.lastWeek, text.subject.advertiser) }),
    );
    await vi.waitFor(() => expect(location.hash).toBe('#/reports/run-1'));
    expect(calls).toEqual([
      [
        'ask',
        {
          advertiserId: 700101,
          about: { kind: 'advertiser' },
          when: { kind: 'last-7-days' },
          by: 'day',
          timeZone: 'UTC',
        },
      ],
    ]);
  });

  it('is offered of the tracker from which a person came, and of no publisher where it has none', async () => {
    const { model, user, calls } = await showList();
    model.subject.value = {
      tracker: { id: 531, name: 'Home' },
      lineItem: { id: 5501, name: 'Autumn' },
      publisher: null,
    };
    await screen.findByText(text.subject.tracker);
    screen.getByText(text.subject['line-item']);
    expect(screen.queryByText(text.subject.publisher)).toBeNull();
    await user.click(
      screen.getByRole('button', { name: text.askFor(text.lastMonth, text.subject.tracker) }),
    );
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toHaveProperty(['1', 'about'], { kind: 'tracker', id: 531 });
  });

  it('that fails is said, and nobody is led anywhere', async () => {
    const { user } = await showList({ ask: () => Promise.reject(new AppError('storage-failed')) });
    await user.click(
      screen.getByRole('button', { name: text.askFor(text.lastWeek, text.subject.advertiser) }),
    );
    await screen.findByText(failure('storage-failed'));
    expect(location.hash).toBe('#/reports');
  });

  it('of the form has its own days, hours and zone', async () => {
    const { user, calls } = await showList();
    await user.click(screen.getByText(text.other));
    await user.click(screen.getByRole('radio', { name: text.custom }));
    const ask = () => user.click(screen.getByRole('button', { name: text.ask }));
    await ask();
    await screen.findByText(text.dateMissing);
    expect(calls).toEqual([]);
    await user.type(screen.getByLabelText(text.first), '2026-11-01');
    await user.type(screen.getByLabelText(text.last), '2026-11-02');
    await user.click(screen.getByRole('radio', { name: text.hour }));
    screen.getByText(text.hourHint);
    await user.selectOptions(screen.getByLabelText(text.zone), 'Europe/Berlin');
    await ask();
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toEqual([
      'ask',
      {
        advertiserId: 700101,
        about: { kind: 'advertiser' },
        when: { kind: 'custom', span: { first: '2026-11-01', last: '2026-11-02' } },
        by: 'hour',
        timeZone: 'Europe/Berlin',
      },
    ]);
  });

  it('can be asked in UTC where the zones are not told', async () => {
    await showList({ timeZones: () => Promise.reject(new AppError('network')) });
    await screen.findByText(text.zonesFailed);
    expect(screen.getByLabelText(text.zone)).toHaveProperty('value', 'UTC');
  });
});

describe('a run', () => {
  it.each<[ReportRun['step'], RegExp]>([
    ['asked', /Asking the service/],
    ['waiting', /waits in the queue/],
    ['reading', /128,400 rows read/],
  ])('that is %s says so, and is cancelled', async (step, said) => {
    const { user, calls } = await showOne({ read: async () => ({ run: runOf({ step }) }) });
    await screen.findByText(said);
    await user.click(screen.getByRole('button', { name: text.cancel }));
    expect(calls).toEqual([['cancel', 'run-1']]);
  });

  it('that failed says what to do, and is asked again', async () => {
    const run = runOf({
      step: 'failed',
      failure: { code: 'rate-limited', detail: null, retryAfterSeconds: 40 },
    });
    const { user, calls } = await showOne({ read: async () => ({ run }) });
    await screen.findByText('Try again in 40 seconds.');
    expect(screen.queryByRole('progressbar')).toBeNull();
    await user.click(screen.getByRole('button', { name: text.askAgain }));
    await vi.waitFor(() => expect(location.hash).toBe('#/reports/run-1'));
    expect(calls).toHaveLength(1);
  });

  it('becomes its report where it stands', async () => {
    let isDone = false;
    const { model } = await showOne({
      read: async () => (isDone ? { report: opened() } : { run: runOf() }),
    });
    await screen.findByText(/rows read/);
    isDone = true;
    await model.refresh();
    await screen.findByRole('grid', { name: text.figuresLabel });
    expect(screen.queryByText(/rows read/)).toBeNull();
  });
});

describe('a report', () => {
  it.each<[number | null, RegExp]>([
    [42, /^42$/],
    [43, /^42$/],
    [null, /^42\. Whether that is all is not known/],
  ])('of which the service says %s rows says so', async (rowCount, wanted) => {
    await showOne({ read: async () => ({ report: opened({}, { rowCount }) }) });
    expect((await screen.findAllByText(wanted)).map(({ tagName }) => tagName)).toContain('DD');
  });

  it('says of which days and zone it is, how fresh, and what is not known of it', async () => {
    await showOne({
      read: async () => ({ report: opened({}, { closedUntil: null, madeAt: null, unread: 3 }) }),
    });
    await screen.findByText('17,889 (1 day not known) (UTC)');
    screen.getByText('1 to 14 Nov 2026');
    screen.getByText(text.freshUnknown);
    screen.getByText(/^not told by the service/);
    screen.getByText(
      '42, of which 3 could not be read and are left out. Whether that is all is not known: the service did not say.',
    );
  });

  it.each([
    [Date.UTC(2026, 10, 14, 23), true],
    [Date.UTC(2026, 10, 15), false],
  ])(
    'that is complete until %i says of its last day that it may grow: %j',
    async (closedUntil, isLate) => {
      await showOne({ read: async () => ({ report: opened({}, { closedUntil }) }) });
      await screen.findByText(text.facts.fresh);
      expect(screen.queryByText(new RegExp(text.late)) !== null).toBe(isLate);
    },
  );

  it('never splits the rows of several trackers, and says of what it knows no tracker', async () => {
    const { user } = await showOne();
    const grid = within(await screen.findByRole('grid', { name: text.figuresLabel }));
    await user.click(grid.getByRole('row', { name: /One of these/ }));
    await screen.findByText(text.oneOfWhy);
    await user.click(grid.getByRole('row', { name: /No tracker here/ }));
    await screen.findByText(text.noTrackerWhy);
    await user.click(grid.getByRole('row', { name: /^Home, autumn/ }));
    const passport = await screen.findByRole('link', { name: text.passportOf(531) });
    expect(passport.getAttribute('href')).toBe('#/trackers/531/passport');
  });

  it('names its zone at its figures', async () => {
    await showOne({
      read: async () => ({
        report: opened({}, { question: { ...opened().report.question, timeZone: 'Asia/Tokyo' } }),
      }),
    });
    await screen.findByRole('button', { name: 'Impressions (Asia/Tokyo)' });
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toContain('(Asia/Tokyo)');
  });

  it('leads from a small picture to its own, with the focus', async () => {
    const { user } = await showOne();
    await user.click(await screen.findByRole('tab', { name: text.pictures }));
    await user.click(screen.getByRole('button', { name: 'Home, autumn' }));
    expect(document.activeElement?.textContent).toBe('Home, autumn');
  });

  it.each([
    ['with nothing in it says so', opened({ trackers: [], others: [] }), text.empty],
    ['that is gone says so', null, text.gone],
  ])('%s', async (_, report, said) => {
    await showOne({ read: async () => report && { report } });
    await screen.findByText(said);
  });

  it('that cannot be read is read again', async () => {
    let isBroken = true;
    const { user } = await showOne({
      read: async () => {
        if (isBroken) throw new AppError('database-failed');
        return { report: opened() };
      },
    });
    await screen.findByText(failure('database-failed'));
    isBroken = false;
    await user.click(screen.getByRole('button', { name: text.tryAgain }));
    await screen.findByRole('grid', { name: text.figuresLabel });
  });
});
