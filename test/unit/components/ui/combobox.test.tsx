// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Combobox } from '@/components/ui/Combobox';

afterEach(cleanup);

const search = async () => [{ id: 1, name: 'Spring' }];

async function typed() {
  render(
    <>
      <Combobox label="Tracker" value={null} search={search} onChange={() => {}} />
      <button type="button">Next</button>
    </>,
  );
  const input = screen.getByRole('combobox');
  await userEvent.click(input);
  await userEvent.type(input, 'Spr');
  return input;
}

const isOpen = (input: HTMLElement) => input.getAttribute('aria-expanded') === 'true';

describe('the list of a combobox, when the focus goes', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('to another control: closes', async () => {
    const input = await typed();
    screen.getByRole('button').focus();
    await expect.poll(() => isOpen(input)).toBe(false);
  });

  it('to nothing, by a press beside it: closes', async () => {
    const input = await typed();
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    await userEvent.click(document.body);
    await expect.poll(() => isOpen(input)).toBe(false);
  });

  it('to another window or frame, and comes back: is as it was', async () => {
    const input = await typed();
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    input.blur();
    vi.runAllTimers();
    vi.useRealTimers();
    hasFocus.mockReturnValue(true);
    input.focus();
    await screen.findByText('Spring');
    expect(isOpen(input)).toBe(true);
    expect(input).toHaveProperty('value', 'Spr');
  });

  it('to another window, and comes back elsewhere: closes', async () => {
    const input = await typed();
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    input.blur();
    screen.getByRole('button').focus();
    await expect.poll(() => isOpen(input)).toBe(false);
  });
});
