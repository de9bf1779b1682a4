// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { PassportPage } from '@/components/trackers/passport/PassportPage';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { AppError, toFailure } from '@/lib/core/base/errors';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import type { PassportEvent } from '@/lib/core/verification/passport/event';

import { tracker } from './build';
import { passportActions } from './table-sample';

afterEach(cleanup);

function open(change: Partial<PassportActions> = {}) {
  let tell = () => {};
  const actions = passportActions({
    onChange(_, listener) {
      tell = listener;
      return () => {};
    },
    ...change,
  });
  const nothing = () => {};
  render(
    <PassportPage
      trackerId={7}
      actions={actions}
      fail={toFailure}
      servers={AD_SERVERS}
      choices={DEFAULT_CHOICES}
      onEdit={nothing}
      onBuild={nothing}
      onBack={nothing}
    />,
  );
  return { tell: () => act(() => tell()) };
}

const copied = (at: number): PassportEvent => ({
  kind: 'copied',
  trackerId: 7,
  at,
  adServerId: null,
  type: null,
  console: null,
});

describe('a passport', () => {
  it('that could not be read and then is, says that it is no failure any more', async () => {
    let fails = true;
    const { readEvents } = passportActions();
    const { tell } = open({
      readEvents: (id) => (fails ? Promise.reject(new AppError('not-saved')) : readEvents(id)),
    });
    await screen.findByRole('alert');
    fails = false;
    tell();
    await screen.findByText('Created here.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that there may be older entries where it has as many as are shown', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => copied(at));
    open({ readEvents: async () => ({ rows, unreadable: 0 }), seenIn: async () => [] });
    await screen.findByText(/^Shown are the newest 500 entries/);
    // It may have been created here, and that be among the older ones.
    expect(document.body.textContent).not.toContain('it was not created here');
    expect(document.body.textContent).toContain('no entry here says so');
  });

  it('says no such thing of a short one', async () => {
    open();
    await screen.findByText('Created here.');
    expect(screen.queryByText(/^Shown are the newest/)).toBeNull();
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['right to left', '\u202Eمتجر القهوة'],
    ['long', 'Coffee ☕️ '.repeat(30)],
  ])('shows a name as what it is: %s', async (_, name) => {
    open({
      findTracker: async () => tracker(7, name),
      seenIn: async () => [{ verificationId: 'v', requests: 1, isMore: false, at: 1, name }],
    });
    await screen.findByText('Created here.');
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('.pb-timeline')?.textContent).toContain(name.trim());
  });
});
