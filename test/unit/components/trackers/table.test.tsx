// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ActDialog } from '@/components/trackers/acts/ActDialog';
import { createActs, type TableActions } from '@/components/trackers/acts/acts-model';
import { SelectionBar } from '@/components/trackers/acts/SelectionBar';
import { createTrackerTable } from '@/components/trackers/table/table-model';
import { TrackerTable } from '@/components/trackers/table/TrackerTable';
import { defineAdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { AppError, toFailure } from '@/lib/core/base/errors';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import type { TrackerOrder } from '@/lib/core/tracker/sort-trackers';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from './build';
import { tableActions } from './table-sample';

afterEach(cleanup);

const advertiser: Ref = { id: 700_101, name: 'Harbour Coffee' };
const ROWS = [1, 2, 3, 4].map((id): Tracker => ({
  ...tracker(id, `Number ${id}`),
  advertiserId: advertiser.id,
  state: id === 4 ? 'inactive' : 'active',
}));

function setUp(change: Partial<TableActions> = {}) {
  const shown = signal<readonly Tracker[]>(ROWS);
  const stores = {
    advertiser: signal<Ref | null>(advertiser),
    openFor: signal<string | null>('one'),
    trackers: signal<readonly Tracker[]>(ROWS),
    elsewhere: signal<readonly Tracker[]>([]),
    shown,
    order: signal<TrackerOrder | null>(null),
    choices: signal(DEFAULT_CHOICES),
    servers: signal(AD_SERVERS),
    canWrite: signal(true),
    fail: toFailure,
  };
  const actions = tableActions(change);
  const ways = { toSheet: vi.fn(), toVerification: vi.fn(), toRun: vi.fn() };
  const table = createTrackerTable(stores, actions);
  const model = createActs(table, stores, actions, ways);
  const acts = { onEdit: vi.fn(), onBuild: vi.fn(), onPassport: vi.fn(), onCopy: vi.fn() };
  function View() {
    return (
      <div class="pb-app">
        <SelectionBar model={model} />
        <TrackerTable
          model={table}
          rows={shown.value}
          saving={new Map()}
          openId={null}
          acts={{ ...acts, onSwitch: null }}
          handle={null}
          onKey={() => false}
        />
        <ActDialog model={model} />
        <p>{model.said.value?.text}</p>
      </div>
    );
  }
  render(<View />);
  const rows = () => screen.getAllByRole('row').slice(1);
  return { user: userEvent.setup(), model, stores, shown, ways, acts, rows };
}
const said = () => screen.getByRole('group', { name: 'What is selected' }).textContent ?? '';

describe('selecting in the table', () => {
  it('goes by Space, by Shift with the arrow keys, by Ctrl+A, and ends by Escape', async () => {
    const { user, rows, model } = setUp();
    act(() => rows()[0]?.focus());
    await user.keyboard(' ');
    expect(said()).toContain('1 selected');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(said()).toContain('3 selected');
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect([...model.table.selection.value.ids]).toEqual([1, 2]);
    await user.keyboard('{Control>}a{/Control}');
    expect(said()).toContain('4 selected');
    expect(
      rows().every(
        (row) => row.ariaSelected === 'true' || row.getAttribute('aria-selected') === 'true',
      ),
    ).toBe(true);
    await user.keyboard('{Escape}');
    expect(said()).toContain('None selected');
  });

  it('goes by the pointer: on the sign of a row, with Shift, with Ctrl; elsewhere it selects nothing', async () => {
    const { user, rows, model, acts } = setUp();
    const sign = (row: number) => rows()[row]?.querySelector('[data-choose]') ?? document.body;
    await user.click(sign(0));
    await user.keyboard('{Shift>}');
    await user.click(sign(2));
    await user.keyboard('{/Shift}');
    expect([...model.table.selection.value.ids]).toEqual([1, 2, 3]);
    await user.click(rows()[3]?.querySelector('.modified') ?? document.body);
    expect(model.table.selection.value.ids.size).toBe(3);
    await user.click(screen.getByRole('button', { name: 'Edit Number 4' }));
    expect(acts.onEdit).toHaveBeenCalledWith(4);
    expect(model.table.selection.value.ids.size).toBe(3);
  });

  it('leaves keys to what has them: Enter on a button is the button’s, in a row it opens it', async () => {
    const { user, rows, acts } = setUp();
    act(() => screen.getByRole('button', { name: 'Passport of Number 2' }).focus());
    await user.keyboard('{Enter}');
    expect(acts.onPassport).toHaveBeenCalledWith(2);
    expect(acts.onEdit).not.toHaveBeenCalled();
    act(() => rows()[1]?.focus());
    await user.keyboard('{Enter}');
    expect(acts.onEdit).toHaveBeenCalledWith(2);
    await user.keyboard('p');
    expect(acts.onPassport).toHaveBeenCalledTimes(2);
  });

  it('survives a search, which is said; what is gone is selected no more; another advertiser has nothing', () => {
    const { shown, stores, model } = setUp();
    act(() => model.table.selectAll());
    act(() => void (shown.value = ROWS.slice(0, 1)));
    expect(said()).toContain('4 selected, 3 not shown');
    act(() => void (stores.trackers.value = ROWS.slice(0, 2)));
    expect(said()).toContain('2 selected, 1 not shown');
    act(() => void (stores.advertiser.value = { id: 5, name: 'Other' }));
    expect(said()).toContain('None selected');
  });
});

describe('a hundred thousand trackers', () => {
  it('draw no more rows than ten thousand, and are all selected at once', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      ...tracker(index + 1, `Nº ${index}`),
      advertiserId: advertiser.id,
    }));
    const { shown, stores, rows, user } = setUp();
    act(() => {
      stores.trackers.value = many.slice(0, 10_000);
      shown.value = many.slice(0, 10_000);
    });
    const drawn = rows().length;
    act(() => {
      stores.trackers.value = many;
      shown.value = many;
    });
    expect(rows().length).toBe(drawn);
    expect(drawn).toBeLessThan(100);
    act(() => rows()[0]?.focus());
    await user.keyboard('{Control>}a{/Control}');
    expect(said()).toContain('100,000 selected');
    await user.click(screen.getByRole('button', { name: 'Deactivate…' }));
    expect(screen.getByRole('dialog').textContent).toContain(
      'At most 10,000 can be changed at once.',
    );
  });
});

