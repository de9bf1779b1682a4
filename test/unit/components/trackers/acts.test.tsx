// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ActDialog } from '@/components/trackers/acts/ActDialog';
import { createActs, type TableActions } from '@/components/trackers/acts/acts-model';
import type { BulkEnd } from '@/components/trackers/acts/bulk-starter';
import { createTrackerTable } from '@/components/trackers/table/table-model';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { AppError, toFailure } from '@/lib/core/base/errors';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import type { TrackerOrder } from '@/lib/core/tracker/sort-trackers';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from './build';
import { tableActions } from './table-sample';

afterEach(cleanup);

const advertiser: Ref = { id: 700_101, name: 'Harbour Coffee' };
const active = (id: number, part: Partial<Tracker> = {}): Tracker => ({
  ...tracker(id, `Number ${id}`),
  advertiserId: advertiser.id,
  state: 'active',
  ...part,
});
const ROWS = [1, 2, 3].map((id) => active(id));

function setUp(change: Partial<TableActions> = {}, rows: readonly Tracker[] = ROWS) {
  const stores = {
    advertiser: signal<Ref | null>(advertiser),
    openFor: signal<string | null>('one'),
    trackers: signal(rows),
    elsewhere: signal<readonly Tracker[]>([]),
    shown: signal(rows),
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
  const isHere = signal(true);
  function View() {
    return (
      <div>
        {isHere.value && <ActDialog model={model} />}
        <p data-testid="said">{model.said.value?.text}</p>
      </div>
    );
  }
  render(<View />);
  act(() => table.selectAll());
  return { user: userEvent.setup(), model, stores, ways, isHere };
}

const dialog = () => screen.getByRole('dialog');
const button = (name: string | RegExp) => within(dialog()).getByRole('button', { name });
const said = () => screen.getByTestId('said').textContent;

/** A change that goes on until it is told otherwise. */
function slow() {
  const ends = Promise.withResolvers<BulkEnd | null>();
  const told: Parameters<TableActions['startBulk']>[1][] = [];
  const startBulk = vi.fn<TableActions['startBulk']>((_, parts) => {
    told.push(parts);
    return ends.promise;
  });
  const move = (done: number, waits: Parameters<(typeof told)[0]['onRun']>[0]['waits'] = null) =>
    act(() => told.at(-1)?.onRun({ id: 'r-7', done, waits }));
  return { startBulk, ends, told, move };
}
const DONE: BulkEnd = { id: 'r-7', changed: 3, failed: [], notSent: 0, failure: null };

describe('a change of many that has to wait', () => {
  it('says what for, and leads to its run, which goes on by itself', async () => {
    const { startBulk, move, told } = slow();
    const { user, model, ways } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    // It is turned off in reach: it keeps the focus.
    expect(button('See the run').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('See the run'));
    expect(ways.toRun).not.toHaveBeenCalled();
    move(1, { failure: toFailure(new AppError('session-expired')) });
    expect(dialog().textContent).toContain('1 of 3 done');
    expect(dialog().textContent).toContain('It waits.');
    await user.click(button('See the run'));
    expect(ways.toRun).toHaveBeenCalledExactlyOnceWith('r-7');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect([told[0]?.left.aborted, told[0]?.signal.aborted]).toEqual([true, false]);
  });

  it('is there again after the page has shown the sign-in meanwhile, and says what came of it', async () => {
    const { startBulk, move, ends } = slow();
    const { user, model, isHere } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    move(2, { failure: toFailure(new AppError('session-expired')) });
    act(() => void (isHere.value = false));
    act(() => void (isHere.value = true));
    expect(dialog().textContent).toContain('2 of 3 done');
    expect(startBulk).toHaveBeenCalledOnce();
    await act(async () => ends.resolve(DONE));
    await waitFor(() => expect(said()).toBe('3 trackers deactivated.'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('and cannot be ended, or read, is not said to be over: its run is led to', async () => {
    const { startBulk, move, ends } = slow();
    const { user, model, ways } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    move(1);
    await user.click(button('Stop'));
    await act(async () => ends.reject(new AppError('storage-failed')));
    expect(dialog().textContent).toContain('The browser could not keep the data.');
    expect(dialog().textContent).toContain('The run is not over by this');
    await user.click(button('See the run'));
    expect(ways.toRun).toHaveBeenCalledExactlyOnceWith('r-7');
  });

  it('that never began leads to no run', async () => {
    const startBulk = () => Promise.reject(new AppError('storage-failed'));
    const { user, model } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    expect(dialog().textContent).not.toContain('The run is not over');
    expect(screen.queryByRole('button', { name: 'See the run' })).toBeNull();
  });

  it.each(['network', 'service-down', 'rate-limited', 'session-expired'] as const)(
    'for %s asks nobody to try what goes on by itself',
    async (code) => {
      const { startBulk, move } = slow();
      const { user, model } = setUp({ startBulk });
      act(() => model.open('deactivate'));
      await user.click(button('Deactivate 3'));
      move(1, { failure: toFailure(new AppError(code)) });
      expect(dialog().textContent).toContain('goes on by itself');
      expect(dialog().textContent).not.toMatch(/try again/i);
    },
  );

  it('of another that is in the way leads to the runs', async () => {
    const { user, model } = setUp({ startBulk: () => Promise.reject(new AppError('run-going')) });
    act(() => model.open('activate'));
    act(() => model.close());
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    const link = within(dialog()).getByRole('link', { name: 'See the runs' });
    expect(link.getAttribute('href')).toBe('#/trackers/runs');
  });
});

describe('what came of a change of many', () => {
  it('is not said to be nothing where it is not known', async () => {
    const { user, model } = setUp({ startBulk: async () => null });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    expect(dialog().textContent).toContain('what came of it is not known');
    expect(dialog().textContent).not.toContain('0 trackers');
  });

  it('is of that change alone: it closes no other act', async () => {
    const { startBulk, ends } = slow();
    const { user, model, stores } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    act(() => void (stores.openFor.value = 'another'));
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => model.table.selectAll());
    act(() => model.open('export'));
    await act(async () => ends.resolve(DONE));
    expect(dialog().textContent).toContain('Export trackers');
    expect(said()).toBe('');
  });

  it('says nothing of those that are hidden as they are changed: nothing moves meanwhile', async () => {
    const { startBulk, move } = slow();
    const { user, model, stores } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    // The list shows active ones alone.
    act(() => void (stores.shown.value = ROWS.slice(2)));
    move(2);
    expect(dialog().textContent).not.toContain('hidden');
    expect(dialog().textContent).toContain('2 of 3 done');
  });
});

describe('pressed in a hurry', () => {
  it('twice, is begun once; what follows first is not its end', async () => {
    const { startBulk, told } = slow();
    const { user, model } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    const press = button('Deactivate 3');
    act(() => {
      press.click();
      press.click();
    });
    expect(startBulk).toHaveBeenCalledOnce();
    const [first] = within(dialog()).getAllByRole('button');
    await user.click(first ?? document.body);
    expect(told[0]?.signal.aborted).toBe(false);
  });

  it('keeps the focus in the question, from the first press to what came of it', async () => {
    const { startBulk, move, ends } = slow();
    const { user, model } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 3'));
    expect(document.activeElement).toBe(button('See the run'));
    move(1);
    expect(document.activeElement).toBe(button('See the run'));
    await act(async () => ends.resolve({ ...DONE, changed: 1, notSent: 2 }));
    expect(document.activeElement).toBe(button('See the run'));
  });

  it('a file that is written after Cancel closes no other act', async () => {
    const written = Promise.withResolvers<string>();
    const saveXlsx = vi.fn(() => written.promise);
    const { user, model } = setUp({ saveXlsx });
    act(() => model.open('export'));
    await user.dblClick(button('Save as Excel'));
    expect(saveXlsx).toHaveBeenCalledOnce();
    await user.click(button('Cancel'));
    act(() => model.open('deactivate'));
    await act(async () => written.resolve('trackers.xlsx'));
    expect(dialog().textContent).toContain('3 trackers will be deactivated.');
  });

  it('a verification that comes after Cancel leads nowhere', async () => {
    const made = Promise.withResolvers<string>();
    const { user, model, ways } = setUp({ newVerification: () => made.promise });
    act(() => model.open('verify'));
    await user.type(within(dialog()).getByLabelText('Name'), 'Spring');
    await user.click(button('Create'));
    await user.click(button('Cancel'));
    await act(async () => made.resolve('v-1'));
    expect(ways.toVerification).not.toHaveBeenCalled();
  });

  it('Back from the page leaves no question behind', () => {
    const { model, isHere } = setUp();
    act(() => model.open('deactivate'));
    act(() => void (isHere.value = false));
    act(() => void (isHere.value = true));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('whose the selected are', () => {
  it('another person of the same advertiser has nothing selected, and nothing is asked of them', () => {
    const { model, stores } = setUp();
    act(() => model.open('deactivate'));
    act(() => void (stores.openFor.value = 'another'));
    expect(model.table.counts.value.count).toBe(0);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of another advertiser are left out of states, and said', async () => {
    const { startBulk } = slow();
    const others = [active(8, { advertiserId: 5 }), active(9, { advertiserId: 5 })];
    const { user, model } = setUp({ startBulk }, [...ROWS, ...others]);
    act(() => model.open('deactivate'));
    expect(dialog().textContent).toContain('2 trackers of another advertiser are left out');
    await user.click(button('Deactivate 3'));
    expect(startBulk.mock.calls[0]?.[0].rows.map(({ tracker: of }) => of?.id)).toEqual([1, 2, 3]);
  });

  it('that are deleted while it is asked are not sent', async () => {
    const { startBulk } = slow();
    const { user, model, stores } = setUp({ startBulk });
    act(() => model.open('deactivate'));
    act(() => {
      stores.trackers.value = ROWS.slice(1);
      stores.shown.value = ROWS.slice(1);
    });
    await user.click(button('Deactivate 2'));
    expect(startBulk.mock.calls[0]?.[0].rows).toHaveLength(2);
  });

  it('that are all deleted are nothing to copy, to save, or to verify', () => {
    const { model, stores } = setUp();
    for (const [which, name] of [
      ['tags', 'Copy as text'],
      ['export', 'Save as Excel'],
      ['deactivate', /^Deactivate/],
    ] as const) {
      act(() => model.open(which));
      act(() => {
        stores.trackers.value = [];
        stores.shown.value = [];
      });
      expect(button(name)).toHaveProperty('disabled', true);
      act(() => model.close());
    }
  });
});

describe('more than are changed at once', () => {
  it('are those that would be changed: others beside them are in nobody’s way', async () => {
    const { startBulk } = slow();
    const many = Array.from({ length: 12_000 }, (_, at) => active(at + 1, { state: 'inactive' }));
    const { user, model } = setUp({ startBulk }, [...many, active(90_000)]);
    act(() => model.open('deactivate'));
    await user.click(button('Deactivate 1'));
    expect(startBulk.mock.calls[0]?.[0].rows).toHaveLength(1);
  });

  it('a verification says how many it expects at most', async () => {
    const newVerification = vi.fn(async () => 'v');
    const many = Array.from({ length: 50_001 }, (_, at) => active(at + 1));
    const { user, model } = setUp({ newVerification }, many);
    act(() => model.open('verify'));
    await user.type(within(dialog()).getByLabelText('Name'), 'All{Enter}');
    expect(dialog().textContent).toContain('A verification expects at most 50,000 trackers.');
    expect(newVerification).not.toHaveBeenCalled();
  });
});
