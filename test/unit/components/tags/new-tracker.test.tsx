// @vitest-environment happy-dom

import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';

import type { BuilderActions, BuilderContext } from '@/components/tags/builder-actions';
import { BuilderView } from '@/components/tags/BuilderView';
import type { PressState } from '@/lib/core/console/press-state';
import { emptyDraft } from '@/lib/core/tracker/draft';

import { builderActions, CONTEXT } from './builder-sample';

afterEach(cleanup);

const PAPER = { id: 4, name: 'Paper' };
const DRAFT = { ...emptyDraft(), name: 'New', lineItem: { id: 3, name: 'Line' }, publisher: PAPER };

/** The form of a new tracker in a console's builder. */
async function openForm(
  context: Partial<BuilderContext> = {},
  change: Partial<BuilderActions> = {},
) {
  const kept = builderActions({ ...CONTEXT, ...context }, '');
  const actions = { ...kept, readDraft: async () => DRAFT, ...change };
  render(<BuilderView actions={actions} press={signal<PressState>({ kind: 'ready' })} />);
  await userEvent.click(await screen.findByRole('button', { name: 'New tracker' }));
  await screen.findByLabelText(/^Name/);
  return screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
}

it.each([
  ['a user who only reads', { canWrite: false }, /can read but not change/],
  ['a member without trackers', { trackersEnabled: false }, /are not enabled for this member/],
])('%s is told before the form is filled in', async (_, context, said) => {
  const save = await openForm(context);
  screen.getByText(said);
  expect(save.disabled).toBe(true);
});

it('trackers that reports cannot tell apart are told, and the new one may be saved', async () => {
  const sameInReports = vi.fn(async () => ({
    named: [{ id: 7, name: 'Twin' }],
    count: 1,
    isWhole: true,
  }));
  const save = await openForm({}, { sameInReports });
  await screen.findByText(/Reports cannot tell it from Twin \(7\)/);
  const ids = { lineItemId: 3, publisherId: 4, placementId: null, paymentRuleId: null };
  expect(sameInReports).toHaveBeenCalledWith(ids);
  expect(save.disabled).toBe(false);
});

it('what is chosen is noted, among what is of its publisher', async () => {
  const noteChosen = vi.fn(async () => null);
  const searchObjects = async () => [{ id: 9, name: 'Home', state: 'inactive' as const }];
  await openForm({}, { noteChosen, searchObjects });
  await userEvent.click(screen.getByRole('combobox', { name: /^Placement/ }));
  await userEvent.click(await screen.findByRole('option', { name: /Home.*9 · Inactive/ }));
  expect(noteChosen).toHaveBeenCalledWith('placement', 4, 9);
  await screen.findByText(/The placement Home is inactive/);
});

it('has one button that saves: what else a save can do is the popup’s', async () => {
  await openForm();
  for (const name of ['Save and new', 'Save and copy tag', 'Duplicate'])
    expect(screen.queryByRole('button', { name })).toBeNull();
});
