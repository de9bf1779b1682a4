// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { SignInView } from '@/components/account/SignInView';
import { AppError } from '@/lib/core/base/errors';

afterEach(cleanup);

const LAST = { username: 'trafficker', baseUrl: 'https://api.appnexus.com' };

function show(lastUser: typeof LAST | null, sessionEnded: boolean, onSignIn = async () => {}) {
  render(
    <SignInView
      lastUser={lastUser}
      consoles={[]}
      sessionEnded={sessionEnded}
      readDraft={async () => null}
      writeDraft={async () => {}}
      onSignIn={onSignIn}
    />,
  );
}
const username = () => screen.getByLabelText<HTMLInputElement>('Username');
const password = () => screen.getByLabelText<HTMLInputElement>('Password');

describe('the focus at sign-in', () => {
  it('begins at the name, the first time', () => {
    show(null, false);
    expect(document.activeElement).toBe(username());
  });

  it('begins at the password in the middle of work', () => {
    show(LAST, true);
    expect(document.activeElement).toBe(password());
  });

  it('begins in no field where another may sign in', () => {
    show(LAST, false);
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it.each(['Enter', 'a click'])('is at the password after a wrong one, by %s', async (by) => {
    const onSignIn = vi.fn(async () => {
      throw new AppError('wrong-password');
    });
    show(LAST, false, onSignIn);
    await userEvent.type(password(), by === 'Enter' ? 'wrong{Enter}' : 'wrong');
    if (by !== 'Enter') await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(password());
    expect(password().value).toBe('');
  });
});
