// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';

import { VerificationView } from '@/components/verification/VerificationView';
import { createVerificationModel } from '@/components/verification/verification-model';
import type { VerificationActions } from '@/components/verification/verification-actions';

import { START, verification } from '../../core/verification/build';
import { later, recordingActions } from './recording-sample';

afterEach(cleanup);

const FULL = verification({ expectedIds: [531], notKept: { since: START + 9000, count: 1 } });

async function shown(row = FULL, changes: Partial<VerificationActions> = {}) {
  const { actions, calls } = recordingActions({ verification: row, requests: [later(1)] }, changes);
  const model = createVerificationModel(actions);
  await model.start();
  render(<VerificationView model={model} />);
  return { calls, model };
}

it('a full recording says so, how much it does not keep, and begins another on a press', async () => {
  const { calls } = await shown();
  screen.getByText(/^This recording is full: what began after .+ is not kept\.$/);
  screen.getByText(/At least 1 request more was seen\. .*Repeat begins a new recording/);
  screen.getByText('Not known');
  expect(screen.queryByText('Not seen')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Repeat' }));
  expect(calls).toContainEqual(['repeat', 'v1']);
});

it.each([
  ['a recording that was stopped', { ...FULL, stoppedAt: START + 20_000 }, {}],
  ['one of another tab', { ...FULL, tabId: 8 }, {}],
])('%s says it without asking for anything', async (_, row, changes) => {
  await shown(row, changes);
  screen.getByText(/^This recording is full/);
  expect(screen.queryByText(/Repeat begins a new recording/)).toBeNull();
});

it('where it cannot be done again, it is said what can', async () => {
  await shown(FULL, { repeat: null });
  screen.getByText(/press Clear to go on/);
});

it('nothing is said where there is room', async () => {
  const { model } = await shown(verification({ expectedIds: [531] }));
  expect(screen.queryByText(/is full/)).toBeNull();
  model.verification.value = FULL;
  await screen.findByText(/^This recording is full/);
});
