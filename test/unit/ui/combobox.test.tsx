// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { Combobox } from '@/components/ui/Combobox';

afterEach(cleanup);

const search = async () => [{ id: 1, name: 'Spring' }];

async function typed() {
  render(<Combobox label="Tracker" value={null} search={search} onChange={() => {}} />);
  const input = screen.getByRole('combobox');
  await userEvent.click(input);
  await userEvent.type(input, 'Spr');
  return input;
}

describe('the list of a combobox, when the focus goes', () => {
  it('to another control: closes', async () => {
    const input = await typed();
    input.blur();
    await expect.poll(() => input.getAttribute('aria-expanded')).toBe('false');
  });

  it('to another window or frame: waits, with what was typed', async () => {
    const input = await typed();
    // So a browser tells it: the document keeps its active element.
    input.dispatchEvent(new FocusEvent('blur'));
    await screen.findByText('Spring');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(input).toHaveProperty('value', 'Spr');
  });
});
