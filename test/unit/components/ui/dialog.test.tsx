// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import { Dialog } from '@/components/ui/Dialog';

afterEach(cleanup);

const isAsked = signal(true);
function Asking() {
  if (!isAsked.value) return null;
  return (
    <Dialog title="Stop?" onCancel={(event) => event.preventDefault()}>
      <button type="button">Stop</button>
    </Dialog>
  );
}

function open(): HTMLDialogElement {
  isAsked.value = true;
  render(<Asking />);
  const dialog = screen.getByRole('dialog');
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('no dialog');
  return dialog;
}

it('is shown again where the browser closes what is still asked', () => {
  const dialog = open();
  act(() => dialog.close());
  expect(dialog.open).toBe(true);
});

it('is not shown again once it is not asked any more', () => {
  const dialog = open();
  act(() => void (isAsked.value = false));
  dialog.dispatchEvent(new Event('close'));
  expect(dialog.open).toBe(false);
});
