// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { AccountMenu } from '@/components/account/AccountMenu';
import { DAY_MS, IDLE_MS, type Lifetime } from '@/lib/core/account/lifetime';

import { infoOf, signInOf } from './sign-in-sample';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const MINUTE = 60_000;
beforeEach(
  () => void vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] }),
);
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const ME = signInOf({}, { isChosen: true });
const OTHER = signInOf({ memberId: 3, memberName: 'Lantern Media', readOnly: true });

function show(ending: Lifetime | null = null) {
  const acts = { onSwitch: vi.fn(), onStay: vi.fn(), onAgain: vi.fn(), onManage: vi.fn() };
  const props = { session: infoOf(), signIns: [ME, OTHER], ...acts };
  const { rerender } = render(<AccountMenu {...props} ending={ending} />);
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  return {
    ...acts,
    user,
    again: (next: Lifetime | null) => rerender(<AccountMenu {...props} ending={next} />),
  };
}
const button = () => screen.getByRole('button', { name: /trafficker · Tidewater Ads/ });
const menu = () => screen.queryByRole('menu');
const words = () => document.activeElement?.textContent ?? '';

describe('the menu of sign-ins', () => {
  it('says whose data it is, also of which environment where that is not production', () => {
    render(
      <AccountMenu
        {...{ onSwitch: vi.fn(), onStay: vi.fn(), onAgain: vi.fn(), onManage: vi.fn() }}
        session={infoOf({ baseUrl: 'https://api-test.appnexus.com' })}
        signIns={[]}
        ending={null}
      />,
    );
    screen.getByText('trafficker · Tidewater Ads · api-test.appnexus.com');
  });

  it('is gone through by keys, from the one that is shown, and left by Escape', async () => {
    const { user, onSwitch } = show();
    button().focus();
    await user.keyboard('{Enter}');
    expect(words()).toContain('Tidewater Ads');
    await user.keyboard('{ArrowDown}');
    expect(words()).toContain('Lantern Media');
    expect(words()).toContain('Read-only');
    await user.keyboard('{End}');
    expect(words()).toBe('Sign-ins and keys…');
    await user.keyboard('{ArrowDown}{Home}{Escape}');
    expect([menu(), document.activeElement]).toEqual([null, button()]);
    expect(onSwitch).not.toHaveBeenCalled();
  });

  it.each([
    ['Lantern Media', [OTHER.account]],
    ['Tidewater Ads', null],
  ])('switches to %s, unless it is shown already', async (name, switched) => {
    const { user, onSwitch } = show();
    await user.click(button());
    await user.click(screen.getByRole('menuitemradio', { name: new RegExp(name) }));
    expect(onSwitch.mock.calls).toEqual(switched ? [switched] : []);
    expect(menu()).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  it('closes when something else is pressed, and leaves the focus there', async () => {
    const { user } = show();
    await user.click(button());
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await vi.waitFor(() => expect(menu()).toBeNull());
  });
});

describe('the end of a session', () => {
  const unused = (ms: number): Lifetime => ({ issuedAt: NOW - ms, usedAt: NOW - ms });

  it.each<[string, Lifetime, RegExp | null]>([
    ['an hour before', unused(IDLE_MS - 60 * MINUTE), null],
    ['16 minutes before', unused(IDLE_MS - 16 * MINUTE), null],
    ['12 minutes before', unused(IDLE_MS - 12 * MINUTE), /^Signed out in 12 min ·/],
    ['a minute before', unused(IDLE_MS - MINUTE), /^Signed out in 1 min ·/],
    ['at any moment', unused(IDLE_MS), /^Signed out any moment ·/],
    ['long after', unused(9 * IDLE_MS), /^Signed out any moment ·/],
    ['of a day', { issuedAt: NOW - DAY_MS + 5 * MINUTE, usedAt: NOW }, /^Signed out in 5 min ·/],
  ])('is said %s', (_, ending, said) => {
    show(ending);
    const name = button().textContent ?? '';
    if (said) expect(name).toMatch(said);
    else expect(name).toBe('trafficker · Tidewater Ads');
    expect(document.querySelector('[aria-live]')?.textContent).toMatch(
      said ? /What you typed is kept\.$/ : /^$/,
    );
  });

  it('is said as time goes by, and no more once the session was used', async () => {
    const { again } = show(unused(IDLE_MS - 16 * MINUTE));
    expect(button().textContent).not.toMatch(/Signed out/);
    vi.advanceTimersByTime(3 * MINUTE);
    await vi.waitFor(() => expect(button().textContent).toMatch(/Signed out in 13 min/));
    again({ issuedAt: NOW, usedAt: Date.now() });
    expect(button().textContent).not.toMatch(/Signed out/);
  });

  it('is put off by one press where it was only not used; after a day it takes the password', async () => {
    const idle = show(unused(IDLE_MS - 5 * MINUTE));
    await idle.user.click(button());
    await idle.user.click(screen.getByRole('menuitem', { name: 'Stay signed in' }));
    expect(idle.onStay).toHaveBeenCalledOnce();
    cleanup();
    const day = show({ issuedAt: NOW - DAY_MS + 5 * MINUTE, usedAt: NOW });
    await day.user.click(button());
    await day.user.click(screen.getByRole('menuitem', { name: 'Sign in again…' }));
    expect(day.onAgain).toHaveBeenCalledOnce();
  });
});
