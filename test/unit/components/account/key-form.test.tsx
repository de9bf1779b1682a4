// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ForgetDialog } from '@/components/account/ForgetDialog';
import { KeyForm } from '@/components/account/KeyForm';
import { createKeysModel, waitingKeys } from '@/components/account/keys-model';
import { KeySteps } from '@/components/account/KeySteps';
import type { SignInActions } from '@/components/stores/sign-ins';
import { AppError } from '@/lib/core/base/errors';
import { MAX_KEY_CHARS } from '@/lib/core/base/limits';
import { keyProblems } from '@/lib/text/account/keys';

import { infoOf, KEY, signInActions, signInOf } from './sign-in-sample';

afterEach(cleanup);

const OF = { username: 'trafficker', name: 'piggyback', baseUrl: 'https://api.appnexus.com' };
const SECRET = '-----BEGIN PRIVATE KEY-----\nMIIEverySecret\n-----END PRIVATE KEY-----';

function show(change: Partial<SignInActions> = {}) {
  const takeKey = vi.fn(signInActions().takeKey);
  const makeKey = vi.fn(signInActions().makeKey);
  const model = createKeysModel(signInActions({ takeKey, makeKey, ...change }));
  render(<KeyForm model={model} user={infoOf()} consoles={['https://app.kevel.co/*']} />);
  return { model, takeKey, makeKey };
}
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Or paste the private key');
const file = (text: string) => new File([text], 'key.pem');

