// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { FormPage } from '@/components/shell/FormPage';
import { createPopupModel } from '@/components/shell/popup-model';

import { popupActions, tracker } from './build';

afterEach(cleanup);

/** The form of tracker 1, open to a person who may write, or may not. */
async function formFor(readOnly: boolean) {
  const save = vi.fn(async () => tracker(1, 'One'));
  const actions = popupActions({ save });
  const started = await actions.start();
  const session = started.session && { ...started.session, readOnly };
  const model = createPopupModel({ ...actions, start: async () => ({ ...started, session }) });
  await model.start();
  render(<FormPage model={model} trackerId={1} />);
  await userEvent.type(await screen.findByLabelText(/^Name/), ' more');
  return {
    save,
    button: (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }),
  };
}

describe('the form of a tracker', () => {
  it.each([
    ['is open to who may write', false],
    ['is closed to who may only read', true],
  ])('%s', async (_, readOnly) => {
    const { button } = await formFor(readOnly);
    expect(button('Save').disabled).toBe(readOnly);
    expect(button('Delete').disabled).toBe(readOnly);
  });
});
