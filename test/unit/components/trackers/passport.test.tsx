// @vitest-environment happy-dom

import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { PassportPage } from '@/components/trackers/passport/PassportPage';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { toFailure } from '@/lib/core/base/errors';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';
import type { PassportEvent } from '@/lib/core/verification/passport/event';

import { tracker } from './build';
import { passportActions } from './table-sample';

afterEach(cleanup);

function open(change: Partial<PassportActions> = {}) {
  const listeners = new Set<() => void>();
  const actions = passportActions({
    onChange: (_, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...change,
  });
  const page = (cachebuster = '', whose = 'one') => (
    <PassportPage
      trackerId={90_210}
      whose={whose}
      actions={actions}
      fail={toFailure}
      servers={AD_SERVERS}
      choices={{ ...DEFAULT_CHOICES, adServerId: null, cachebuster }}
      onEdit={() => {}}
      onBuild={() => {}}
      onBack={() => {}}
    />
  );
  const { rerender } = render(page());
  return {
    changes: () => listeners.forEach((listener) => listener()),
    of: (whose: string) => rerender(page('', whose)),
    withCachebuster: (cachebuster: string) => rerender(page(cachebuster)),
  };
}

const copied = (at: number): PassportEvent => ({
  kind: 'copied',
  trackerId: 7,
  at,
  adServerId: null,
  type: null,
  console: null,
});

describe('a passport that two people see', () => {
  it('shows nothing of the one before, also while it is read for the other', async () => {
    const mine: PassportEvent = { kind: 'deleted', trackerId: 90_210, at: Date.UTC(2026, 1, 3) };
    const others = Promise.withResolvers<Awaited<ReturnType<PassportActions['readEvents']>>>();
    const readEvents = vi
      .fn<PassportActions['readEvents']>()
      .mockResolvedValueOnce({ rows: [mine], unreadable: 0 })
      .mockReturnValue(others.promise);
    const { of } = open({ readEvents });
    const deleted = /Deleted here/;
    await screen.findByText(deleted);
    of('another');
    await waitFor(() => expect(readEvents).toHaveBeenCalledTimes(2));
    expect(screen.queryByText(deleted)).toBeNull();
    others.resolve({ rows: [], unreadable: 0 });
    await waitFor(() => expect(screen.queryByText(deleted)).toBeNull());
  });
});

describe('a passport', () => {
  it('says nothing more of a failure once it could be read', async () => {
    const readEvents = vi
      .fn<PassportActions['readEvents']>()
      .mockRejectedValueOnce(new Error('closed'))
      .mockResolvedValue({ rows: [], unreadable: 0 });
    const { changes } = open({ readEvents });
    await screen.findByRole('alert');
    changes();
    await screen.findByText('Harbour Coffee, spring');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has tags with the cachebuster that is chosen now', async () => {
    const { withCachebuster } = open();
    await screen.findByText('Harbour Coffee, spring');
    withCachebuster('[ORD]');
    await waitFor(() => screen.getAllByText(/cachebuster=\[ORD\]/));
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

  it('says what kept reports counted, in the facts and the timeline, and leads there', async () => {
    open();
    await screen.findAllByText(/^Counted by Monetize: 18,240 impressions, 15 to 21 May 2026/);
    const links = screen.getAllByRole('link', { name: 'Open the report' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/reports/r-1',
      '#/reports/r-1',
    ]);
  });

  it.each<[string, PassportActions['reportedIn'], string]>([
    ['no kept report tells of it', async () => [], 'No kept report tells of it.'],
    ['they are being read', () => new Promise(() => {}), 'Reading the reports…'],
    [
      'they could not be read',
      () => Promise.reject(new Error('closed')),
      'The kept reports could not be read.',
    ],
  ])('says where %s', async (_, reportedIn, said) => {
    open({ reportedIn });
    await screen.findByText(said);
    expect(screen.queryByRole('link', { name: 'Open the report' })).toBeNull();
  });
});
