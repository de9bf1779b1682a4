// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { SheetActions } from '@/components/sheets/sheet-actions';
import { createSheetModel } from '@/components/sheets/sheet-model';
import { SheetApp } from '@/components/sheets/SheetApp';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { AppError } from '@/lib/core/base/errors';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { rowsOf } from '@/lib/core/table/raw-row';
import { openSheet } from '@/lib/core/tag-sheet/read/read-sheet';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { SheetOrder } from '@/lib/core/tag-sheet/sheet-table';
import { othersLeftText } from '@/lib/text/files';
import { sheetPageText as text } from '@/lib/text/sheets/page';

import { ADVERTISER, choices, tracker } from '../../core/tag-sheet/build';
import { type Around, GAM_URL, SHEET_ROWS, sheetActions, sheetStores } from './sheet-sample';

afterEach(cleanup);

function setUp(around: Partial<Around> = {}, changes: Partial<SheetActions> = {}) {
  const kept: unknown[] = [];
  const orders: SheetOrder[] = [];
  const take = async (order: SheetOrder) => {
    orders.push(order);
    return 'tags.xlsx';
  };
  const actions: SheetActions = {
    ...sheetActions(around.kept),
    writeDraft: async (_, draft) => void kept.push(draft),
    saveXlsx: take,
    saveCsv: take,
    ...changes,
  };
  const stores = { ...sheetStores(around), refresh: vi.fn(async () => {}) };
  const model = createSheetModel(actions, stores);
  render(<SheetApp model={model} />);
  return { model, stores, kept, orders, user: userEvent.setup() };
}

const started = async (...with_: Parameters<typeof setUp>) => {
  const set = setUp(...with_);
  await set.model.start();
  return set;
};
const sheetFile = () => new File(['x'], 'back.xlsx');

describe('the states of the page', () => {
  it('loads', () => {
    setUp();
    screen.getByText(text.loading);
  });

  it.each<[string, Partial<Around>, string]>([
    ['nobody is signed in', { signedIn: false }, text.signedOut],
    ['no advertiser is chosen', { advertiser: null }, text.noAdvertiser],
    ['there are no trackers', { trackers: [] }, text.noTrackers],
    ['nothing is chosen yet', {}, text.nothingChosen],
    ['some cannot be read', { unreadable: 2 }, text.unreadable(2)],
  ])('says what next where %s', async (_, start, sentence) => {
    await started(start);
    await screen.findByText(sentence);
  });

  it('says what failed', async () => {
    await started({}, { readDraft: () => Promise.reject(new AppError('storage-failed')) });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The browser could not keep the data.');
  });
});

