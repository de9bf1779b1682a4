// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { RunWaits } from '@/components/bulk/RunWaits';
import type { ErrorCode } from '@/lib/core/base/errors';
import { errorText } from '@/lib/text/errors';
import { runWaitsText as text } from '@/lib/text/trackers/run-waits';

afterEach(cleanup);

function show(code: ErrorCode, isSignedOut: boolean) {
  const failure = { code, detail: null, retryAfterSeconds: null };
  render(<RunWaits failure={failure} user="trafficker" isSignedOut={isSignedOut} />);
  return { failure, link: screen.queryByRole('link', { name: text.signIn }) };
}

describe('a run that does not go on says why', () => {
  it('whose session has ended, and where to sign in', () => {
    const { link } = show('session-expired', true);
    screen.getByText('The session of trafficker has ended.');
    screen.getByText(/Once trafficker signs in again it goes on by itself/);
    expect(link?.getAttribute('href')).toBe('#/trackers');
  });

  it('and leads to no sign-in where another is signed in', () => {
    const { link } = show('session-expired', false);
    screen.getByText('The session of trafficker has ended.');
    expect(link).toBeNull();
  });

  it.each(['network', 'rate-limited', 'run-interrupted'] as const)(
    'any other reason: %s',
    (code) => {
      const { failure, link } = show(code, true);
      screen.getByText(errorText(failure).sentence);
      expect(screen.queryByText(/The session of/)).toBeNull();
      expect(link).toBeNull();
    },
  );
});
