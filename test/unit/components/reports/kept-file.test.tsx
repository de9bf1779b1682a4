// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ReportsPlace } from '@/components/pages/workspace/ReportsPlace';
import type { KeptFile, KeptHead, ReportActions } from '@/components/reports/report-actions';
import { AppError } from '@/lib/core/base/errors';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { errorText } from '@/lib/text/errors';
import { comparingText, reportFileText } from '@/lib/text/reports/comparing';
import { keptFileText as text } from '@/lib/text/reports/kept-file';
import { reportsText } from '@/lib/text/reports/screens';
import { formatMoment } from '@/lib/text/ui';

import { PretendLayout } from '../ui/pretend-layout';
import { KEPT, keptInMemory, opened, reportsRoom } from './reports-sample';

beforeEach(() => void new PretendLayout({ width: 1200, height: 600 }));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A window with the report open, over what is kept. */
async function openIn(changes: Partial<ReportActions>) {
  const { model, calls } = reportsRoom(changes);
  const user = userEvent.setup();
  const container = document.body.appendChild(document.createElement('div'));
  const own = render(<ReportsPlace model={model} id="r1" />, { container });
  await model.open.choose('r1');
  await user.click(await own.findByRole('tab', { name: reportsText.compare }));
  const give = (name = 'autumn.csv') =>
    user.upload(
      own.getByLabelText(new RegExp(`${comparingText.choose}|${comparingText.another}`)),
      new File(['Date,Placement'], name),
    );
  const table = () => own.findByRole('grid', { name: comparingText.table });
  const hear = () => model.hear({ kind: 'changed', change: { what: 'comparisons', ids: ['r1'] } });
  return { model, calls, user, own, give, table, hear, comparing: model.open.comparing };
}

const kept = (changes: Partial<KeptFile> = {}): KeptFile => ({ ...KEPT, ...changes });

describe('a file that is kept', () => {
  it('is there at once when the report is opened, with its threshold and when it was read', async () => {
    const { own, table, calls } = await openIn(keptInMemory(kept()));
    await table();
    own.getByText(new RegExp(`read on ${formatMoment(KEPT.readAt)}`));
    expect(own.getByLabelText(/^Agree up to/)).toHaveProperty('value', '15');
    expect(calls).toContainEqual(['compare', 15]);
    expect(own.queryByText(comparingText.dropHere)).toBeNull();
  });

  it('is in a proof before its tab is looked at', async () => {
    const { model } = reportsRoom(keptInMemory(kept()));
    await model.open.choose('r1');
    await vi.waitFor(() => expect(model.open.comparing.forProof()).not.toEqual([]));
    expect(model.open.comparing.forProof()[0]?.adServer.fileName).toBe(KEPT.fileName);
  });

  it('is the one that was dropped, with the columns, the dates and the threshold of then', async () => {
    const disk = keptInMemory(null);
    const first = await openIn(disk);
    await first.give();
    await first.table();
    const field = first.own.getByLabelText(/^Agree up to/);
    await first.user.clear(field);
    await first.user.type(field, '7,5');
    await vi.waitFor(async () => expect(await disk.keptHead()).toMatchObject({ threshold: 7.5 }));
    cleanup();
    const { own, table } = await openIn(disk);
    await table();
    expect(own.getByLabelText(/^Agree up to/)).toHaveProperty('value', '7.5');
  });

  it('says how its columns and dates were read, and that the file is wanted to choose others', async () => {
    const { own, user, table } = await openIn(keptInMemory(kept()));
    await table();
    await user.click(own.getByText(comparingText.columns));
    own.getByText(text.columnsKept);
    own.getByText(text.dates.dmy);
    expect(own.queryByLabelText(comparingText.column.date)).toBeNull();
  });

  it('is of its report alone', async () => {
    const { model } = reportsRoom({
      read: async (id) => ({ report: opened({}, { id }) }),
      keptHead: async (id) => (id === 'r1' ? kept() : null),
      keptFile: async (id) => (id === 'r1' ? kept() : null),
    });
    const { comparing } = model.open;
    await model.open.choose('r1');
    await vi.waitFor(() => expect(comparing.comparison.value).not.toBeNull());
    await model.open.choose('r2');
    await vi.waitFor(() => expect(comparing.isLoading.value).toBe(false));
    expect([comparing.state.value.step, comparing.threshold.value]).toEqual(['none', '10']);
    expect(comparing.forProof()).toEqual([]);
  });

  it('of a report that was left meanwhile is not shown beside another', async () => {
    let come: (found: KeptFile) => void = () => {};
    const { model } = reportsRoom({
      read: async (id) => ({ report: opened({}, { id }) }),
      keptFile: (id) =>
        id === 'r1' ? new Promise((resolve) => (come = resolve)) : Promise.resolve(null),
    });
    await model.open.choose('r1');
    await model.open.choose('r2');
    come(kept());
    await vi.waitFor(() => expect(model.open.comparing.isLoading.value).toBe(false));
    expect(model.open.comparing.state.value.step).toBe('none');
  });

  it('that cannot be read is said so, and can be given once more', async () => {
    const { own, give, table } = await openIn({ keptFile: async () => 'unreadable' });
    await own.findByText(text.unreadable);
    await give();
    await table();
  });
});

