// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { BulkActions } from '@/components/bulk/bulk-actions';
import type { BulkStores } from '@/components/bulk/bulk-model';
import { BulkPlace } from '@/components/bulk/BulkPlace';
import { AppError } from '@/lib/core/base/errors';
import { errorText } from '@/lib/text/errors';
import { bulkText as text, trackerFileText } from '@/lib/text/trackers/bulk';

import { tracker } from '../../core/tracker-sheet/build';
import { bulkRoom, pasted } from './bulk-sample';

afterEach(cleanup);

const THERE = [
  tracker(531, { name: 'Home, autumn' }),
  tracker(533, { name: 'Twice' }),
  tracker(534, { name: 'Twice' }),
];
const TITLES = ['ID', 'Name', 'Line item', 'Publisher', 'State'];
const MIXED = [
  TITLES,
  ['', 'New one', 'Spring burst', 'Tidewater News', ''],
  ['531', 'Home, winter', '', '', ''],
  ['', 'Twice', '', '', 'inactive'],
  ['', 'Wrong', 'Sprng', 'Tidewater News', ''],
  ['', 'Wrong, too', 'Sprng', 'Tidewater News', 'on'],
];

async function setUp(
  rows: readonly (readonly string[])[] = MIXED,
  stores: Partial<BulkStores> = {},
  changes: Partial<BulkActions> = {},
) {
  const made = bulkRoom(THERE, stores, changes);
  await made.model.enter();
  const onBegun = vi.fn<(id: string) => void>();
  render(<BulkPlace model={made.model} onBegun={onBegun} />);
  await made.model.take('plan.csv', pasted(rows));
  return { ...made, onBegun, user: userEvent.setup() };
}

const row = (name: string | RegExp) => screen.findByRole('button', { name });
const details = () => within(screen.getByRole('region', { name: text.details }));