describe('making a sheet', () => {
  it('shows what was chosen for the advertiser that was asked for last', async () => {
    const arrive = new Map<string, (kept: unknown) => void>();
    const readDraft = (key: string) => new Promise<unknown>((resolve) => arrive.set(key, resolve));
    const { model, stores } = setUp({}, { readDraft });
    const first = model.start();
    stores.advertiser.value = { id: 7, name: 'Next' };
    const second = model.start();
    const left = (campaign: string) => ({ view: 'make', choices: choices({ campaign }) });
    arrive.get('tag-sheet:7')?.(left('Of the next'));
    await second;
    arrive.get(`tag-sheet:${ADVERTISER.id}`)?.(left('Of the former'));
    await first;
    expect(model.choices.value.campaign).toBe('Of the next');
  });

  it('takes what was chosen, in the order of the list', async () => {
    const { user, orders, kept } = await started();
    await user.click(await screen.findByText('Harbour 531'));
    await user.click(screen.getByRole('checkbox', { name: 'Google Ad Manager' }));
    await user.type(screen.getByLabelText('Campaign'), 'Winter');
    screen.getByText('1 row');
    await user.click(screen.getByRole('button', { name: text.downloadXlsx }));
    await screen.findByText('Saved tags.xlsx.');
    expect(orders[0]).toMatchObject({
      trackers: [{ id: 531 }],
      servers: [{ id: 'gam' }],
      choices: { campaign: 'Winter', author: 'trafficker', withCost: false },
      today: '2026-11-24',
    });
    expect(kept.at(-1)).toMatchObject({ view: 'make', choices: { campaign: 'Winter' } });
  });

  it('comes back as it was left', async () => {
    const left = choices({ trackerIds: [532], adServerIds: ['gam', 'gone'], campaign: 'Spring' });
    await started({ kept: { view: 'make', choices: left } });
    await screen.findByText('1 row');
    screen.getByRole('option', { name: /Other/, selected: true });
    screen.getByText(`1 of ${AD_SERVERS.length} chosen`);
    expect(screen.getByLabelText<HTMLInputElement>('Campaign').value).toBe('Spring');
  });

  it('starts afresh where what was kept cannot be read', async () => {
    await started({ kept: { view: 'make', choices: { trackerIds: 'all' } } });
    await screen.findByText(text.nothingChosen);
  });

  it('does not make a sheet from a cost that is none', async () => {
    const { user } = await started({
      kept: { view: 'make', choices: choices({ trackerIds: [531], adServerIds: ['gam'] }) },
    });
    await user.click(await screen.findByRole('checkbox', { name: /Send the cost/ }));
    await user.type(screen.getByLabelText(/Cost per impression/), '2,50');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: text.downloadXlsx });
    expect(button.disabled).toBe(true);
    screen.getAllByText(/must be a plain number/);
  });

  it('says where a file could not be made', async () => {
    const { user } = await started(
      { kept: { view: 'make', choices: choices({ trackerIds: [531], adServerIds: ['gam'] }) } },
      { saveXlsx: () => Promise.reject(new Error('no room')) },
    );
    await user.click(await screen.findByRole('button', { name: text.downloadXlsx }));
    expect((await screen.findByRole('alert')).textContent).toContain('no room');
  });

  it('is chosen by keyboard', async () => {
    const { user, model } = await started();
    const list = await screen.findByRole('listbox', { name: text.trackers });
    list.focus();
    await user.keyboard('{ArrowDown} ');
    expect(model.choices.value.trackerIds).toEqual([532]);
    await user.keyboard('{Control>}a{/Control}');
    expect(model.choices.value.trackerIds.toSorted()).toEqual([531, 532]);
    await user.keyboard('{Home}{Enter}');
    expect(model.choices.value.trackerIds).toEqual([532]);
  });

  it('draws a few of ten thousand', async () => {
    const trackers = Array.from({ length: 10_000 }, (_, index) => tracker(index + 1));
    await started({ trackers });
    const list = await screen.findByRole('listbox', { name: text.trackers });
    expect(within(list).getAllByRole('option').length).toBeLessThan(40);
    screen.getByText('0 of 10,000 chosen');
  });
});