describe('a file that is removed', () => {
  it('is asked about, and is gone then', async () => {
    const disk = keptInMemory(kept());
    const { own, user, table } = await openIn(disk);
    await table();
    await user.click(own.getByRole('button', { name: text.remove }));
    await user.click(screen.getByRole('button', { name: text.keepIt, hidden: true }));
    expect(await disk.keptHead()).not.toBeNull();
    await user.click(own.getByRole('button', { name: text.remove }));
    await user.click(screen.getByRole('button', { name: text.removeIt, hidden: true }));
    await own.findByText(comparingText.dropHere);
    expect(await disk.keptHead()).toBeNull();
  });

  it('stays where it cannot be removed, and why is said', async () => {
    const { own, table, comparing } = await openIn({
      ...keptInMemory(kept()),
      removeFile: () => Promise.reject(new AppError('storage-failed')),
    });
    await table();
    await comparing.remove();
    await own.findByText(failureOf('storage-failed').sentence);
    await table();
  });
});

describe('a file that is not kept', () => {
  it('is compared all the same, why is said, and it is kept once there is room', async () => {
    let isFull = true;
    const disk = keptInMemory(null);
    const { own, user, give, table } = await openIn({
      ...disk,
      keepFile: (read) =>
        isFull ? Promise.reject(new AppError('storage-failed')) : disk.keepFile(read),
    });
    await give();
    await table();
    await own.findByText(failureOf('storage-failed').next);
    isFull = false;
    await user.click(own.getByRole('button', { name: text.again }));
    await vi.waitFor(() => expect(own.queryByText(failureOf('storage-failed').next)).toBeNull());
    expect(await disk.keptHead()).toMatchObject({ fileName: 'autumn.csv' });
  });

  it.each([
    ['too-large', text.tooLarge],
    ['gone', text.reportGone],
  ] as const)('as %s says so', async (why, said) => {
    const { own, give, table } = await openIn({ keepFile: async () => why });
    await give();
    await table();
    await own.findByText(said);
  });

  it('leaves the one of before where it is, with the way back to it', async () => {
    const { own, user, give, table } = await openIn({
      ...keptInMemory(kept({ fileName: 'october.csv' })),
      keepFile: async () => 'too-large',
    });
    await table();
    await give();
    await own.findByText(text.stillKept('october.csv'));
    await user.click(own.getByRole('button', { name: text.show('october.csv') }));
    await own.findByText('october.csv');
  });

  it('as it is none leaves the one of before, too', async () => {
    const { own, user, give, table } = await openIn({
      ...keptInMemory(kept({ fileName: 'october.csv' })),
      readFile: () => Promise.reject(new SheetFileError('damaged')),
    });
    await table();
    await give();
    await own.findByText(reportFileText.damaged.next);
    await user.click(own.getByRole('button', { name: text.back('october.csv') }));
    await table();
  });
});

