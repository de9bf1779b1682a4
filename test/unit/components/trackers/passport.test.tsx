// @vitest-environment happy-dom

import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { PassportPage } from '@/components/trackers/passport/PassportPage';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { toFailure } from '@/lib/core/base/errors';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';

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
  const page = (cachebuster = '') => (
    <PassportPage
      trackerId={90_210}
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
    withCachebuster: (cachebuster: string) => rerender(page(cachebuster)),
  };
}

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
});
