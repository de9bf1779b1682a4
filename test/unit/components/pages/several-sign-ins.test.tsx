// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { SignedOut } from '@/components/pages/trackers/SignedOut';
import { createTrackersModel } from '@/components/pages/trackers/trackers-model';
import { WhoMenu } from '@/components/pages/trackers/WhoMenu';
import type { SignInActions } from '@/components/stores/sign-ins';
import type { TrackerActions, TrackerStart } from '@/components/trackers/tracker-actions';
import { AppError } from '@/lib/core/base/errors';
import { DAY_MS } from '@/lib/core/account/lifetime';
import { SIGN_IN_KEY } from '@/lib/core/tracker/draft-key';

import { infoOf, signInActions, signInOf } from '../account/sign-in-sample';
import { popupActions } from '../trackers/build';

afterEach(cleanup);

const OTHER = { memberId: 3, memberName: 'Lantern Media', username: 'lantern' };
const KEY = { id: 'key-1', name: 'my-key' };
const mine = (part = {}) => signInOf({}, { isChosen: true, key: KEY, ...part });

/** A page whose start says what it is told to say, from one start to the next. */
async function pageWith(
  starts: readonly Partial<TrackerStart>[],
  signIns: Partial<SignInActions> = {},
  actions: Partial<TrackerActions> = {},
) {
  const base = popupActions();
  const start = vi.fn(base.start);
  for (const change of starts) {
    start.mockImplementationOnce(async () => ({
      ...(await base.start()),
      route: { view: 'list' },
      ...change,
    }));
  }
  const model = createTrackersModel({
    ...base,
    start,
    signIns: signInActions(signIns),
    ...actions,
  });
  await model.start();
  return { model, start };
}

describe('a key', () => {
  it('signs in by itself as a page opens, and shows no form meanwhile', async () => {
    const signedIn = Promise.withResolvers<ReturnType<typeof infoOf>>();
    const resume = vi.fn(() => signedIn.promise);
    const opening = pageWith([{ session: null }, {}], { list: async () => [mine()], resume });
    await vi.waitFor(() => expect(resume).toHaveBeenCalledOnce());
    signedIn.resolve(infoOf());
    const { model } = await opening;
    expect([model.phase.value, model.resuming.value]).toEqual(['signed-in', false]);
  });

  it.each([
    ['was refused when it was last tried', mine({ refused: 'key-refused' })],
    ['is of nobody who is chosen', mine({ isChosen: false })],
    ['is not there', mine({ key: null })],
  ])('is not tried by itself where it %s', async (_, one) => {
    const resume = vi.fn(async () => null);
    const { model } = await pageWith([{ session: null }], { list: async () => [one], resume });
    expect(resume).not.toHaveBeenCalled();
    expect(model.phase.value).toBe('signed-out');
  });

  it('that cannot sign in now says why, is not tried again by itself, and is a press away', async () => {
    const resume = vi.fn(async () => {
      throw new AppError('network');
    });
    const switchTo = vi.fn(async () => null);
    const list = async () => [mine({ isSignedIn: false })];
    const { model } = await pageWith([{ session: null }, { session: null }, { session: null }], {
      list,
      resume,
      switchTo,
    });
    render(<SignedOut model={model} />);
    screen.getByText('The service could not be reached.');
    expect(resume).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: /Tidewater Ads/ }));
    expect(switchTo).toHaveBeenCalledWith(mine().account);
    expect(resume).toHaveBeenCalledOnce();
  });

  it('that was refused is said to be, with what to do', async () => {
    const list = async () => [mine({ isSignedIn: false, refused: 'key-refused' })];
    const { model } = await pageWith([{ session: null }], { list });
    render(<SignedOut model={model} />);
    screen.getByText('Your key did not sign you in again.');
    screen.getByText(/that the public key is registered and active/);
  });
});

describe('switching', () => {
  it('reads everything anew, for the other one', async () => {
    const { model, start } = await pageWith([{}, { session: infoOf(OTHER), advertiser: null }]);
    await model.switchTo('other');
    expect(model.session.value?.memberName).toBe('Lantern Media');
    expect([model.advertiser.value, start.mock.calls.length]).toEqual([null, 2]);
  });

  it('to one who has to sign in offers their name, and not what was typed for another', async () => {
    const lastUser = { username: 'lantern', baseUrl: 'https://api.appnexus.com' };
    const writeDraft = vi.fn(async () => {});
    const readChosen = async () => ({ advertiser: null, choices: null, lastUser });
    const { model } = await pageWith(
      [{}, { session: null, lastUser }],
      { switchTo: async () => null },
      { writeDraft, readChosen },
    );
    await model.switchTo('other');
    expect(writeDraft).toHaveBeenCalledWith(SIGN_IN_KEY, lastUser);
    render(<SignedOut model={model} />);
    expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('lantern');
    expect(screen.queryByText(/Your session has ended/)).toBeNull();
  });

  it('in another window takes nothing of the other one over before it shows them', async () => {
    const readChosen = async () => ({
      advertiser: { id: 9, name: 'Of the other one' },
      choices: null,
      account: signInOf(OTHER).account,
    });
    const { model } = await pageWith([{}], {}, { readChosen });
    await model.follow();
    expect(model.advertiser.value?.name).toBe('Harbour Coffee');
  });

  it('tells whose data the page shows, for whom alone it changes anything', async () => {
    const show = vi.fn();
    const { model } = await pageWith([{}, { session: infoOf(OTHER) }], { show });
    await model.switchTo('other');
    const said = show.mock.calls.flat().filter((account) => account !== null);
    expect(said).toEqual([signInOf().account, signInOf(OTHER).account]);
  });
});

it('before the end of a day the password is asked for, with everything open as it is', async () => {
  const lifetime = { issuedAt: Date.now() - DAY_MS + 300_000, usedAt: Date.now() };
  const list = async () => [signInOf({}, { isChosen: true, lifetime })];
  const signIn = vi.fn(async () => infoOf());
  const { model } = await pageWith([{}], { list }, { signIn });
  render(<WhoMenu model={model} />);
  await userEvent.click(screen.getByRole('button', { name: /Signed out in/ }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Sign in again…' }));
  await userEvent.type(screen.getByLabelText('Password'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in', hidden: true }));
  await vi.waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull());
  expect(signIn).toHaveBeenCalledWith({
    username: 'trafficker',
    password: 'secret',
    baseUrl: 'https://api.appnexus.com',
    confirmed: false,
  });
});
