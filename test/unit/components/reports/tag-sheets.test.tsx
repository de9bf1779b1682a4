// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ReportsPlace } from '@/components/pages/workspace/ReportsPlace';
import type { ReportActions } from '@/components/reports/report-actions';
import { AppError } from '@/lib/core/base/errors';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { errorText } from '@/lib/text/errors';
import { othersLeftText } from '@/lib/text/files';
import { comparingText } from '@/lib/text/reports/comparing';
import { matchingText } from '@/lib/text/reports/matching';
import { reportsText } from '@/lib/text/reports/screens';
import {
  sheetRefusalText,
  tagSheetFileText,
  tagSheetsText as text,
} from '@/lib/text/reports/tag-sheets';

import { PretendLayout } from '../ui/pretend-layout';
import { adServerFile, MATCHES, OFFER, reportsRoom, shownSheet } from './reports-sample';

beforeEach(() => void new PretendLayout({ width: 1200, height: 600 }));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const SHEET = new File(['Placement,Tag'], 'harbour-tags.xlsx');

async function setUp(changes: Partial<ReportActions> = {}) {
  const { model, calls } = reportsRoom(changes);
  const user = userEvent.setup();
  render(<ReportsPlace model={model} id="r1" />);
  await model.open.choose('r1');
  await user.click(await screen.findByRole('tab', { name: reportsText.compare }));
  await user.upload(screen.getByLabelText(comparingText.choose), adServerFile());
  await screen.findByRole('grid', { name: comparingText.table });
  const give = (file = SHEET) => user.upload(screen.getByLabelText(text.choose), file);
  return { model, calls, user, give };
}

describe('a tag sheet beside an ad server’s report', () => {
  it('is read and kept for the advertiser of the report, which is compared anew', async () => {
    const { give, calls } = await setUp();
    screen.getByText(text.summary(0, 0));
    await give();
    await screen.findByText(text.kept(SHEET.name));
    await screen.findByText(text.summary(1, 12));
    expect(calls.slice(-2)).toEqual([
      ['takeSheet', SHEET.name, 700_101],
      ['compare', 10],
    ]);
    within(screen.getByRole('list', { name: text.list })).getByText(SHEET.name);
  });

  it('says by which sheet a placement was matched', async () => {
    await setUp();
    const [home] = MATCHES;
    screen.getByText(`${matchingText.by.sheet} ${home?.sheets[0] ?? ''}`);
  });

  it('can be dropped, one at a time', async () => {
    const { calls } = await setUp();
    const other = new File([''], 'other.csv');
    const section = screen.getByText(text.summary(0, 0)).closest('details');
    if (!section) throw new Error('no section');
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files: [SHEET, other] } });
    section.dispatchEvent(event);
    await screen.findByText(text.kept(SHEET.name));
    expect(section.open).toBe(true);
    expect(calls.filter((call) => String(call).startsWith('takeSheet'))).toHaveLength(1);
    screen.getByText(othersLeftText(1));
  });

  it('can be removed, and placements are matched without it', async () => {
    const { user, calls } = await setUp({ listSheets: async () => [shownSheet()] });
    await user.click(await screen.findByRole('button', { name: text.removeOne(SHEET.name) }));
    await screen.findByText(text.removed(SHEET.name));
    expect(calls.slice(-2)).toEqual([
      ['removeSheet', 700_101, SHEET.name],
      ['compare', 10],
    ]);
  });

  it('says which of its rows say nothing, and how many placements are of others', async () => {
    const leftOut = { several: 2, noTracker: 1, noPlacement: 0 };
    await setUp({ listSheets: async () => [shownSheet({ others: 3, leftOut })] });
    await screen.findByText(
      `${text.others(3)} Left out: 2 rows with several trackers, 1 row without a tracker.`,
    );
  });

  it.each(['report', 'no-trackers', 'no-columns', 'other-advertiser', 'no-room'] as const)(
    'that is refused (%s) says why, and changes nothing',
    async (why) => {
      const { give, calls } = await setUp({ takeSheet: async () => why });
      const before = calls.length;
      await give();
      await screen.findByText(sheetRefusalText[why].next);
      screen.getByText(`${SHEET.name}: ${sheetRefusalText[why].sentence}`);
      expect(calls).toHaveLength(before);
    },
  );

  it('that is no table, or cannot be kept, says why', async () => {
    const failures = [new SheetFileError('old-format'), new AppError('storage-failed')];
    const { give } = await setUp({ takeSheet: () => Promise.reject(failures.shift()) });
    await give();
    await screen.findByText(tagSheetFileText['old-format'].next);
    await give();
    const failure = { code: 'storage-failed', detail: null, retryAfterSeconds: null } as const;
    await screen.findByText(errorText(failure).sentence);
    expect(screen.queryByText(tagSheetFileText['old-format'].next)).toBeNull();
  });

  it('that is being read can be cancelled, and what comes of it then is not told', async () => {
    let come: (why: null) => void = () => {};
    let isEnded = () => false;
    const { give, user, calls } = await setUp({
      takeSheet: (_file, _of, onProgress, signal) => {
        onProgress({ done: 1, total: 3 });
        isEnded = () => signal.aborted;
        return new Promise((resolve) => (come = resolve));
      },
    });
    await give();
    const before = calls.length;
    await user.click(await screen.findByRole('button', { name: text.cancel }));
    expect(isEnded()).toBe(true);
    come(null);
    await screen.findByLabelText(text.choose);
    expect(screen.queryByText(text.kept(SHEET.name))).toBeNull();
    expect(calls).toHaveLength(before);
  });

  it('is no more that of a report that is closed', async () => {
    const { model } = await setUp({ listSheets: async () => [shownSheet()] });
    await screen.findByText(text.summary(1, 12));
    model.open.comparing.reset();
    expect(model.open.comparing.sheets.sheets.value).toEqual([]);
    expect(model.open.comparing.sheets.state.value.step).toBe('none');
  });
});

it('a tag sheet that is given as the ad server’s report is told apart', async () => {
  const titles = ['Placement', 'Tracker ID'].map((title, index) => ({ index, title }));
  const { user } = await setUp();
  cleanup();
  const { model } = reportsRoom({
    readFile: async () => ({ kind: 'columns', offer: { ...OFFER, titles, columns: {} } }),
  });
  render(<ReportsPlace model={model} id="r1" />);
  await model.open.choose('r1');
  await user.click(await screen.findByRole('tab', { name: reportsText.compare }));
  await user.upload(screen.getByLabelText(comparingText.choose), SHEET);
  await screen.findByText(text.isTagSheet.sentence);
  expect(screen.queryByText(comparingText.notRecognised)).toBeNull();
});
