// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';

import { ConsentPage } from '@/components/pages/consent/ConsentPage';
import { consentText as text } from '@/lib/text/pages/consent';

afterEach(cleanup);
const allow = () => screen.getByRole('button', { name: text.allow });

it('says what is asked for and why, and asks only once it is pressed', async () => {
  const asked: string[] = [];
  render(<ConsentPage name="rehearsal" ask={async (name) => asked.push(name) > 0} />);
  for (const { name, why } of text.of.rehearsal.needs) {
    expect(screen.getByText(name)).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
  }
  expect(asked).toEqual([]);
  await userEvent.click(allow());
  expect(asked).toEqual(['rehearsal']);
  expect(await screen.findByText(text.allowed)).toBeTruthy();
  expect(allow(), 'keys go on from there').toBe(document.activeElement);
});

it('says that it was refused, and asks again', async () => {
  const answers = [false, true];
  render(<ConsentPage name="rehearsal" ask={async () => answers.shift() ?? false} />);
  await userEvent.click(allow());
  expect(await screen.findByText(text.refused)).toBeTruthy();
  await userEvent.click(allow());
  expect(await screen.findByText(text.allowed)).toBeTruthy();
  expect(screen.queryByText(text.refused)).toBeNull();
});

it('asks for nothing where nobody sent one here', () => {
  render(<ConsentPage name={null} ask={async () => true} />);
  expect(screen.getByText(text.unknown, { exact: false })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
