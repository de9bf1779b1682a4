// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { draftOf, emptyDraft } from '@/lib/core/tracker/draft';
import type { FoundObject } from '@/lib/core/tracker/found-object';
import type { SameFound } from '@/lib/core/tracker/same-found';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { relationText, remarkText, sameNotWhole } from '@/lib/text/trackers/form-remarks';
import { formText } from '@/lib/text/trackers/tracker-form';

import { popupActions, tracker } from './build';

afterEach(cleanup);

const PAPER = { id: 3, name: 'Tidewater News' };
const FULL: Tracker = {
  ...tracker(1, 'One'),
  lineItem: { id: 5, name: 'Line' },
  placement: { id: 7, name: 'Home 300x250' },
  paymentRule: { id: 8, name: 'Base' },
};
const FOUND: readonly FoundObject[] = [
  { id: 50, name: 'Autumn', code: 'AUT', state: 'active' },
  { id: 51, name: 'Winter', code: 'WIN', state: 'inactive' },
];

async function openForm(change: Partial<TrackerActions> = {}, trackerId: number | null = 1) {
  const save = vi.fn<TrackerActions['save']>(async ({ changes }) => ({
    ...FULL,
    name: changes.name ?? FULL.name,
  }));
  const noteChosen = vi.fn<TrackerActions['noteChosen']>(async () => null);
  const actions = popupActions({
    findTracker: async () => FULL,
    searchObjects: async () => FOUND,
    save,
    noteChosen,
    ...change,
  });
  const model = createTrackersModel(actions);
  await model.start();
  model.go({ view: 'form', trackerId });
  render(<OpenTracker model={model} />);
  await screen.findByLabelText(/^Name/);
  return { model, save, noteChosen };
}
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('combobox', { name });
const pick = async (field: RegExp, option: RegExp) => {
  await userEvent.click(box(field));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('what is chosen', () => {
  it('is offered by name, id, code and state, and shows them below', async () => {
    const { noteChosen } = await openForm();
    await userEvent.click(box(/^Line item/));
    await screen.findByRole('option', { name: /Autumn.*50 · AUT/ });
    await userEvent.click(screen.getByRole('option', { name: /Winter.*51 · WIN · Inactive/ }));
    screen.getByText('id 51 · WIN · Inactive');
    expect(noteChosen).toHaveBeenCalledWith({ kind: 'line-item', advertiserId: 700_101 }, 51);
  });

  it('and is inactive is warned of, before it is saved, and only then', async () => {
    const { save } = await openForm();
    const sentence = remarkText({
      kind: 'inactive',
      field: 'lineItem',
      object: { id: 51, name: 'Winter' },
    });
    await pick(/^Line item/, /Winter/);
    await screen.findByText(sentence);
    await pick(/^Line item/, /Autumn/);
    expect(screen.queryByText(sentence)).toBeNull();
    await pick(/^Line item/, /Winter/);
    await press('Save');
    expect(save.mock.lastCall?.[0].changes).toEqual({ lineItemId: 51 });
  });

  it('of another publisher is told, with whose it is', async () => {
    const owner = { id: 99, name: 'Calder Valley Weather' };
    const searchObjects = async () => [{ id: 70, name: 'News', owner }];
    await openForm({ searchObjects });
    await userEvent.click(box(/^Placement/));
    await userEvent.click(await screen.findByRole('option', { name: /of Calder Valley Weather/ }));
    screen.getByText('Belongs to Calder Valley Weather · id 70');
    screen.getByText(/belongs to publisher Calder Valley Weather, not to the chosen one/);
  });

  it('nothing is said of a state or an owner that the service did not tell', async () => {
    await openForm({ searchObjects: async () => [{ id: 70, name: 'News' }] });
    await pick(/^Placement/, /News/);
    screen.getByText('id 70');
    expect(screen.queryByRole('group', { name: 'Before you save' })).toBeNull();
  });

  it('is still known as inactive once the form is opened again', async () => {
    const lineItem = { id: 51, name: 'Winter', state: 'inactive' as const };
    await openForm({ readDraft: async () => ({ draft: { ...draftOf(FULL), lineItem } }) });
    await screen.findByText(remarkText({ kind: 'inactive', field: 'lineItem', object: lineItem }));
  });
});

describe('clearing', () => {
  it.each([
    ['placement', 'Placement', { placementId: null }],
    ['payment rule', 'Payment rule', { paymentRuleId: null }],
  ])('a %s is one press, and is sent as that', async (what, label, changes) => {
    const { save } = await openForm();
    await press(`Clear ${what}`);
    expect(box(new RegExp(`^${label}`)).value).toBe('');
    expect(document.activeElement).toBe(box(new RegExp(`^${label}`)));
    await press('Save');
    expect(save.mock.lastCall?.[0].changes).toEqual(changes);
  });

  it.each([
    ['cleared', () => press('Clear publisher')],
    ['another one', () => pick(/^Publisher/, /Autumn/)],
  ])('a publisher (%s) takes off what belongs to it, and says so', async (_, act) => {
    await openForm();
    await act();
    expect([box(/^Placement/).value, box(/^Payment rule/).value]).toEqual(['', '']);
    for (const name of ['Home 300x250', 'Base']) {
      const sentence = relationText.takenOff(name, PAPER.name);
      expect(screen.getAllByText(sentence, { exact: false }).length).toBeGreaterThan(0);
    }
  });

  it('a publisher without either says nothing', async () => {
    await openForm({ findTracker: async () => ({ ...FULL, placement: null, paymentRule: null }) });
    await press('Clear publisher');
    expect(screen.queryByText(/was taken off/)).toBeNull();
  });

  it('what is required is asked for again, and nothing is sent', async () => {
    const { save } = await openForm();
    await press('Clear publisher');
    await userEvent.type(screen.getByLabelText(/^Code/), 'X');
    await press('Save');
    screen.getByText('Choose the publisher it belongs to.');
    expect(save).not.toHaveBeenCalled();
  });

  it('a tracker that has no line item can be renamed all the same', async () => {
    const { save } = await openForm({ findTracker: async () => ({ ...FULL, lineItem: null }) });
    await userEvent.type(screen.getByLabelText(/^Name/), ' more');
    await press('Save');
    expect(save.mock.lastCall?.[0].changes).toEqual({ name: 'One more' });
  });
});

describe('trackers that reports cannot tell apart', () => {
  const same = { named: [{ id: 7, name: 'Twin' }], count: 1, isWhole: true };
  const DRAFT = { ...emptyDraft(), lineItem: { id: 5, name: 'Line' }, publisher: PAPER };

  it('are told at creation, by name and id', async () => {
    const sameInReports = vi.fn(async () => same);
    await openForm({ sameInReports, readDraft: async () => ({ draft: DRAFT }) }, null);
    await screen.findByText(/Reports cannot tell it from Twin \(7\)/);
    const ids = { lineItemId: 5, publisherId: 3, placementId: null, paymentRuleId: null };
    expect(sameInReports).toHaveBeenLastCalledWith(700_101, ids, null);
  });

  it('and that there may be more, where not all are known', async () => {
    const sameInReports = async () => ({ named: [], count: 0, isWhole: false });
    await openForm({ sameInReports, readDraft: async () => ({ draft: DRAFT }) }, null);
    await screen.findByText(sameNotWhole);
  });

  it('are not looked for of a tracker that stays where it is', async () => {
    const sameInReports = vi.fn(async () => same);
    await openForm({ sameInReports });
    await userEvent.type(screen.getByLabelText(/^Name/), ' more');
    expect(sameInReports).not.toHaveBeenCalled();
    await press('Clear placement');
    await screen.findByText(/Reports cannot tell it from Twin/);
  });

  it('an answer that comes late is not said of what was chosen since', async () => {
    const late = Promise.withResolvers<SameFound>();
    const none: SameFound = { named: [], count: 0, isWhole: true };
    const sameInReports = vi.fn(async () => none);
    sameInReports.mockReturnValueOnce(late.promise);
    await openForm({ sameInReports });
    await press('Clear placement');
    await press('Clear payment rule');
    late.resolve(same);
    await late.promise;
    await vi.waitFor(() => expect(sameInReports).toHaveBeenCalledTimes(2));
    expect(screen.queryByText(/Reports cannot tell/)).toBeNull();
  });
});

describe('who may not save is told before the form is filled in', () => {
  async function formOf(
    may: object,
    trackerId: number | null,
    change: Partial<TrackerActions> = {},
  ) {
    const base = popupActions({ findTracker: async () => FULL, ...change });
    const started = await base.start();
    const session = started.session && { ...started.session, ...may };
    const model = createTrackersModel({ ...base, start: async () => ({ ...started, session }) });
    await model.start();
    model.go({ view: 'form', trackerId });
    render(<OpenTracker model={model} />);
    await screen.findByLabelText(/^Name/);
    await userEvent.type(screen.getByLabelText(/^Name/), 'x');
    return screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
  }

  it.each([
    [
      'a member without trackers, a new one',
      { trackersEnabled: false },
      null,
      /are not enabled/,
      true,
    ],
    [
      'a member without trackers, one that is there',
      { trackersEnabled: false },
      1,
      /are not enabled/,
      false,
    ],
    ['a user who only reads', { readOnly: true }, null, /can read but not change/, true],
    ['one who may', {}, null, /can read|not enabled/, false],
  ] as const)('%s', async (_, may, trackerId, said, isOff) => {
    const save = await formOf(may, trackerId);
    expect(save.disabled).toBe(isOff);
    expect(screen.queryByText(said) !== null).toBe(isOff);
  });

  it('one whom the service refused before, in its own words; and they may try', async () => {
    const save = await formOf({}, 1, { refusedBefore: async () => 'No right to update.' });
    screen.getByText(/refused your last save.*No right to update/);
    expect(save.disabled).toBe(false);
  });
});

describe('saving goes on', () => {
  const fill = async (words: string) => userEvent.type(screen.getByLabelText(/^Name/), words);

  it('with the tag on the clipboard', async () => {
    const copy = vi.fn(async () => true);
    const { model } = await openForm({ copy });
    await fill(' more');
    await press('Save and copy tag');
    await vi.waitFor(() =>
      expect(copy).toHaveBeenCalledWith(expect.stringContaining('imptr?id=1')),
    );
    expect(JSON.stringify(model.message.value)).toMatch(/Saved One more\. Copied the image tag/);
  });

  it('and says where the browser did not allow the copy', async () => {
    const { model } = await openForm({ copy: async () => false });
    await fill(' more');
    await press('Save and copy tag');
    await vi.waitFor(() => expect(JSON.stringify(model.message.value)).toMatch(/did not allow/));
  });

  it('with an empty form, above which it is said', async () => {
    const { model } = await openForm();
    await fill(' more');
    await press('Save and new');
    await screen.findByText('Saved One more.');
    expect(model.route.value).toEqual({ view: 'form', trackerId: null });
    expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('');
  });

  it('where it was closed meanwhile, and says that nothing was copied', async () => {
    const readDraft = async () => ({ draft: { ...draftOf(FULL), name: 'M' }, next: 'copy' });
    const copy = vi.fn(async () => true);
    const model = createTrackersModel(
      popupActions({ readDraft, copy, saving: async () => FULL, findTracker: async () => FULL }),
    );
    await model.start();
    render(<OpenTracker model={model} />);
    await vi.waitFor(() => expect(JSON.stringify(model.message.value)).toMatch(/was not copied/));
    expect(copy).not.toHaveBeenCalled();
  });
});

describe('a duplicate', () => {
  it('is a new tracker with the same fields, but for its code, and says what it is', async () => {
    const disk = new Map<string, unknown>();
    const { model, save } = await openForm({
      findTracker: async () => ({ ...FULL, code: 'HC-1' }),
      readDraft: async (key) => disk.get(key),
      writeDraft: async (key, value) => void disk.set(key, value),
    });
    await press('Duplicate');
    await vi.waitFor(() => expect(model.route.value).toEqual({ view: 'form', trackerId: null }));
    await screen.findByText(/A copy of tracker 1/);
    await press('Save');
    expect(save.mock.lastCall?.[0]).toEqual({
      id: null,
      advertiserId: 700_101,
      changes: {
        name: 'One (copy)',
        lineItemId: 5,
        publisherId: 3,
        placementId: 7,
        paymentRuleId: 8,
      },
    });
  });

  it.each([
    ['goes on with what was half typed', 'Open it', 'Half'],
    ['takes its place only where that is said', 'Replace it', 'One (copy)'],
  ])('%s', async (_, button, name) => {
    const half = { draft: { ...emptyDraft(), name: 'Half' } };
    const disk = new Map<string, unknown>([['form:700101:new', half]]);
    await openForm({
      readDraft: async (key) => disk.get(key),
      writeDraft: async (key, value) => void disk.set(key, value),
    });
    await press('Duplicate');
    await screen.findByText(/Its name is Half\./);
    await press(button);
    await vi.waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe(name),
    );
  });

  it('is not begun of another advertiser’s tracker', async () => {
    await openForm({ findTracker: async () => ({ ...FULL, advertiserId: 700_102 }) });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Duplicate' }).disabled).toBe(
      true,
    );
  });
});

it('what the service sets by itself is shown, and is no field', async () => {
  await openForm();
  const facts = screen.getByRole('list', { name: 'Set by Monetize' });
  expect(facts.textContent).toMatch(/Advertiser 700101.*Member 2.*Last modified/);
  screen.getByRole('heading', { name: formText.editTitle(1) });
});

it('of several placements it is told that the form shows one, and they are left alone', async () => {
  const { save } = await openForm({ findTracker: async () => ({ ...FULL, morePlacements: 2 }) });
  screen.getByText(/2 more placements/);
  await userEvent.type(screen.getByLabelText(/^Name/), ' more');
  await press('Save');
  expect(save.mock.lastCall?.[0].changes).toEqual({ name: 'One more' });
});
