// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';

import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';

import { AppError } from '@/lib/core/base/errors';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { popupActions, tracker } from '../trackers/build';

afterEach(cleanup);

/** Somebody types into the form of tracker 1; then the page is read anew, for whom it is told. */
async function typedBefore(next: { userId?: number }, saves = false) {
  const { start } = popupActions();
  const mine = await start();
  const session = mine.session && { ...mine.session, ...next };
  const starting = vi.fn(start).mockResolvedValueOnce(mine);
  starting.mockResolvedValueOnce({ ...mine, session });
  const writeDraft = vi.fn(async () => {});
  const answer = Promise.withResolvers<Tracker>();
  const save = vi.fn(() => answer.promise);
  const model = createTrackersModel(popupActions({ start: starting, writeDraft, save }));
  await model.start();
  render(<OpenTracker model={model} />);
  await userEvent.type(await screen.findByLabelText(/^Name/), ' of mine');
  if (saves) {
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save).toHaveBeenCalledTimes(1);
  }
  await model.start();
  return {
    model,
    answer,
    value: async () => (await screen.findByLabelText<HTMLInputElement>(/^Name/)).value,
  };
}

it('what one has typed is not in the form of the same tracker for another', async () => {
  const { value } = await typedBefore({ userId: 2002 });
  await vi.waitFor(async () => expect(await value()).not.toContain('of mine'));
});

it('who signs in again finds everything open as it is', async () => {
  const { value } = await typedBefore({});
  expect(await value()).toContain('of mine');
});

it.each(['saved', 'failed'])(
  'what was %s for one is nothing of another, who is shown by then',
  async (how) => {
    const { model, answer } = await typedBefore({ userId: 2002 }, true);
    model.go({ view: 'list' });
    if (how === 'saved') answer.resolve(tracker(1, 'One of mine'));
    else answer.reject(new AppError('session-expired'));
    await answer.promise.catch(() => {});
    // By the next key everything of it has come.
    await userEvent.keyboard('{Escape}');
    expect([model.message.value, model.phase.value]).toEqual([null, 'signed-in']);
    expect(model.trackers.value.map(({ name }) => name)).not.toContain('One of mine');
  },
);
