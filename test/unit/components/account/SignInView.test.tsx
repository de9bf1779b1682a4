// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { SignInView } from '@/components/account/SignInView';
import { AppError, type ErrorCode } from '@/lib/core/base/errors';

afterEach(cleanup);

interface Start {
  readonly stored?: string;
  readonly draft?: unknown;
  /** When the draft is read. */
  readonly until?: Promise<void>;
  readonly onSignIn?: () => Promise<void>;
}

function show({ stored, draft, until = Promise.resolve(), ...start }: Start = {}) {
  const onSignIn = vi.fn(start.onSignIn ?? (async () => {}));
  const { container } = render(
    <SignInView
      lastUser={stored === undefined ? null : { username: 'trafficker', baseUrl: stored }}
      consoles={['https://app.kevel.co/*']}
      sessionEnded={false}
      readDraft={() => until.then(() => draft)}
      writeDraft={async () => {}}
      onSignIn={onSignIn}
    />,
  );
  // What the browser itself holds back is the end-to-end test's: here the view must do without.
  container.querySelector('form')?.setAttribute('novalidate', '');
  return { onSignIn, container };
}

/** One as it is shown, and in another spelling. */
const CONSOLE = ['https://app.kevel.co', 'https://APP.kevel.co./'];
const box = () => screen.queryByRole<HTMLInputElement>('checkbox');
const address = () => screen.getByLabelText<HTMLInputElement>('API address');
async function signIn() {
  await userEvent.type(screen.getByLabelText('Password'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('sign-in', () => {
  it('asks nothing at the service’s own address', async () => {
    const { onSignIn } = show({ stored: 'https://api.appnexus.com' });
    expect(box()).toBeNull();
    await signIn();
    expect(onSignIn).toHaveBeenCalledWith({
      username: 'trafficker',
      password: 'secret',
      baseUrl: 'https://api.appnexus.com',
      confirmed: false,
    });
  });

  it.each<[string, Start]>([
    ['remembered', { stored: 'https://proxy.example:8443' }],
    ['typed before', { draft: { username: 'trafficker', baseUrl: 'https://proxy.example:8443' } }],
  ])('shows an address that was %s, and sends nothing until it is confirmed', async (_, start) => {
    const { onSignIn, container } = show(start);
    await screen.findByText('proxy.example', { selector: '.address strong' });
    expect(container.querySelector('.address')?.textContent).toBe('https://proxy.example:8443');
    await signIn();
    await screen.findByText(/Your password was not sent/);
    expect(onSignIn).not.toHaveBeenCalled();
    await userEvent.click(screen.getByLabelText(/Send my password to proxy.example/));
    await signIn();
    expect(onSignIn).toHaveBeenCalledWith(
      expect.objectContaining({ baseUrl: 'https://proxy.example:8443', confirmed: true }),
    );
  });

  it('takes nothing that was typed before for newer than what is typed now', async () => {
    let read = () => {};
    const until = new Promise<void>((resolve) => (read = resolve));
    show({ draft: { username: 'before', baseUrl: 'https://before.example' }, until });
    const username = screen.getByLabelText<HTMLInputElement>('Username');
    await userEvent.type(username, 'now');
    read();
    await screen.findByDisplayValue('https://before.example');
    expect(username.value).toBe('now');
  });

  it('takes the confirmation back with every letter of another address', async () => {
    show({ stored: 'https://proxy.example' });
    const first = box();
    if (first) await userEvent.click(first);
    expect(box()?.checked).toBe(true);
    await userEvent.type(address(), '.evil.example');
    expect(box()?.checked).toBe(false);
  });

  it.each([
    ['https://api.appnexus.com.evil.example', /looks like the service’s own/],
    ['https://api.xn--ppnexus-4fg.com', /letters that may look like others/],
  ])('warns of %s', async (stored, words) => {
    show({ stored });
    await screen.findByText(words);
  });

  it.each<[string, RegExp]>([
    ...CONSOLE.map((typed): [string, RegExp] => [typed, /This is an ad server’s console/]),
    ['https://api.аppnexus.com', /letters that may only look like/],
    ['http://api.appnexus.com', /This address cannot be used/],
  ])('refuses %s in words, and sends nothing', async (typed, words) => {
    const { onSignIn } = show();
    await userEvent.clear(address());
    await userEvent.type(address(), typed);
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    expect(box()).toBeNull();
    await signIn();
    expect(onSignIn).not.toHaveBeenCalled();
    expect(address().getAttribute('aria-invalid')).toBe('true');
  });

  it.each<[ErrorCode, string]>([
    ['wrong-password', 'Username and password do not match.'],
    ['account-disabled', 'This account is disabled.'],
    ['network', 'The service could not be reached.'],
    ['too-many-sign-ins', 'Too many sign-ins in a short time.'],
    ['bad-answer', 'The service gave an answer we cannot read.'],
    ['service-down', 'The service has a problem on its side.'],
  ])('that fails says why; the name stays, the password goes: %s', async (code, sentence) => {
    const onSignIn = () => Promise.reject(new AppError(code));
    const { container } = show({ stored: 'https://api.appnexus.com', onSignIn });
    await signIn();
    await screen.findByText(sentence);
    expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('trafficker');
    const password = screen.getByLabelText<HTMLInputElement>('Password');
    expect([password.value, container.ownerDocument.activeElement]).toEqual(['', password]);
  });

  it.each(CONSOLE)('takes no console from what was remembered: %s', (stored) => {
    show({ stored });
    expect(address().value).toBe('https://api.appnexus.com');
  });

  it('goes back to the service’s own in one press', async () => {
    show({ stored: 'https://proxy.example' });
    await userEvent.click(screen.getByRole('button', { name: 'Use api.appnexus.com' }));
    expect(address().value).toBe('https://api.appnexus.com');
    expect(box()).toBeNull();
  });
});

describe('who has never signed in', () => {
  const pictures = (container: Element) => container.querySelectorAll('.pictures svg').length;

  it('is told what this is for, in pictures and two sentences', () => {
    const { container } = show();
    expect(pictures(container)).toBe(3);
    expect(container.querySelector('.pictures')?.getAttribute('aria-hidden')).toBe('true');
    const said = [...container.querySelectorAll('.pb-first-run p')].map((p) => p.textContent);
    expect(said.join(' ').match(/\.(?= |$)/g)).toHaveLength(2);
    expect(said.join(' ')).toMatch(/sandbox/);
  });

  it('is nobody who signs in again', () => {
    const { container } = show({ stored: 'https://api.appnexus.com' });
    expect(pictures(container)).toBe(0);
  });
});

describe('help at sign-in', () => {
  const isOpen = (container: Element) =>
    container.querySelector<HTMLDetailsElement>('.pb-signin-help')?.open;

  it.each<[string, Start]>([
    ['the first time', {}],
    ['again', { stored: 'https://api.appnexus.com' }],
  ])('is one key away, %s: ? opens it, and closes it', async (_, start) => {
    const { container } = show(start);
    expect(isOpen(container)).toBe(false);
    await userEvent.keyboard('?');
    expect(isOpen(container)).toBe(true);
    expect(document.activeElement?.textContent).toMatch(/^Help/);
    await userEvent.keyboard('?');
    expect(isOpen(container)).toBe(false);
  });

  it('leaves a ? that is typed into a field', async () => {
    const { container } = show();
    const username = screen.getByLabelText<HTMLInputElement>('Username');
    await userEvent.type(username, 'who?');
    expect(username.value).toBe('who?');
    expect(isOpen(container)).toBe(false);
  });
});