describe('a private key that is given', () => {
  it('by pasting is taken at once, and never stands in the page', async () => {
    const { takeKey } = show();
    await userEvent.click(field());
    await userEvent.paste(SECRET);
    await vi.waitFor(() => expect(takeKey).toHaveBeenCalledWith(OF, SECRET));
    expect(field().value).toBe('');
    expect(document.body.innerHTML).not.toContain('MIIEvery');
  });

  it('by dropping or typing empties the field, too', async () => {
    const { takeKey } = show();
    fireEvent.input(field(), { target: { value: SECRET } });
    await vi.waitFor(() => expect(takeKey).toHaveBeenCalledWith(OF, SECRET));
    expect(field().value).toBe('');
  });

  it('in a file is read once', async () => {
    const { takeKey } = show();
    await userEvent.upload(screen.getByLabelText('Read a private key file…'), file(SECRET));
    await vi.waitFor(() => expect(takeKey).toHaveBeenCalledWith(OF, SECRET));
  });

  it('in a file that is too large is not read at all', async () => {
    const { takeKey } = show();
    const large = file('x'.repeat(MAX_KEY_CHARS + 1));
    const text = vi.spyOn(large, 'text');
    await userEvent.upload(screen.getByLabelText('Read a private key file…'), large);
    await screen.findByText(keyProblems['too-long'].sentence);
    expect(text).not.toHaveBeenCalled();
    expect(takeKey).not.toHaveBeenCalled();
  });

  it('and is refused says why and what to do; the next try begins anew', async () => {
    const takeKey = vi
      .fn<SignInActions['takeKey']>()
      .mockResolvedValueOnce({ kind: 'refused', problem: 'encrypted' })
      .mockResolvedValueOnce({ kind: 'key', about: KEY });
    show({ takeKey });
    await userEvent.click(field());
    await userEvent.paste(SECRET);
    await screen.findByText(keyProblems.encrypted.sentence);
    screen.getByText(/openssl pkey/);
    await userEvent.paste(SECRET);
    await vi.waitFor(() => expect(screen.queryByText(keyProblems.encrypted.sentence)).toBeNull());
  });

  it.each([
    ['Username', ''],
    ['Key name', '  '],
    ['Username', 'x'.repeat(201)],
  ])('is for somebody: %s must be there, and have an end', async (label, value) => {
    const { makeKey, takeKey } = show();
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
    await userEvent.click(screen.getByRole('button', { name: 'Make a key pair here' }));
    fireEvent.input(field(), { target: { value: SECRET } });
    await screen.findByText('Give a username and a name for the key first.');
    expect([makeKey.mock.calls, takeKey.mock.calls]).toEqual([[], []]);
    expect(field().value).toBe('');
  });

  it('is made for no console', async () => {
    const { makeKey } = show();
    fireEvent.input(screen.getByLabelText('API address'), {
      target: { value: 'https://app.kevel.co' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Make a key pair here' }));
    expect(makeKey).not.toHaveBeenCalled();
  });
});

describe('what is left to do with a key', () => {
  function steps(about: Partial<typeof KEY> = {}, change: Partial<SignInActions> = {}) {
    const model = createKeysModel(signInActions(change));
    const onSignIn = vi.fn();
    render(
      <KeySteps
        model={model}
        about={{ ...KEY, ...about }}
        session={infoOf()}
        onCopy={async () => true}
        onSignIn={onSignIn}
      />,
    );
    return { onSignIn };
  }

  it('is to register it, by whom it is for', async () => {
    const registerKey = vi.fn(async () => {});
    steps({}, { registerKey });
    await userEvent.click(screen.getByRole('button', { name: 'Register it for this user' }));
    await screen.findByText('Registered. Now sign in with it.');
    expect(registerKey).toHaveBeenCalledWith(KEY.id);
  });

  it('is said where somebody else is signed in', () => {
    steps({ username: 'other' });
    expect(screen.queryByRole('button', { name: 'Register it for this user' })).toBeNull();
    screen.getByText(/A network administrator registers it for other under the name piggyback/);
  });

  it('is to read another host first, and to confirm it each time', async () => {
    const { onSignIn } = steps({ baseUrl: 'https://api.appnexus.com.evil.example' });
    screen.getByText(/could sign in as you with what this key signs/);
    const sign = screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in with this key' });
    expect(sign.disabled).toBe(true);
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(sign);
    expect(onSignIn.mock.calls[0]?.[1]).toBe(true);
  });

  it('is nothing more once somebody signs in by it', () => {
    const other = { ...KEY, id: 'key-2' };
    const used = signInOf({}, { key: { id: KEY.id, name: KEY.name } });
    expect(waitingKeys([KEY, other], [used])).toEqual([other]);
  });

  it('failing, says so in words', async () => {
    const { model } = show({
      makeKey: async () => {
        throw new AppError('storage-failed');
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Make a key pair here' }));
    await screen.findByText('The browser could not keep the data.');
    expect(model.isBusy.value).toBe(false);
  });
});

describe('forgetting asks', () => {
  const ask = (part: Parameters<typeof signInOf>[1]) => {
    const onForget = vi.fn();
    render(
      <ForgetDialog of={signInOf({}, part)} about={KEY} onCancel={vi.fn()} onForget={onForget} />,
    );
    return onForget;
  };
  const press = (name: RegExp) =>
    userEvent.click(screen.getByRole('button', { name, hidden: true }));
  const key = { id: KEY.id, name: KEY.name };

  it('whether the service is to take the key no more, and what becomes of the data', async () => {
    const onForget = ask({ key });
    screen.getByText(/there is no other copy of the private key. Monetize still accepts/);
    await userEvent.click(screen.getByRole('checkbox', { hidden: true }));
    expect(screen.queryByText(/Monetize still accepts/)).toBeNull();
    await press(/delete its data/);
    expect(onForget).toHaveBeenCalledWith('delete', true);
  });

  it.each<[string, Parameters<typeof signInOf>[1]]>([
    ['where it is not signed in', { key, isSignedIn: false }],
    ['where there is no key', {}],
  ])('nothing of the service %s', async (_, part) => {
    const onForget = ask(part);
    expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
    await press(/keep its data/);
    expect(onForget).toHaveBeenCalledWith('keep', false);
  });
});