describe('a sheet', () => {
  it('is pasted, and what will be done is counted before anything is sent', async () => {
    const { model, calls } = bulkRoom(THERE);
    await model.enter();
    model.intake.value = 'sheet';
    render(<BulkPlace model={model} onBegun={() => {}} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('textbox', { name: text.paste }));
    await user.paste(MIXED.map((cells) => cells.join('\t')).join('\n'));
    await user.click(screen.getByRole('button', { name: text.readPasted }));
    await screen.findByText('5 rows: 1 to create, 1 to change, 1 conflict, 2 with errors.');
    expect(calls.filter((call) => Array.isArray(call))).toEqual([]);
  });

  it('tells with a word what becomes of a row, and what a change is from', async () => {
    const { user } = await setUp();
    await user.click(await screen.findByRole('radio', { name: 'Changed (1)' }));
    await user.click(await row('Row 3, Home, winter'));
    const shown = details();
    shown.getByText('Changed');
    expect(shown.getByText('Home, autumn').tagName).toBe('DEL');
    expect(shown.getByText('Home, winter', { selector: 'ins' })).toBeTruthy();
  });

  it('shows only what is to be mended at first, and all errors of a row at their cells', async () => {
    const { user } = await setUp();
    expect(await screen.findAllByRole('button', { name: /^Row \d/ })).toHaveLength(3);
    await user.click(await row('Row 6, Wrong, too'));
    const shown = details();
    shown.getByText(/Line item, Cell C6/);
    shown.getByText('There is no line item “Sprng” here.');
    shown.getByText(/State, Cell E6/);
    shown.getByText('“on” is no state.');
  });

  it('is mended in every row that says the same, at once; the file stays', async () => {
    const { user } = await setUp();
    const [field] = await screen.findAllByRole('textbox', { name: 'Line item' });
    if (!field) throw new Error('no field');
    await user.clear(field);
    await user.type(field, 'Spring burst');
    await user.click(screen.getByRole('button', { name: text.writeInAll(2) }));
    await screen.findByText('5 rows: 2 to create, 1 to change, 1 conflict, 1 with errors.');
    screen.getByText(new RegExp(text.mended(2)));
    await user.click(screen.getByRole('button', { name: text.unmend }));
    await screen.findByText('5 rows: 1 to create, 1 to change, 1 conflict, 2 with errors.');
  });

  it('takes the candidate that is said to be meant', async () => {
    const { user } = await setUp();
    const [take] = await screen.findAllByRole('button', { name: text.meant('Twice (534)') });
    if (!take) throw new Error('no candidate');
    await user.click(take);
    await screen.findByText('5 rows: 1 to create, 2 to change, 2 with errors.');
  });

  it('is there after the page was closed, with what was mended', async () => {
    const { model } = await setUp();
    await model.dryRun.write([5, 6], 'lineItem', 'Autumn');
    model.start();
    await model.enter();
    await screen.findByText('5 rows: 2 to create, 1 to change, 1 conflict, 1 with errors.');
  });

  it('that was left is gone on with, with what was mended', async () => {
    const { model, user } = await setUp();
    await model.dryRun.write([5, 6], 'lineItem', 'Autumn');
    await user.click(screen.getByRole('button', { name: text.otherSheet }));
    screen.getByText(text.leftSheet('plan.csv'), { exact: false });
    await user.click(screen.getByRole('button', { name: text.goOnWith }));
    await screen.findByText('5 rows: 2 to create, 1 to change, 1 conflict, 1 with errors.');
  });

  it('that is being typed is there again, and was not checked', async () => {
    const { model } = bulkRoom(THERE);
    await model.enter();
    model.intake.value = 'sheet';
    render(<BulkPlace model={model} onBegun={() => {}} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('textbox', { name: text.paste }));
    await user.paste('Name\tCode');
    model.start();
    await model.enter();
    const field = await screen.findByRole('textbox', { name: text.paste });
    expect(field).toHaveProperty('value', 'Name\tCode');
    expect(model.checking.value).toBeNull();
  });

  it('shows the rows of one group', async () => {
    const { user } = await setUp();
    await user.click(screen.getByRole('button', { name: 'Show 2 rows' }));
    expect(await screen.findAllByRole('button', { name: /^Row \d/ })).toHaveLength(2);
    details().getByRole('heading', { name: /Row 5/ });
  });

  it('is begun without what is wrong, which is said', async () => {
    const { user, onBegun, calls } = await setUp();
    screen.getByText(text.left(3));
    await user.click(screen.getByRole('button', { name: 'Create 1 and change 1' }));
    await vi.waitFor(() => expect(onBegun).toHaveBeenCalledWith('run-1'));
    expect(calls.at(-1)).toMatchObject(['start', { file: 'plan.csv', holdAt: null }]);
  });

  it('that could not be begun is still there', async () => {
    const { user, onBegun } = await setUp(
      MIXED,
      {},
      {
        start: () => Promise.reject(new AppError('network')),
      },
    );
    await user.click(screen.getByRole('button', { name: 'Create 1 and change 1' }));
    const failure = { code: 'network', detail: null, retryAfterSeconds: null } as const;
    await screen.findByText(errorText(failure).sentence);
    expect(onBegun).not.toHaveBeenCalled();
    screen.getByText('plan.csv');
  });

  it.each([
    ['who may only read', { canWrite: signal(false) }, text.readOnly],
    ['a member without trackers', { canCreate: signal(false) }, text.noCreate],
  ])('is looked at, and not begun, by %s', async (_, stores, said) => {
    await setUp(MIXED, stores);
    screen.getByText(said);
    const begin = screen.getByRole('button', { name: 'Create 1 and change 1' });
    expect(begin).toHaveProperty('disabled', true);
  });

  it('whose columns are not known is read with those that a person chooses, and so are others like it', async () => {
    const plan = [
      ['Call it', 'Belongs to', 'Runs on'],
      ['New one', 'Spring burst', 'Tidewater News'],
    ];
    const { model, user } = await setUp(plan);
    await screen.findByText(new RegExp(trackerFileText('no-header').sentence));
    await user.selectOptions(screen.getByLabelText('Name'), 'Call it (A)');
    await user.selectOptions(await screen.findByLabelText('Line item'), 'Belongs to (B)');
    await user.selectOptions(await screen.findByLabelText('Publisher'), 'Runs on (C)');
    await screen.findByText('1 row: 1 to create.');
    model.back();
    await model.take('again.csv', pasted(plan));
    await screen.findByText('1 row: 1 to create.');
  });

  it('that could not be checked says why, and is checked again', async () => {
    let isDown = true;
    const { actions } = bulkRoom(THERE);
    const { user } = await setUp(
      MIXED,
      {},
      {
        check: (...asked) =>
          isDown ? Promise.reject(new AppError('service-down')) : actions.check(...asked),
      },
    );
    const failure = { code: 'service-down', detail: null, retryAfterSeconds: null } as const;
    await screen.findByText(errorText(failure).sentence);
    isDown = false;
    await user.click(screen.getByRole('button', { name: text.tryAgain }));
    await screen.findByText('5 rows: 1 to create, 1 to change, 1 conflict, 2 with errors.');
  });

  it('says that some trackers are not known', async () => {
    await setUp(MIXED, { unread: signal(2) });
    screen.getByText(text.unread(2));
  });
});

it.each([
  ['nobody is signed in', { phase: signal<'signed-out'>('signed-out') }, text.signedOut],
  ['no advertiser is chosen', { advertiser: signal(null) }, text.noAdvertiser],
])('where %s it says what to do', async (_, stores, said) => {
  const { model } = bulkRoom([], stores);
  await model.enter();
  render(<BulkPlace model={model} onBegun={() => {}} />);
  screen.getByText(said);
  screen.getByRole('link', { name: text.toTrackers });
});