describe('in two windows with the same report', () => {
  /** Two windows over one disk, of which each hears what the other writes. */
  async function two() {
    const disk = keptInMemory(kept());
    const [here, there] = [await openIn(disk), await openIn(disk)];
    await here.table();
    await there.table();
    return { disk, here, there };
  }

  it('another file is not put in the place of what is shown, but told; either can be kept', async () => {
    const { disk, here, there } = await two();
    await there.give('november.csv');
    await there.table();
    here.hear();
    const read = await here.own.findByRole('button', { name: text.show('november.csv') });
    here.own.getByText('autumn.csv');
    expect(here.comparing.forProof()).not.toEqual([]);
    await here.user.click(here.own.getByRole('button', { name: text.keepThis }));
    await vi.waitFor(() => expect(read.isConnected).toBe(false));
    expect(await disk.keptHead()).toMatchObject({ fileName: 'autumn.csv' });
    there.hear();
    await there.user.click(await there.own.findByRole('button', { name: text.show('autumn.csv') }));
    await there.own.findByText('autumn.csv');
    expect(there.comparing.keeping.elsewhere.value).toBeNull();
  });

  it('one that was removed in the other is still shown, and can be kept', async () => {
    const { disk, here, there } = await two();
    await there.comparing.remove();
    here.hear();
    await here.own.findByText(text.removedElsewhere);
    await here.user.click(here.own.getByRole('button', { name: text.keepThis }));
    await vi.waitFor(() => expect(here.own.queryByText(text.removedElsewhere)).toBeNull());
    expect(await disk.keptHead()).toMatchObject({ fileName: 'autumn.csv' });
    there.hear();
    await there.table();
  });

  it('the threshold is the same in both, and what is typed in one is not undone by what it wrote before', async () => {
    const { here, there } = await two();
    const field = there.own.getByLabelText(/^Agree up to/);
    await there.user.clear(field);
    await there.user.type(field, '12');
    there.hear();
    here.hear();
    await vi.waitFor(() => expect(here.comparing.threshold.value).toBe('12'));
    await there.user.type(field, ',');
    there.hear();
    await there.user.type(field, '5');
    expect(field).toHaveProperty('value', '12,5');
  });

  it('a threshold is not written into what the other keeps', async () => {
    const { disk, here, there } = await two();
    await there.give('november.csv');
    await there.table();
    await here.comparing.changeThreshold('33');
    expect(await disk.keptHead()).toMatchObject({ fileName: 'november.csv', threshold: 15 });
    await here.own.findByRole('button', { name: text.show('november.csv') });
  });

  it('what comes back late says nothing of what is written meanwhile', async () => {
    let come: (found: KeptHead | null) => void = () => {};
    const disk = keptInMemory(null);
    const here = await openIn({
      ...disk,
      keptHead: () => new Promise((resolve) => (come = resolve)),
    });
    here.hear();
    await here.give();
    await here.table();
    come(null);
    await vi.waitFor(() => expect(here.comparing.keeping.mine.value).not.toBeNull());
    expect(here.own.queryByText(text.removedElsewhere)).toBeNull();
  });

  it('what cannot be looked at is not taken for gone', async () => {
    const here = await openIn({
      ...keptInMemory(kept()),
      keptHead: () => Promise.reject(new AppError('database-failed')),
    });
    await here.table();
    await here.comparing.hear();
    expect(here.comparing.keeping.elsewhere.value).toBeNull();
  });
});

function failureOf(code: 'storage-failed') {
  return errorText({ code, detail: null, retryAfterSeconds: null });
}