describe('checking a sheet', () => {
  it('lists rows with findings, and offers every row', async () => {
    const { user, model } = await started({ signedIn: false });
    await user.click(await screen.findByRole('tab', { name: text.check }));
    await model.checking.check(sheetFile());
    await screen.findByText(/2 rows: 1 pass, 0 warnings, 1 fail\./);
    const details = screen.getByRole('region', { name: 'Row 3' });
    within(details).getByText(/This is tracker 531, but 532 belongs here/);
    await user.click(screen.getByRole('radio', { name: /All rows/ }));
    await user.click(screen.getByText('Row 2'));
    within(screen.getByRole('region', { name: 'Row 2' })).getByText(text.nothingFound);
  });

  it('shows how far the reading is, and is cancelled at once', async () => {
    let signal: AbortSignal | undefined;
    let tell: ((progress: ReadProgress) => void) | undefined;
    const readFile: SheetActions['readFile'] = (_, onProgress, given) => {
      [signal, tell] = [given, onProgress];
      return new Promise((_, reject) =>
        given.addEventListener('abort', () => reject(given.reason)),
      );
    };
    const { user, model } = await started({}, { readFile });
    await user.click(await screen.findByRole('tab', { name: text.check }));
    const checking = model.checking.check(sheetFile());
    const bar = await screen.findByRole<HTMLProgressElement>('progressbar', {
      name: 'Reading back.xlsx…',
    });
    expect(bar.hasAttribute('value')).toBe(false);
    tell?.({ done: 1_500_000, total: 6_000_000 });
    await screen.findByText('25% of 6 MB');
    expect(bar.value / bar.max).toBe(0.25);
    await user.click(screen.getByRole('button', { name: text.cancel }));
    expect(signal?.aborted).toBe(true);
    await checking;
    tell?.({ done: 2_000_000, total: 6_000_000 });
    await screen.findByText(text.dropHere);
  });

  it.each(['read', 'checked', 'refused'])(
    'shows the file that was given last, where the one before is still being %s',
    async (what) => {
      const ofRows = (count: number) =>
        openSheet([
          {
            name: 'Tags',
            rows: rowsOf([
              ...SHEET_ROWS.slice(0, 1),
              ...Array.from({ length: count }, () => [531, 'Google Ad Manager', GAM_URL]),
            ]),
          },
        ]);
      let goOn = () => {};
      const held = new Promise<void>((resolve) => (goOn = resolve));
      let now = 0;
      // Each look at the clock is a frame later, so every row is a slice of its own.
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
      let isFirst = true;
      const { model } = await started(
        {},
        {
          readFile: async ({ name }) => {
            if (name === 'old.xlsx' && what !== 'checked') await held;
            if (name === 'old.xlsx' && what === 'refused') throw new SheetFileError('old-format');
            const sheet = ofRows(name === 'old.xlsx' ? 3 : 1);
            if (!sheet) throw new Error('no header');
            return sheet;
          },
          breathe: async () => {
            if (!isFirst) return;
            isFirst = false;
            if (what === 'checked') await held;
          },
        },
      );
      const old = model.checking.check(new File(['x'], 'old.xlsx'));
      await vi.waitFor(() =>
        expect(model.checking.state.value.step).toBe(what === 'checked' ? 'checking' : 'reading'),
      );
      await model.checking.check(new File(['x'], 'new.xlsx'));
      goOn();
      await old;
      clock.mockRestore();
      expect(model.checking.state.value).toMatchObject({ step: 'done', fileName: 'new.xlsx' });
      expect(model.checking.state.value).toHaveProperty('rows.length', 1);
    },
  );

  it('says what is wrong with a file, and takes another', async () => {
    const { user, model } = await started(
      {},
      { readFile: () => Promise.reject(new SheetFileError('old-format')) },
    );
    await user.click(await screen.findByRole('tab', { name: text.check }));
    await model.checking.check(sheetFile());
    expect((await screen.findByRole('alert')).textContent).toContain('old Excel file');
    screen.getByText(text.dropHere);
  });

  it('of several files that are dropped takes the first, and says that others were left', async () => {
    const { user } = await started(
      {},
      { readFile: () => Promise.reject(new SheetFileError('old-format')) },
    );
    await user.click(await screen.findByRole('tab', { name: text.check }));
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files: [sheetFile(), sheetFile()] } });
    (await screen.findByText(text.dropHere)).dispatchEvent(event);
    await screen.findByText(othersLeftText(1));
    expect((await screen.findByRole('alert')).textContent).toContain('back.xlsx: ');
  });

  it('stops when it is asked to, and shows what it has', async () => {
    const rows = Array.from({ length: 40 }, () => [531, 'Google Ad Manager', GAM_URL]);
    const sheet = openSheet([{ name: 'Tags', rows: rowsOf([...SHEET_ROWS.slice(0, 1), ...rows]) }]);
    if (!sheet) throw new Error('no header');
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    // Each look at the clock is a frame later, so every row is a slice of its own.
    clock.mockImplementation(() => (now += 20));
    const { model, user } = await started(
      {},
      {
        readFile: async () => sheet,
        breathe: async () => {
          if (model.checking.state.value.step === 'checking') model.checking.stop();
        },
      },
    );
    await user.click(await screen.findByRole('tab', { name: text.check }));
    await model.checking.check(sheetFile());
    clock.mockRestore();
    expect(model.checking.state.value).toMatchObject({ step: 'done', stopped: true });
    await screen.findByText(/1 row: 1 pass/);
    screen.getByText(new RegExp(text.stopped));
  });

  it('says of a sheet without a tag of ours neither pass nor fail', async () => {
    const rows = rowsOf([
      ['Site', 'Impression URL'],
      ['news', 'https://px.example/other?id=1'],
    ]);
    const sheet = openSheet([{ name: 'Tags', rows }]);
    if (!sheet) throw new Error('no header');
    const { model, user } = await started({}, { readFile: async () => sheet });
    await user.click(await screen.findByRole('tab', { name: text.check }));
    await model.checking.check(sheetFile());
    const said = await screen.findByText(/1 row: 0 pass, .* 1 without a tag of ours/);
    expect(said.closest('.pb-notice')?.className).toContain('info');
  });
});
