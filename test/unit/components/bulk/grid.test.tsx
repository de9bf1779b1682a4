// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { BulkPlace } from '@/components/bulk/BulkPlace';
import { AppError } from '@/lib/core/base/errors';
import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import { errorText } from '@/lib/text/errors';
import { bulkText as text } from '@/lib/text/trackers/bulk';

import { CITY, HOME, SPORT, SPRING, TIDE, tracker } from '../../core/tracker-sheet/build';
import { bulkRoom } from './bulk-sample';

afterEach(cleanup);

async function setUp(...room: Parameters<typeof bulkRoom>) {
  const made = bulkRoom(...room);
  await made.model.enter();
  const onBegun = vi.fn<(id: string) => void>();
  render(<BulkPlace model={made.model} onBegun={onBegun} />);
  const user = userEvent.setup();
  const pick = async (label: string, name: string) => {
    await user.click(screen.getByRole('combobox', { name: label }));
    await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
  };
  const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
  return { ...made, onBegun, user, pick, press };
}

describe('a grid', () => {
  it('says how many trackers it makes, and what they are called, before anything is sent', async () => {
    const { calls, pick, press } = await setUp();
    screen.getByText(text.makes(0));
    await pick(text.addLineItem, SPRING.name);
    await pick(text.addPublisher, TIDE.name);
    screen.getByText('Spring burst – Tidewater News');
    await press(text.allOf('placements'));
    await screen.findByText('Spring burst – Tidewater News Home 300x250');
    screen.getByText('2 trackers');
    expect(calls.filter((call) => Array.isArray(call))).toEqual([]);
  });

  it('is checked, and begun with the first three', async () => {
    const { calls, model, onBegun, pick, press } = await setUp();
    await pick(text.addLineItem, SPRING.name);
    await pick(text.addLineItem, 'Autumn');
    await pick(text.addPublisher, TIDE.name);
    await press(text.allOf('placements'));
    await press('Check 4 trackers');
    await screen.findByText('4 rows: 4 to create.');
    await press('Create the first 3');
    await vi.waitFor(() => expect(onBegun).toHaveBeenCalledWith('run-1'));
    expect(calls.at(-1)).toMatchObject([
      'start',
      { holdAt: 3, undoes: null, file: '', rows: [{}, {}, {}, {}] },
    ]);
    // The next visit begins anew.
    expect(model.grid.grid.value.lineItems).toEqual([]);
  });

  it('is kept as it is made', async () => {
    const { model, pick } = await setUp();
    await pick(text.addLineItem, SPRING.name);
    model.start();
    await model.enter();
    await screen.findByRole('button', { name: text.remove(SPRING.name) });
  });

  it('has what is taken out no more', async () => {
    const { model, press } = await setUp();
    model.grid.addLineItem(SPRING);
    model.grid.addPublisher(TIDE);
    model.grid.addPublisher(CITY);
    model.grid.addPlacement(TIDE.id, HOME);
    model.grid.addPlacement(TIDE.id, SPORT);
    await screen.findByText('3 trackers');
    const tide = within(screen.getByRole('region', { name: TIDE.name }));
    await userEvent.click(tide.getByRole('button', { name: text.remove(HOME.name) }));
    await screen.findByText('2 trackers');
    await press(text.remove(CITY.name));
    await screen.findByText('1 tracker');
  });

  it.each([
    ['a slot that is none', '{site}', /\{site\} is nothing/],
    ['an open brace', '{line item', /does not close/],
    ['nothing', ' ', /Write how the trackers are to be called/],
  ])('is not checked with a pattern of %s', async (_, pattern, problem) => {
    const { model } = await setUp();
    model.grid.addLineItem(SPRING);
    model.grid.addPublisher(TIDE);
    model.grid.change({ pattern });
    await screen.findByText(problem);
    expect(screen.getByRole('button', { name: /^Check/ })).toHaveProperty('disabled', true);
  });

  it('is not checked where it is larger than can be made at once', async () => {
    const { model } = await setUp();
    const many = Array.from({ length: MAX_TRACKER_ROWS + 1 }, (_, at) => ({
      id: at + 1,
      name: `L${at}`,
    }));
    model.grid.change({ lineItems: many });
    model.grid.addPublisher(TIDE);
    await screen.findByText(/These are 10,001 trackers/);
    expect(screen.getByRole('button', { name: /^Check/ })).toHaveProperty('disabled', true);
  });

  it('says that a list has more than it could add', async () => {
    const { pick, press } = await setUp(
      [],
      {},
      {
        listObjects: async () => ({ objects: [HOME], isWhole: false }),
      },
    );
    await pick(text.addPublisher, TIDE.name);
    await press(text.allOf('placements'));
    await screen.findByText(text.listCut(1));
  });

  it('says why a list could not be read, and is as it was', async () => {
    const { pick, press } = await setUp(
      [],
      {},
      {
        listObjects: () => Promise.reject(new AppError('network')),
      },
    );
    await pick(text.addPublisher, TIDE.name);
    await press(text.allOf('placements'));
    const failure = { code: 'network', detail: null, retryAfterSeconds: null } as const;
    await screen.findByText(errorText(failure).sentence);
  });

  it('whose names are there already changes nothing', async () => {
    const there = tracker(531, { name: 'Spring burst – Tidewater News' });
    const { model } = await setUp([there]);
    model.grid.addLineItem(SPRING);
    model.grid.addPublisher(TIDE);
    await model.checkGrid();
    await screen.findByText('1 row: 1 unchanged.');
    screen.getByText(text.nothingToDo);
  });
});
