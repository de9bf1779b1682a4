// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';

import { createOptionsModel } from '@/components/options/options-model';
import { OptionsApp } from '@/components/pages/options/OptionsApp';

import { optionsActions } from './options-sample';

afterEach(cleanup);

/** The options over such sites; what is done to them is noted, and done. */
async function open(allowed: readonly string[], putOff: readonly string[] = []) {
  const calls: string[] = [];
  let access = { allowed, putOff };
  const actions = optionsActions();
  const model = createOptionsModel({
    ...actions,
    load: async () => ({ ...(await actions.load()), access }),
    takeBack: async (pattern) => {
      calls.push(`took back ${pattern}`);
      access = { ...access, allowed: access.allowed.filter((one) => one !== pattern) };
    },
    offerAgain: async (site) => {
      calls.push(`offered ${site}`);
      access = { ...access, putOff: access.putOff.filter((one) => one !== site) };
    },
  });
  render(<OptionsApp model={model} />);
  await model.start();
  return { calls, user: userEvent.setup() };
}

it('a site that was allowed in DevTools is taken back, and that is said', async () => {
  const { calls, user } = await open(['https://news.example/*', 'https://ads.example/*']);
  await user.click(await screen.findByRole('button', { name: 'Take back news.example' }));
  expect(await screen.findByText('news.example is taken back.')).toBeTruthy();
  expect(calls).toEqual(['took back https://news.example/*']);
  expect(screen.queryByRole('button', { name: 'Take back news.example' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Take back ads.example' })).toBeTruthy();
});

it('a site for which nobody wanted to be asked is offered again', async () => {
  const { calls, user } = await open([], ['https://quiet.example']);
  await user.click(await screen.findByRole('button', { name: 'Offer again on quiet.example' }));
  expect(await screen.findByText('DevTools offers it again on quiet.example.')).toBeTruthy();
  expect(calls).toEqual(['offered https://quiet.example']);
});

it('where none was allowed, it is said where that is offered', async () => {
  await open([]);
  expect(
    await screen.findByText(
      'None yet. DevTools and the side panel offer it on the page that you test.',
    ),
  ).toBeTruthy();
});