describe('acting on many', () => {
  it('shows first what would change, sends that alone, and says what came of it', async () => {
    const startBulk = vi.fn(tableActions().startBulk);
    const { user, model } = setUp({ startBulk });
    act(() => model.table.selectAll());
    await user.click(screen.getByRole('button', { name: 'Deactivate…' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('3 trackers will be deactivated.');
    expect(dialog.textContent).toContain('1 tracker is inactive already: nothing is sent for it.');
    expect(startBulk).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: 'Deactivate 3' }));
    const [order] = startBulk.mock.calls[0] ?? [];
    expect(order?.rows.map(({ kind }) => kind)).toEqual(['change', 'change', 'change']);
    expect(order).toMatchObject({ act: 'deactivate', account: 'one' });
    expect(await screen.findByText('3 trackers deactivated.')).toBeDefined();
  });

  it('is about those shown, until a person says that the hidden ones are meant as well', async () => {
    const startBulk = vi.fn(tableActions().startBulk);
    const { user, model, shown } = setUp({ startBulk });
    act(() => model.table.selectAll());
    act(() => void (shown.value = ROWS.slice(0, 1)));
    await user.click(screen.getByRole('button', { name: 'Deactivate…' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('3 trackers of those selected are hidden');
    expect(dialog.textContent).toContain('1 tracker will be deactivated.');
    await user.click(within(dialog).getByRole('radio', { name: 'All 4' }));
    expect(dialog.textContent).toContain('3 trackers will be deactivated.');
  });

  it('names those that could not be changed, and what was not sent', async () => {
    const failure = toFailure(new AppError('not-found'));
    const { user, model } = setUp({
      startBulk: async () => ({
        id: 'r-1',
        changed: 1,
        failed: [{ name: 'Number 2', failure }],
        notSent: 1,
        failure: toFailure(new AppError('network')),
      }),
    });
    act(() => model.table.selectAll());
    await user.click(screen.getByRole('button', { name: 'Deactivate…' }));
    await user.click(screen.getByRole('button', { name: 'Deactivate 3' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('1 tracker was not sent.');
    expect(dialog.textContent).toContain('Number 2: This no longer exists in Monetize.');
  });

  it('copies a tag of each for the ad server that is chosen, and notes it', async () => {
    const copyText = vi.fn(tableActions().copyText);
    const noteCopied = vi.fn(tableActions().noteCopied);
    const { user, model } = setUp({ copyText, noteCopied });
    act(() => model.table.selectAll());
    await user.click(screen.getByRole('button', { name: 'Copy tags…' }));
    await user.selectOptions(screen.getByLabelText('Ad server'), 'gam');
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    const copied = copyText.mock.calls[0]?.[0] ?? '';
    expect(copied.match(/imptr\?id=\d/g)).toEqual(ROWS.map(({ id }) => `imptr?id=${id}`));
    expect(copied).toContain('%%CACHEBUSTER%%');
    expect(noteCopied).toHaveBeenCalledWith([1, 2, 3, 4], 'gam', null);
    expect(await screen.findByText(/Copied 4 tags\. 1 tracker is inactive/)).toBeDefined();
  });

  it.each([
    [
      'No ad server: no macros',
      'They have no cachebuster: choose the ad server to have its macro.',
    ],
    ['Plain', 'They have no cachebuster: this ad server’s macro for it is not known.'],
  ])('says that its tags have no cachebuster, and what helps: %s', async (name, sentence) => {
    const { user, model, stores } = setUp();
    stores.servers.value = [defineAdServer({ id: 'plain', name: 'Plain' })];
    act(() => model.table.selectAll());
    await user.click(screen.getByRole('button', { name: 'Copy tags…' }));
    await user.selectOptions(screen.getByLabelText('Ad server'), name);
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect((await screen.findByText(/^Copied 4 tags/)).textContent).toContain(
      `Copied 4 tags. ${sentence} 1 tracker is inactive`,
    );
  });

  it('leads to the tag sheet and to a verification that has a name, with those selected', async () => {
    const newVerification = vi.fn(async () => 'v-1');
    const { user, model, ways } = setUp({ newVerification });
    act(() => model.table.toggle(2));
    await user.click(screen.getByRole('button', { name: 'Tag sheet…' }));
    await user.click(screen.getByRole('button', { name: 'Open the tag sheet' }));
    expect(ways.toSheet).toHaveBeenCalledWith([2]);
    await user.click(screen.getByRole('button', { name: 'Verify…' }));
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(newVerification).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Name'), ' Spring{Enter}');
    expect(newVerification).toHaveBeenCalledExactlyOnceWith('Spring', [2]);
    expect(ways.toVerification).toHaveBeenCalledWith('v-1');
  });
});
